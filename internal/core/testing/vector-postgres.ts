import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import type { TestDatabase } from "./test-databases.ts";

/**
 * A Postgres with pgvector, which the test server does not have: a real one, compiled to run in this process (PGlite), behind a socket.
 * It has one session for all connections: open it with a pool of one.
 */
export async function createVectorPostgres(): Promise<TestDatabase> {
  const db = await PGlite.create({ extensions: { vector } });
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
