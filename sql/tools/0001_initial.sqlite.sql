-- The tables of tools, as openapi/tools.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "tools" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "input_schema" TEXT NOT NULL,
  "output_schema" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "tools_name_key" ON "tools" ("name");
CREATE INDEX "tools_created_at_id_index" ON "tools" ("created_at", "id");
