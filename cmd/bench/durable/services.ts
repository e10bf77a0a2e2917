import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startPostgres } from "../../../codegen/database/start-postgres.ts";
import { hasNats, startNats } from "../../../internal/core/testing/start-nats.ts";

/** What benches of durable work run against. */
export interface Services {
  /** The environment of a platform on a new database of its own. */
  platformEnv(name: string): Promise<Readonly<Record<string, string>>>;
  databaseUrl(name: string): Promise<string>;
  /** The process of Postgres that all others of it are children of. */
  readonly postgresPid: number;
  stop(): Promise<void>;
}

/** A Postgres that loses nothing in a power cut, and NATS where this machine has it. */
export async function startServices(): Promise<Services> {
  const postgres = await startPostgres(["--locale=C"], ["fsync=on", "synchronous_commit=on", "max_connections=300"]);
  const nats = hasNats() ? await startNats() : undefined;
  async function databaseUrl(name: string): Promise<string> {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
    await client.end();
    const url = new URL(postgres.url);
    url.pathname = `/${name}`;
    return url.href;
  }
  const [pid] = (await readFile(join(postgres.folder, "postmaster.pid"), "utf8")).split("\n");
  return {
    postgresPid: Number(pid),
    databaseUrl,
    platformEnv: async (name) => ({
      DATABASE_URL: await databaseUrl(name),
      ...(nats === undefined ? {} : { NATS_URL: nats.url }),
    }),
    async stop() {
      await Promise.all([postgres.stop(), nats?.remove()]);
    },
  };
}

/** A server that answers after `milliseconds`: what a step that waits on I/O waits for. */
export async function startSlowServer(milliseconds: number): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer(async (_, response) => {
    await sleep(milliseconds);
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
