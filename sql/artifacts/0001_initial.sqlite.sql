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
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "artifacts_name_key" ON "artifacts" ("organization_id", "name");
CREATE INDEX "artifacts_created_at_id_index" ON "artifacts" ("organization_id", "created_at", "id");
CREATE INDEX "artifacts_size_id_index" ON "artifacts" ("organization_id", "size", "id");
CREATE INDEX "artifacts_updated_at_id_index" ON "artifacts" ("organization_id", "updated_at", "id");

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
