import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import { embeddedPostgres } from "./embedded-postgres.ts";
import type { Migration } from "./migrations.ts";

/** Starts a Postgres of its own on the loopback, runs the migrations, hands the database to `work`, and removes all of it. */
export async function withPostgres<Result>(
  migrations: readonly Migration[],
  work: (db: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  const [EmbeddedPostgres, { default: pg }] = await Promise.all([embeddedPostgres(), import("pg")]);
  const folder = await mkdtemp(join(tmpdir(), "archwright-types-"));
  const password = randomBytes(16).toString("hex");
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: "postgres",
    password,
    persistent: false,
    // Postgres refuses to run as root; a machine that only has root gets a user for it.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "unix_socket_directories="],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start().catch((cause: unknown) => {
      throw new Error(`Postgres did not start:\n${said.slice(-20).join("\n")}`, { cause });
    });
    const pool = new pg.Pool({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres", max: 1 });
    // A pool says that it has ended before its connections are closed, and the server then tells them that it goes: no error.
    pool.on("error", () => undefined);
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    try {
      for (const { path, text } of migrations) {
        await pool.query(text).catch((cause: Error) => {
          throw new Error(`Postgres refuses ${path}: ${cause.message}`, { cause });
        });
      }
      return await work(db);
    } finally {
      await db.destroy();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("The loopback has no free port.");
  return address.port;
}
