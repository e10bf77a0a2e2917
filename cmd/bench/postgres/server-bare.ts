import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";
import { worked } from "../worked.ts";

// The least that can answer: a bare Hono route around one named statement. No token, no validation.
const [connectionString = "", organization = ""] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10 });
const point = { name: "point", text: "select * from pipelines where organization_id = $1 and id = $2" };
const list = { name: "list", text: "select * from pipelines where organization_id = $1 order by created_at, id limit 50" };

const app = new Hono()
  .get("/cpu", (c) => c.json(worked()))
  .get("/pipelines/:id", async (c) => c.json((await pool.query({ ...point, values: [organization, c.req.param("id")] })).rows[0]))
  .get("/pipelines", async (c) => c.json({ items: (await pool.query({ ...list, values: [organization] })).rows }));

serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
