import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import type { TestDatabase } from "./test-databases.ts";

/**
 * A Postgres with pgvector, which the test server does not have: a real one, compiled to run in this process (PGlite), behind a socket.
 * It has one session for all connections: open it with a pool of one.
 */
export async function createVectorPostgres(): Promise<TestDatabase> {
  const db = await freshServer();
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0 });
  await server.start();
  return {
    url: `postgres://postgres@${server.getServerConn()}/postgres`,
    poolSize: 1,
    async remove() {
      await server.stop();
      await db.close();
    },
  };
}

/** What the first server was made of: making one takes four times as long as copying it. */
let cluster: Promise<Blob> | undefined;

async function freshServer(): Promise<PGlite> {
  const extensions = { vector };
  if (cluster !== undefined) return PGlite.create({ extensions, loadDataDir: await cluster });
  const made = PGlite.create({ extensions });
  cluster = made.then((server) => server.dumpDataDir("none"));
  await cluster;
  return made;
}
