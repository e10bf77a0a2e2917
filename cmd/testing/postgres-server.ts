import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { embeddedPostgres } from "../../codegen/database/embedded-postgres.ts";

interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Global set-up of vitest: one real Postgres for the whole run, started when the first test file asks for it, so that runs
 * without it cost nothing. `TEST_POSTGRES_URL` names a server to use instead; its user must be allowed to create databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Running> | undefined;
  const broker = createServer((_, response) => {
    running ??= process.env.TEST_POSTGRES_URL === undefined ? start() : Promise.resolve(given(process.env.TEST_POSTGRES_URL));
    running.then(
      ({ url }) => response.end(url),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => broker.listen(0, "127.0.0.1", resolve));
  project.provide("postgresBroker", `http://127.0.0.1:${portOf(broker.address())}`);
  return async () => {
    broker.closeAllConnections();
    broker.close();
    await running?.then(
      (server) => server.stop(),
      () => {},
    );
  };
}

const given = (url: string): Running => ({ url, stop: async () => {} });

async function start(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), "archwright-postgres-"));
  // As root the server runs as another user, who must be able to reach its folder.
  await chmod(folder, 0o711);
  const port = await freePort();
  const messages: string[] = [];
  const EmbeddedPostgres = await embeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "postgres",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // A collation that does not sort by code point, as many real servers have: what relies on byte order must say so.
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=300", "-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1"],
    onLog: (message) => messages.push(message),
    onError: (message) => messages.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`Postgres did not start for the tests. Its last words: ${messages.slice(-5).join(" ")}`, { cause: error });
  }
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const portOf = (address: AddressInfo | string | null): number => (address as AddressInfo).port;
