-- The tables of pipelines, as openapi/pipelines.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "pipelines" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "description" text COLLATE "C",
  "definition" jsonb NOT NULL,
  "latest" bigint NOT NULL,
  "search_words" tsvector NOT NULL DEFAULT '',
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "pipelines_name_key" ON "pipelines" ("organization_id", "name");
CREATE INDEX "pipelines_created_at_id_index" ON "pipelines" ("organization_id", "created_at", "id");
CREATE INDEX "pipelines_updated_at_id_index" ON "pipelines" ("organization_id", "updated_at", "id");
CREATE INDEX "pipelines_search_words_index" ON "pipelines" USING gin ("search_words");

CREATE TABLE "pipeline_versions" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "pipeline_id" text COLLATE "C" NOT NULL,
  "number" bigint NOT NULL,
  "definition" jsonb NOT NULL,
  "edges" jsonb NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "pipeline_versions_pipeline_id_number_key" ON "pipeline_versions" ("organization_id", "pipeline_id", "number");
