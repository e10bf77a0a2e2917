-- The tables of artifacts, as openapi/artifacts.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "artifacts" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "media_type" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "latest" bigint NOT NULL,
  "search_words" tsvector NOT NULL DEFAULT '',
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "artifacts_name_key" ON "artifacts" ("organization_id", "name");
CREATE INDEX "artifacts_created_at_id_index" ON "artifacts" ("organization_id", "created_at", "id");
CREATE INDEX "artifacts_size_id_index" ON "artifacts" ("organization_id", "size", "id");
CREATE INDEX "artifacts_updated_at_id_index" ON "artifacts" ("organization_id", "updated_at", "id");
CREATE INDEX "artifacts_search_words_index" ON "artifacts" USING gin ("search_words");

CREATE TABLE "artifact_versions" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "artifact_id" text COLLATE "C" NOT NULL,
  "number" bigint NOT NULL,
  "media_type" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "source" text COLLATE "C",
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "artifact_versions_artifact_id_number_key" ON "artifact_versions" ("organization_id", "artifact_id", "number");
CREATE UNIQUE INDEX "artifact_versions_source_key" ON "artifact_versions" ("organization_id", "source");
CREATE INDEX "artifact_versions_number_id_index" ON "artifact_versions" ("organization_id", "number", "id");
