import { describe, expect, it, test } from "vitest";
import { Problems } from "../diagnostics/problems.ts";
import { findLongLocks, longLocks } from "./long-locks.ts";
import { sqlStatements } from "./statements.ts";

const outside = "-- migrate: no transaction\n";
const found = (sql: string): readonly string[] => longLocks(sql).map(({ statement }) => statement.text);

describe("long locks", () => {
  it.each([
    ["an index", "CREATE INDEX by_name ON notes (name);"],
    ["a unique index", 'CREATE UNIQUE INDEX IF NOT EXISTS "by_name" ON "notes" ("name");'],
    ["an index that no transaction can hold", "CREATE INDEX CONCURRENTLY by_name ON notes (name);"],
    ["a check", "ALTER TABLE notes ADD CONSTRAINT short CHECK (length(name) < 9);"],
    ["a foreign key", "ALTER TABLE notes ADD FOREIGN KEY (box) REFERENCES boxes (id);"],
    ["a unique constraint", "ALTER TABLE notes ADD CONSTRAINT one UNIQUE (name);"],
    ["a value that must be there", "ALTER TABLE public.notes ALTER COLUMN name SET NOT NULL;"],
    ["another type", 'ALTER TABLE "notes" ALTER "size" TYPE bigint;'],
    ["another type, in full", "alter table only notes alter column size set data type bigint;"],
    ["a default of its own for each row", "ALTER TABLE notes ADD COLUMN key uuid NOT NULL DEFAULT gen_random_uuid();"],
    ["a number of its own for each row", "ALTER TABLE notes ADD COLUMN place bigserial;"],
    ["a column made of others", "ALTER TABLE notes ADD COLUMN twice int GENERATED ALWAYS AS (size * 2) STORED;"],
    ["writing a table anew", "VACUUM FULL notes;"],
    ["an index made anew", "REINDEX TABLE notes;"],
  ])("are found in %s", (_, sql) => {
    expect(found(sql)).toEqual([sql.slice(0, -1)]);
  });

  it.each([
    [
      "tables of the same file",
      'CREATE TABLE "notes" (name text); CREATE INDEX by_name ON "notes" (name); ALTER TABLE notes ADD UNIQUE (name);',
    ],
    ["an index that is built beside", `${outside}CREATE INDEX CONCURRENTLY IF NOT EXISTS by_name ON notes (name);`],
    ["what is checked later", "ALTER TABLE notes ADD CONSTRAINT short CHECK (length(name) < 9) NOT VALID;"],
    ["checking it", "ALTER TABLE notes VALIDATE CONSTRAINT short;"],
    ["a constraint of an index", "ALTER TABLE notes ADD CONSTRAINT one UNIQUE USING INDEX by_name;"],
    [
      "a value that was checked to be there",
      `${outside}ALTER TABLE notes ADD CONSTRAINT there CHECK (name IS NOT NULL) NOT VALID;\nALTER TABLE notes VALIDATE CONSTRAINT there;\nALTER TABLE notes ALTER name SET NOT NULL;`,
    ],
    ["a column", "ALTER TABLE notes ADD COLUMN made timestamptz NOT NULL DEFAULT now();"],
    ["a column that goes", "ALTER TABLE notes DROP COLUMN name;"],
    [
      "text and comments",
      "INSERT INTO notes VALUES ('; CREATE INDEX a ON notes (b);'); -- CREATE INDEX a ON notes (b);\n/* VACUUM FULL; */",
    ],
    ["bodies of functions", "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $x$ CREATE INDEX a ON notes (b); $x$;"],
  ])("are not found in %s", (_, sql) => {
    expect(found(sql)).toEqual([]);
  });

  test("are reported where they stand, unless the file or a later one of its domain gives a reason", () => {
    const slow = "-- note\nALTER TABLE notes\n  ADD UNIQUE (name);";
    const report = (...more: { path: string; text: string }[]) => {
      const problems = new Problems();
      findLongLocks([{ path: "sql/notes/0002_names.postgres.sql", text: slow }, ...more], problems);
      return problems.list().map(({ code, location }) => [code, location.file, location.line]);
    };
    expect(report()).toEqual([["AW5001", "sql/notes/0002_names.postgres.sql", 2]]);
    expect(report({ path: "sql/notes/0003_more.postgres.sql", text: "-- long locks in 0002_names: nobody has notes yet" })).toEqual([]);
    expect(report({ path: "sql/other/0003_more.postgres.sql", text: "-- long locks in 0002_names: another domain's" })).toHaveLength(1);
    expect(report({ path: "sql/notes/0003_more.postgres.sql", text: `-- long locks: few rows\n${slow}` })).toHaveLength(1);
    expect(report({ path: "sql/notes/0003_more.postgres.sql", text: `-- long locks:\n${slow}` })).toHaveLength(2);
    expect(report({ path: "sql/core/0003_more.postgres.sql", text: slow })).toHaveLength(1);
  });
});

test("statements end at semicolons that are code", () => {
  const script = `select ';' ; -- no;\n select $$;$$, "a;b"; `;
  expect(sqlStatements(script).map(({ text }) => text.replaceAll(/ +/g, " "))).toEqual(["select", 'select , "a;b"']);
});
