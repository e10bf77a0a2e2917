import { serve } from "@hono/node-server";
import Database from "better-sqlite3";
import { Hono } from "hono";
import { Kysely, SqliteDialect } from "kysely";
import type { DB } from "../../../generated/database/sqlite.gen.ts";
import { worked } from "../worked.ts";

// Hono and Kysely as usually written: the query is built and prepared on each request. No token, no validation.
const [file = "", organization = ""] = process.argv.slice(2);
const db = new Kysely<DB>({ dialect: new SqliteDialect({ database: new Database(file, { readonly: true }) }) });
const toItem = (row: { definition: string }) => ({ ...row, definition: JSON.parse(row.definition) as unknown });

const app = new Hono()
  .get("/cpu", (c) => c.json(worked()))
  .get("/pipelines/:id", async (c) => {
    const row = await db
      .selectFrom("pipelines")
      .selectAll()
      .where("organization_id", "=", organization)
      .where("id", "=", c.req.param("id"))
      .executeTakeFirst();
    return row === undefined ? c.notFound() : c.json(toItem(row));
  })
  .get("/pipelines", async (c) => {
    const found = await db
      .selectFrom("pipelines")
      .selectAll()
      .where("organization_id", "=", organization)
      .orderBy("created_at")
      .orderBy("id")
      .limit(50)
      .execute();
    return c.json({ items: found.map(toItem) });
  });

serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
