import BetterSqlite3 from "better-sqlite3";
import { type Problem, problem } from "../../problems/problem.ts";

/** The connections to one SQLite database. A database in memory has one, which is then both. */
export interface Connections {
  readonly writer: BetterSqlite3.Database;
  readonly reader: BetterSqlite3.Database;
}

/** How long opening and reading wait for a lock that another process holds. */
const busyTimeout = 1000;
/** How long a BEGIN does: SQLite's waiting stops the whole process, so the queue of writers waits instead, between short tries. */
const writerBusyTimeout = 10;

/**
 * Opens a file (or ":memory:") for one writer and, in WAL mode, a reader beside it that never waits for the writer.
 * `synchronous=FULL`: a commit that was acknowledged survives a power cut.
 */
export function connect(file: string): Connections {
  const writer = new BetterSqlite3(file, { timeout: busyTimeout });
  try {
    writer.pragma("journal_mode = WAL");
    writer.pragma("synchronous = FULL");
    writer.pragma(`busy_timeout = ${writerBusyTimeout}`);
    prepareConnection(writer);
    if (file === ":memory:") return { writer, reader: writer };
    const reader = new BetterSqlite3(file, { timeout: busyTimeout, readonly: true });
    prepareConnection(reader);
    return { writer, reader };
  } catch (error) {
    writer.close();
    throw error;
  }
}

function prepareConnection(connection: BetterSqlite3.Database): void {
  connection.pragma("foreign_keys = ON");
  connection.pragma("trusted_schema = OFF");
  connection.pragma("temp_store = MEMORY");
}

/** Whether another process holds the lock just now. */
export const isBusy = (error: unknown): boolean => error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_BUSY");

const unavailableCodes = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|CORRUPT|NOTADB|READONLY|NOMEM|INTERRUPT|PROTOCOL)/;

/** A 503 for errors that are the database's state rather than the statement's fault; any other error as it is. */
export function translated(error: unknown): unknown {
  if (error instanceof BetterSqlite3.SqliteError && unavailableCodes.test(error.code)) return unavailable(error);
  if (error instanceof TypeError && error.message === "The database connection is not open") return unavailable(error);
  return error;
}

/** The 503 of a database that cannot do it now. */
export function unavailable(cause: unknown): Problem {
  return problem.unavailable("The database cannot do this now. Try again in a moment.", { cause, extensions: { part: "database" } });
}
