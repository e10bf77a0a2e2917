import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DB } from "../../../generated/database/postgres.gen.ts";
import { worked } from "../worked.ts";

// Hono and Kysely as usually written: the query is built on each request. No token, no validation.
const [connectionString = "", organization = ""] = process.argv.slice(2);
const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 10 }) }) });

const app = new Hono()
  .get("/cpu", (c) => c.json(worked()))
  .get("/pipelines/:id", async (c) => {
    const row = await db
      .selectFrom("pipelines")
      .selectAll()
      .where("organization_id", "=", organization)
      .where("id", "=", c.req.param("id"))
      .executeTakeFirst();
    return row === undefined ? c.notFound() : c.json(row);
  })
  .get("/pipelines", async (c) => {
    const items = await db
      .selectFrom("pipelines")
      .selectAll()
      .where("organization_id", "=", organization)
      .orderBy("created_at")
      .orderBy("id")
      .limit(50)
      .execute();
    return c.json({ items });
  });

serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
