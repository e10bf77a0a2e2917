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
  "search_words" TEXT NOT NULL DEFAULT '',
  "search_row" INTEGER,
  PRIMARY KEY ("search_row"),
  UNIQUE (id)
) STRICT;
CREATE UNIQUE INDEX "tools_name_key" ON "tools" ("name");
CREATE INDEX "tools_created_at_id_index" ON "tools" ("created_at", "id");
CREATE VIRTUAL TABLE "tools_search" USING fts5 (
  "search_words", content='tools', content_rowid='search_row', prefix='1 2 3', tokenize='ascii', detail='none', columnsize=0
);
CREATE TRIGGER "tools_search_insert" AFTER INSERT ON "tools" BEGIN
  INSERT INTO "tools_search" (rowid, "search_words") VALUES (new."search_row", new."search_words");
END;
CREATE TRIGGER "tools_search_delete" AFTER DELETE ON "tools" BEGIN
  INSERT INTO "tools_search" ("tools_search", rowid, "search_words") VALUES ('delete', old."search_row", old."search_words");
END;
CREATE TRIGGER "tools_search_update" AFTER UPDATE OF "search_words" ON "tools" WHEN old."search_words" <> new."search_words" BEGIN
  INSERT INTO "tools_search" ("tools_search", rowid, "search_words") VALUES ('delete', old."search_row", old."search_words");
  INSERT INTO "tools_search" (rowid, "search_words") VALUES (new."search_row", new."search_words");
END;
