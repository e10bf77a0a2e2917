import pg from "pg";
import { type Problem, problem } from "../../problems/problem.ts";
import { prepareScope } from "./scoped-query.ts";

/** Object ids of the types that pg would hand over as text (pg_type.dat). */
const int8 = 20;
const numeric = 1700;
const timestamptz = 1184;

/** A statement that runs longer than this is stopped by the server, and one that waits so long for a lock. */
const statementTimeout = 30_000;
const lockTimeout = 10_000;
const connectTimeout = 5000;
/** A statement is sent without waiting for the answer to the one before, which the published types do not know of yet. */
const pipelined: object = { pipeline: true };

/**
 * A pool of connections to `url` that reads numbers as numbers, and gives up in time. A transaction in which nothing is asked for `idle`
 * milliseconds is ended by the server: its process was paused, or is cut off, and its locks hold up the others. With `rowSecurity` its
 * connections are ready for statements in a scope. `limits` take the place of its own.
 */
export function connect(url: string, size: number, idle: number, rowSecurity = false, limits: pg.PoolConfig = {}): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(int8, safeInteger);
  types.setTypeParser(numeric, Number);
  const parseTime = pg.types.getTypeParser(timestamptz);
  types.setTypeParser(timestamptz, (text) => yearZero(text) ?? parseTime(text));
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: statementTimeout,
    lock_timeout: lockTimeout,
    idle_in_transaction_session_timeout: idle,
    application_name: "archwright",
    keepAlive: true,
    // Awaited by the pool before anybody gets the connection; its published type says otherwise.
    ...(rowSecurity && { onConnect: prepareScope as (client: pg.ClientBase) => void }),
    ...pipelined,
    ...limits,
  });
  // Without a listener a lost connection would end the process. The pool drops it; the next query opens another or answers 503.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** A time in the year 0000, which Postgres calls 1 BC, and of which pg's own parser loses the leap day; undefined for any other. */
function yearZero(text: string): Date | undefined {
  const match = /^0001(-\d\d-\d\d) ([\d:.]+)([+-]\d\d)(:\d\d)? BC$/.exec(text);
  return match === null ? undefined : new Date(`0000${match[1]}T${match[2]}${match[3]}${match[4] ?? ":00"}`);
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database holds ${text}, which is beyond what a number keeps exactly (2^53 - 1).`);
  return value;
}

const unavailableCodes = /^(08...|53...|57P0[1-4]|25P03|55P03|40001|40P01|ECONN[A-Z]+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH)$/;
const unavailableMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after|Client has encountered|Client was closed)/;
const queryCanceled = "57014";
/** Characters that Postgres text cannot hold, and the same in jsonb. */
const unstorable = ["22021", "22P05"];

/** The problem that an error of pg is for the caller; any other error as it is. */
export function translated(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  if (unavailableCodes.test(code) || unavailableMessages.test(error.message)) return unavailable(error);
  if (code === queryCanceled) {
    return problem.timeout("The database took too long over this. Ask for less at once.", { cause: error });
  }
  if (unstorable.includes(code)) return problem.invalid("Text must not contain the character U+0000.", { cause: error });
  return error;
}

/** Whether the connection was cut: by the server (57P01 to 57P03, class 08) or on the way. A server that is gone refuses instead. */
export function connectionLost(error: unknown): boolean {
  return (
    error instanceof Error &&
    (/^(57P0[1-3]|08...|ECONNRESET|EPIPE)$/.test(codeOf(error)) || error.message.startsWith("Connection terminated"))
  );
}

/** Whether the transaction may simply be tried again: it lost against another (serialization failure, deadlock). */
export const lostToAnother = (error: unknown): boolean => cameOf(error, ["40001", "40P01"]);

/** Whether a statement waited longer for a lock than it was to. */
export const waitedForLock = (error: unknown): boolean => cameOf(error, ["55P03"]);

function cameOf(error: unknown, codes: readonly string[]): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (codes.includes(codeOf(cause))) return true;
  return false;
}

function codeOf(error: Error): string {
  // A host name with several addresses fails with one error for each.
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return "code" in error ? String(error.code) : "";
}

function unavailable(cause: unknown): Problem {
  return problem.unavailable("The database cannot do this now. Try again in a moment.", { cause, extensions: { part: "database" } });
}
