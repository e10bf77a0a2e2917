import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { Log } from "../telemetry/log.ts";
import type { MigrationFile } from "./migration-files.ts";
import { waitedForLock } from "./postgres/connections.ts";
import type { PostgresDatabase } from "./postgres/postgres-database.ts";

/** The line by which a migration asks to be run without a transaction around it, each statement by itself. */
const marker = /^-- migrate: no transaction$/m;
const mostTries = 40;

/** Whether a migration for Postgres has statements that no transaction may hold, or that are to be committed one by one. */
export const isOutsideTransaction = ({ sql }: Pick<MigrationFile, "sql">): boolean => marker.test(sql);

/** The statements of such a migration: each ends with a semicolon at the end of a line. */
export function statementsOf(sql: string): readonly string[] {
  const lines = sql.split("\n").filter((line) => !line.trimStart().startsWith("--"));
  return lines
    .join("\n")
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

/**
 * Runs a migration statement by statement. What was cut short is run again from its beginning, so each must be one that may be repeated;
 * the rest of an index that could not be built is removed first.
 */
export async function buildConcurrently<Tables>(database: PostgresDatabase<Tables>, { sql }: MigrationFile, log: Log): Promise<void> {
  for (const statement of statementsOf(sql)) {
    const [, index] = /^create\s+(?:unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?/i.exec(statement) ?? [];
    if (index !== undefined && (await isInvalid(database, index))) await run(database, `drop index concurrently "${index}"`, log);
    await run(database, statement, log);
  }
}

/** Whether an index of this name was begun and not finished. */
async function isInvalid<Tables>(database: PostgresDatabase<Tables>, index: string): Promise<boolean> {
  const found = await database.outside("", `select from pg_index where indexrelid = to_regclass('"${index}"') and not indisvalid`);
  return found.rowCount === 1;
}

/** Statements that let others read and write meanwhile may wait; behind all others waits whoever wants the table. */
async function run<Tables>(database: PostgresDatabase<Tables>, statement: string, log: Log): Promise<pg.QueryResult> {
  const patient = /\bconcurrently\b|\bvalidate\s+constraint\b/i.test(statement);
  const prepare = `set statement_timeout = 0; set lock_timeout = '${patient ? 0 : 3}s'; select set_config('archwright.reach', 'all', false)`;
  for (let tries = 1; ; tries++) {
    try {
      return await database.outside(prepare, statement);
    } catch (error) {
      if (!waitedForLock(error) || tries === mostTries) throw error;
      log.warn({ err: error, tries }, "A migration waits for a table that others use; it is tried again.");
      await pause(500 + Math.random() * 1000);
    }
  }
}
