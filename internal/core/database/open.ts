import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Cipher } from "../encryption/cipher.ts";
import { StartError } from "../problems/start-error.ts";
import type { Database } from "./database.ts";
import { connect as connectPostgres } from "./postgres/connections.ts";
import { PostgresDatabase } from "./postgres/postgres-database.ts";
import { PostgresReplica, type ReplicaOptions } from "./postgres/postgres-replica.ts";
import { type Connections, connect as connectSqlite } from "./sqlite/connections.ts";
import { SqliteDatabase } from "./sqlite/sqlite-database.ts";

export interface OpenOptions {
  /** How many connections to Postgres this process may hold; 10 unless told. */
  readonly poolSize?: number;
  /** After how many milliseconds in which a transaction asks nothing Postgres ends it; 15,000 unless told. */
  readonly idleMilliseconds?: number;
  /** Postgres keeps rows apart by policies, and is told with each statement whose it may touch. */
  readonly rowSecurity?: boolean;
  /** Encrypts the fields that are kept so; without it a database cannot have any. */
  readonly cipher?: Cipher;
  /** A Postgres that follows this one. It may be away for any time. */
  readonly replica?: ReplicaOptions;
}

/**
 * Opens `sqlite:path/to/file.db`, `sqlite::memory:` or `postgres://user:password@host:port/name`, and makes sure that it answers.
 * Throws an Error that says what is wrong and what to do about it; the address in it has no password.
 */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  if (url.startsWith("sqlite:")) return openSqlite(url.slice("sqlite:".length), options.cipher);
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, options);
  throw new StartError(
    `Cannot open the database: its address must begin with sqlite: or postgres://, such as sqlite:data/platform.db; it begins with ${JSON.stringify(url.slice(0, url.indexOf(":") + 1))}.`,
  );
}

async function openSqlite(file: string, cipher: Cipher | undefined): Promise<Database> {
  if (file === "" || /^\/\/[^/]/.test(file)) {
    throw new StartError("Cannot open the database: write sqlite: and then the path of the file, such as sqlite:data/platform.db.");
  }
  if (file !== ":memory:") {
    await mkdir(dirname(file), { recursive: true }).catch((error) => {
      throw failed(file, `its folder cannot be made (${codeOf(error)}). Choose a folder that this user may write to.`, error);
    });
  }
  let connections: Connections;
  try {
    connections = connectSqlite(file);
  } catch (error) {
    throw failed(file, sqliteAdvice(codeOf(error)), error);
  }
  return new SqliteDatabase<object>(connections, cipher);
}

function sqliteAdvice(code: string): string {
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code)) {
    return "the file cannot be opened for writing. It, and its folder, must belong to a user who may write there, and it must not be a folder.";
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return "another process has locked it. Stop that process, or wait until it is done.";
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return "it is not a SQLite database, or it is damaged. Restore it from a backup, or choose another file.";
  if (/^SQLITE_(FULL|IOERR)/.test(code)) return `the disk does not take it (${code}). Check that it has room and is in order.`;
  return `SQLite says ${code}.`;
}

async function openPostgres(
  url: string,
  { poolSize = 10, idleMilliseconds = 15_000, rowSecurity = false, cipher, replica: follower }: OpenOptions,
): Promise<Database> {
  const shown = withoutPassword(url);
  const pool = connectPostgres(url, poolSize, idleMilliseconds, rowSecurity);
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw failed(shown, postgresAdvice(codeOf(error)), error);
  }
  const replica = follower && new PostgresReplica(follower, { primaryUrl: url, size: poolSize, idle: idleMilliseconds, rowSecurity });
  return new PostgresDatabase<object>(pool, { rowSecurity, ...(cipher && { cipher }), ...(replica && { replica }) });
}

function postgresAdvice(code: string): string {
  if (code === "ECONNREFUSED") return "nothing listens there. Start Postgres, or correct host and port.";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "there is no such host. Correct the host's name.";
  if (code === "28P01" || code === "28000") return "it does not accept this user and password. Correct them.";
  if (code === "3D000") return "the server has no database of this name. Create it, or correct the name.";
  if (code === "53300") return "the server has no connection left. Lower the pool size, or raise max_connections.";
  if (code === "57P03") return "the server is still starting. Try again in a moment.";
  return `the server did not answer as expected${code === "" ? "" : ` (${code})`}. Check that it runs and can be reached from here.`;
}

function failed(place: string, what: string, cause: unknown): Error {
  return new StartError(`Cannot open the database ${place}: ${what}`, { cause });
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return "(an address that cannot be read)";
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === "" ? "" : `${username}@`}${host}${pathname}`;
}
