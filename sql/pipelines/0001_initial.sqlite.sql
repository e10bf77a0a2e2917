-- The tables of pipelines, as openapi/pipelines.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "pipelines" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT,
  "definition" TEXT NOT NULL,
  "latest" INTEGER NOT NULL,
  "search_words" TEXT NOT NULL DEFAULT '',
  "search_row" INTEGER,
  PRIMARY KEY ("search_row"),
  UNIQUE (id)
) STRICT;
CREATE UNIQUE INDEX "pipelines_name_key" ON "pipelines" ("organization_id", "name");
CREATE INDEX "pipelines_created_at_id_index" ON "pipelines" ("organization_id", "created_at", "id");
CREATE INDEX "pipelines_updated_at_id_index" ON "pipelines" ("organization_id", "updated_at", "id");
CREATE VIRTUAL TABLE "pipelines_search" USING fts5 (
  "search_words", content='pipelines', content_rowid='search_row', prefix='1 2 3', tokenize='ascii', detail='none', columnsize=0
);
CREATE TRIGGER "pipelines_search_insert" AFTER INSERT ON "pipelines" BEGIN
  INSERT INTO "pipelines_search" (rowid, "search_words") VALUES (new."search_row", new."search_words");
END;
CREATE TRIGGER "pipelines_search_delete" AFTER DELETE ON "pipelines" BEGIN
  INSERT INTO "pipelines_search" ("pipelines_search", rowid, "search_words") VALUES ('delete', old."search_row", old."search_words");
END;
CREATE TRIGGER "pipelines_search_update" AFTER UPDATE OF "search_words" ON "pipelines" WHEN old."search_words" <> new."search_words" BEGIN
  INSERT INTO "pipelines_search" ("pipelines_search", rowid, "search_words") VALUES ('delete', old."search_row", old."search_words");
  INSERT INTO "pipelines_search" (rowid, "search_words") VALUES (new."search_row", new."search_words");
END;

CREATE TABLE "pipeline_versions" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "pipeline_id" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "definition" TEXT NOT NULL,
  "edges" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "pipeline_versions_pipeline_id_number_key" ON "pipeline_versions" ("organization_id", "pipeline_id", "number");
