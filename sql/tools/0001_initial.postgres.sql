-- The tables of tools, as openapi/tools.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "tools" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "description" text COLLATE "C" NOT NULL,
  "input_schema" jsonb NOT NULL,
  "output_schema" jsonb NOT NULL,
  "search_words" tsvector NOT NULL DEFAULT '',
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "tools_name_key" ON "tools" ("name");
CREATE INDEX "tools_created_at_id_index" ON "tools" ("created_at", "id");
CREATE INDEX "tools_search_words_index" ON "tools" USING gin ("search_words");
