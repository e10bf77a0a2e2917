import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { newPlace } from "../validation/place.ts";
import { listParameters, listQuery } from "./lists.ts";
import { parametersReader } from "./parameters.ts";

const read = parametersReader(
  listParameters({ name: "text", status: ["active", "done"], size: "number", open: "boolean", owner: "exact", createdAt: "time" }, [
    "name",
  ]),
);

async function queryOf(search: string): Promise<{ query: unknown; wrong: string[]; details: string[] }> {
  const place = newPlace();
  let query: unknown;
  const app = new Hono();
  app.get("/", (c) => {
    query = listQuery(read(c, place));
    return c.body(null);
  });
  await app.request(`/?${search}`);
  return { query, wrong: place.errors.map(({ pointer }) => pointer), details: place.errors.map(({ detail }) => detail) };
}

describe("the query of a list", () => {
  test.each([
    ["", {}],
    ["limit=7&total=true&cursor=abc&sort=-name", { limit: 7, total: true, cursor: "abc", sort: "-name" }],
    ["limit=100000", { limit: 100000 }],
    ["filter[name][contains]=a%26b&filter[name][ne]=", { filter: { name: { contains: "a&b", ne: "" } } }],
    ["filter%5Bstatus%5D%5Bin%5D=active,done", { filter: { status: { in: ["active", "done"] } } }],
    ["filter[owner][in]=a&filter[owner][in]=b", { filter: { owner: { in: ["a", "b"] } } }],
    ["filter[size][gte]=1.5&filter[size][lt]=-2e3", { filter: { size: { gte: 1.5, lt: -2000 } } }],
    ["filter[open][eq]=false", { filter: { open: { eq: false } } }],
    ["filter[createdAt][gt]=2026-11-20T09:00:00%2B01:00", { filter: { createdAt: { gt: "2026-11-20T08:00:00.000Z" } } }],
  ])("of %s is understood", async (search, query) => {
    expect(await queryOf(search)).toEqual({ query, wrong: [], details: [] });
  });

  test.each([
    ["limit=0", "?limit"],
    ["limit=1e999", "?limit"],
    ["limit=1.5", "?limit"],
    ["sort=size", "?sort"],
    ["cursor=", "?cursor"],
    ["filter[status][eq]=open", "?filter[status][eq]"],
    ["filter[status][in]=active,open", "?filter[status][in]"],
    ["filter[status][contains]=act", "?filter[status][contains]"],
    ["filter[size][eq]=0x10", "?filter[size][eq]"],
    ["filter[size][eq]=", "?filter[size][eq]"],
    ["filter[open][eq]=1", "?filter[open][eq]"],
    ["filter[createdAt][gt]=yesterday", "?filter[createdAt][gt]"],
    ["filter[createdAt][gt]=2016-12-31T23:59:60Z", "?filter[createdAt][gt]"],
    ["filter[__proto__][eq]=1", "?filter[__proto__][eq]"],
    ["filter[name]=a", "?filter[name]"],
    ["filter[name][eq]=a&filter[name][eq]=b", "?filter[name][eq]"],
    [`filter[owner][in]=${"a,".repeat(100)}a`, "?filter[owner][in]"],
  ])("with %s is refused by name", async (search, pointer) => {
    expect((await queryOf(search)).wrong).toEqual([pointer]);
  });

  test.each([
    ["filter[status][contains]=act", "[eq], [ne], [in]"],
    ["filter[name]=a", "[eq], [ne], [contains], [in]"],
    ["filter[nmae][eq]=a", "[name], [status], [size], [open], [owner], [createdAt]"],
  ])("with %s is told which filters there are", async (search, offered) => {
    expect((await queryOf(search)).details).toEqual([`is not a filter that this operation has; it has ${offered}`]);
  });
});
