import { serve } from "@hono/node-server";
import Database from "better-sqlite3";
import { Hono } from "hono";
import { worked } from "../worked.ts";

// The least that can answer: a bare Hono route around one prepared statement. No token, no validation.
const [file = "", organization = ""] = process.argv.slice(2);
const database = new Database(file, { readonly: true });
const point = database.prepare("select * from pipelines where organization_id = ? and id = ?");
const list = database.prepare("select * from pipelines where organization_id = ? order by created_at, id limit 50");
const toItem = (row: { definition: string }) => ({ ...row, definition: JSON.parse(row.definition) as unknown });

const app = new Hono()
  .get("/cpu", (c) => c.json(worked()))
  .get("/pipelines/:id", (c) => c.json(toItem(point.get(organization, c.req.param("id")) as { definition: string })))
  .get("/pipelines", (c) => c.json({ items: (list.all(organization) as { definition: string }[]).map(toItem) }));

serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
