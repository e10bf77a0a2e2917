import type { PGlite } from "@electric-sql/pglite";
import type { Kysely } from "kysely";
import { needed } from "../published/needed.ts";
import type { Migration } from "./migrations.ts";

/** Whether migrations need pgvector, which the Postgres that the generator starts by itself does not have. */
export const needsVectors = (migrations: readonly Migration[]): boolean =>
  migrations.some(({ text }) => /^\s*CREATE\s+EXTENSION\s+(?:IF\s+NOT\s+EXISTS\s+)?"?vector"?\s*;/im.test(text));

/** Runs the migrations on a Postgres in this process that has pgvector (PGlite), hands it to `work`, and removes it. */
export async function withVectorPostgres<Result>(
  migrations: readonly Migration[],
  work: (db: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  const server = await freshServer();
  // Loaded here: most runs of the generator need none of its 250 modules.
  const { Kysely, PGliteDialect } = await import("kysely");
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: server }) });
  try {
    for (const { path, text } of migrations) {
      await server.exec(text).catch((cause: Error) => {
        throw new Error(`Postgres refuses ${path}: ${cause.message}`, { cause });
      });
    }
    return await work(db);
  } finally {
    await db.destroy();
    // A Kysely that was never asked anything leaves it open.
    if (!server.closed) await server.close();
  }
}

/** What the first server was made of: making one takes four times as long as copying it. */
let cluster: Promise<Blob> | undefined;

async function freshServer(): Promise<PGlite> {
  const { PGlite } = await needed("@electric-sql/pglite", () => import("@electric-sql/pglite"));
  const { vector } = await needed("@electric-sql/pglite-pgvector", () => import("@electric-sql/pglite-pgvector"));
  const extensions = { vector };
  if (cluster !== undefined) return PGlite.create({ extensions, loadDataDir: await cluster });
  const made = PGlite.create({ extensions });
  cluster = made.then((server) => server.dumpDataDir("none"));
  await cluster;
  return made;
}
