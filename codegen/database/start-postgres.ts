import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { appendFile, chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { embeddedPostgres } from "./embedded-postgres.ts";
import { freePort } from "./free-port.ts";

/** A Postgres of its own on the loopback. */
export interface OwnPostgres {
  readonly url: string;
  /** Where its data lie, and its postmaster.pid. */
  readonly folder: string;
  /** Starts it again, on the same data and address, after its processes have died. @throws when it does not start */
  restart(): Promise<void>;
  /** Ends it at once, with whatever it was doing, as a crash would; resolves when all of its processes have gone. */
  crash(): Promise<void>;
  /** Ends it and removes all of it. */
  stop(): Promise<void>;
}

/**
 * Starts one that nobody else knows, and that need not survive a power cut.
 * @throws with its last words when it does not start.
 */
export async function startPostgres(locale: readonly string[], settings: readonly string[] = []): Promise<OwnPostgres> {
  const server = await prepare(locale, settings, randomBytes(16).toString("hex"));
  await server.initialise();
  return server.start();
}

/** Starts two of them, of which the second follows the first by streaming replication, and answers reads. */
export async function startPostgresPair(
  locale: readonly string[],
  settings: readonly string[] = [],
): Promise<readonly [first: OwnPostgres, replica: OwnPostgres]> {
  const password = randomBytes(16).toString("hex");
  const [one, other] = [await prepare(locale, settings, password), await prepare(locale, settings, password)];
  try {
    await one.initialise();
    // Nothing has run on it yet: its files are as good as a base backup, and -p leaves them to the user that Postgres runs as.
    await promisify(execFile)("cp", ["-Rp", one.folder, other.folder]);
    await appendFile(join(other.folder, "postgresql.auto.conf"), `primary_conninfo = '${one.url}'\n`);
    await writeFile(join(other.folder, "standby.signal"), "");
    return [await one.start(), await other.start()];
  } catch (error) {
    await Promise.allSettled([one.stop(), other.stop()]);
    throw error;
  }
}

/** A server that does not run yet, nor has any data. */
async function prepare(locale: readonly string[], settings: readonly string[], password: string) {
  const EmbeddedPostgres = await embeddedPostgres();
  const folder = await mkdtemp(join(tmpdir(), "archwright-postgres-"));
  // For root it runs as another user, who must be able to reach its folder.
  await chmod(folder, 0o711);
  const port = await freePort();
  const said: string[] = [];
  const flags = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", ...settings];
  const databaseDir = join(folder, "data");
  let onReadOnly = (): void => {};
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password,
    persistent: false,
    // Postgres refuses to run as root; a machine that only has root gets a user for it.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--no-sync", ...locale],
    postgresFlags: flags.flatMap((flag) => ["-c", flag]),
    onLog(line) {
      said.push(String(line));
      if (String(line).includes("ready to accept read-only connections")) onReadOnly();
    },
    onError: (line) => said.push(String(line)),
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  /** The package waits for words that a replica never says. */
  const begin = (): Promise<void> =>
    new Promise((resolve, reject) => {
      onReadOnly = resolve;
      server.start().then(resolve, reject);
    });
  const orStop = (work: Promise<void>): Promise<void> =>
    work.catch(async (cause) => {
      await stop();
      throw new Error(`Postgres did not start:\n${said.slice(-20).join("\n")}`, { cause });
    });
  const restart = async (): Promise<void> => {
    await begin().catch((cause) => {
      throw new Error(`Postgres did not start again:\n${said.slice(-20).join("\n")}`, { cause });
    });
  };
  /** SIGQUIT is an immediate shutdown: nothing is finished, and the next start recovers from the log. */
  const crash = async (): Promise<void> => {
    const [pid] = (await readFile(join(databaseDir, "postmaster.pid"), "utf8")).split("\n");
    process.kill(Number(pid), "SIGQUIT");
    while (existsSync(join(databaseDir, "postmaster.pid"))) await sleep(20);
  };
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const running: OwnPostgres = { url, folder: databaseDir, restart, crash, stop };
  return {
    ...{ url, folder: databaseDir, stop },
    initialise: () => orStop(server.initialise()),
    async start() {
      await orStop(begin());
      return running;
    },
  };
}
