-- The tables of artifacts, as openapi/artifacts.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "artifacts" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "latest" INTEGER NOT NULL,
  "search_words" TEXT NOT NULL DEFAULT '',
  "search_row" INTEGER,
  PRIMARY KEY ("search_row"),
  UNIQUE (id)
) STRICT;
CREATE UNIQUE INDEX "artifacts_name_key" ON "artifacts" ("organization_id", "name");
CREATE INDEX "artifacts_created_at_id_index" ON "artifacts" ("organization_id", "created_at", "id");
CREATE INDEX "artifacts_size_id_index" ON "artifacts" ("organization_id", "size", "id");
CREATE INDEX "artifacts_updated_at_id_index" ON "artifacts" ("organization_id", "updated_at", "id");
CREATE VIRTUAL TABLE "artifacts_search" USING fts5 (
  "search_words", content='artifacts', content_rowid='search_row', prefix='1 2 3', tokenize='ascii', detail='none', columnsize=0
);
CREATE TRIGGER "artifacts_search_insert" AFTER INSERT ON "artifacts" BEGIN
  INSERT INTO "artifacts_search" (rowid, "search_words") VALUES (new."search_row", new."search_words");
END;
CREATE TRIGGER "artifacts_search_delete" AFTER DELETE ON "artifacts" BEGIN
  INSERT INTO "artifacts_search" ("artifacts_search", rowid, "search_words") VALUES ('delete', old."search_row", old."search_words");
END;
CREATE TRIGGER "artifacts_search_update" AFTER UPDATE OF "search_words" ON "artifacts" WHEN old."search_words" <> new."search_words" BEGIN
  INSERT INTO "artifacts_search" ("artifacts_search", rowid, "search_words") VALUES ('delete', old."search_row", old."search_words");
  INSERT INTO "artifacts_search" (rowid, "search_words") VALUES (new."search_row", new."search_words");
END;

CREATE TABLE "artifact_versions" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "artifact_id" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "media_type" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "source" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "artifact_versions_artifact_id_number_key" ON "artifact_versions" ("organization_id", "artifact_id", "number");
CREATE UNIQUE INDEX "artifact_versions_source_key" ON "artifact_versions" ("organization_id", "source");
CREATE INDEX "artifact_versions_number_id_index" ON "artifact_versions" ("organization_id", "number", "id");
