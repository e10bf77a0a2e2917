import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTestDatabase } from "../internal/core/testing/test-databases.ts";
import { migrateChore } from "./migrate-chore.ts";

test.each(["sqlite", "postgres"] as const)(
  "a database on %s is brought up to date, and then left as it is",
  { timeout: 60_000 },
  async (dialect) => {
    const database = await createTestDatabase(dialect);
    const env = { DATA_DIR: mkdtempSync(join(tmpdir(), "archwright-")), DATABASE_URL: database.url, LOG_LEVEL: "error" };
    expect(await migrateChore(env)).toMatch(/^\d+ migrations were applied\.$/);
    expect(await migrateChore(env)).toBe("The database is as this version needs it.");
    await database.remove();
  },
);

test("a database that does not answer is named", async () => {
  const env = { DATA_DIR: mkdtempSync(join(tmpdir(), "archwright-")), DATABASE_URL: "postgres://ada:secret@127.0.0.1:1/none" };
  await expect(migrateChore(env)).rejects.toThrow("Cannot open the database postgres://ada@127.0.0.1:1/none: nothing listens there.");
});
