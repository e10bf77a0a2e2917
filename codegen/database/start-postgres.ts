import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedPostgres } from "./embedded-postgres.ts";
import { freePort } from "./free-port.ts";

/** A Postgres of its own on the loopback. */
export interface OwnPostgres {
  readonly url: string;
  /** Where its data lie, and its postmaster.pid. */
  readonly folder: string;
  /** Starts it again, on the same data and address, after its processes have died. @throws when it does not start */
  restart(): Promise<void>;
  /** Ends it and removes all of it. */
  stop(): Promise<void>;
}

/**
 * Starts one that nobody else knows, and that need not survive a power cut.
 * @throws with its last words when it does not start.
 */
export async function startPostgres(locale: readonly string[], settings: readonly string[] = []): Promise<OwnPostgres> {
  const EmbeddedPostgres = await embeddedPostgres();
  const folder = await mkdtemp(join(tmpdir(), "archwright-postgres-"));
  // For root it runs as another user, who must be able to reach its folder.
  await chmod(folder, 0o711);
  const password = randomBytes(16).toString("hex");
  const port = await freePort();
  const said: string[] = [];
  const flags = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", ...settings];
  const databaseDir = join(folder, "data");
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
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await stop();
    throw new Error(`Postgres did not start:\n${said.slice(-20).join("\n")}`, { cause });
  }
  const restart = async (): Promise<void> => {
    await server.start().catch((cause) => {
      throw new Error(`Postgres did not start again:\n${said.slice(-20).join("\n")}`, { cause });
    });
  };
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, folder: databaseDir, restart, stop };
}
