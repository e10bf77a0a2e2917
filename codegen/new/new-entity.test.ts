import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSpecs } from "../generate/specs.ts";
import { plan } from "../plan.ts";
import { newDomain } from "./new-domain.ts";
import { newEntity } from "./new-entity.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "archwright-new-"));
  await newDomain(root, "invoices");
});
afterEach(() => rm(root, { recursive: true }));

const modelOf = async () => {
  const { model, diagnostics } = plan(await readSpecs(root));
  expect(diagnostics).toEqual([]);
  return model;
};
const spec = () => readFile(join(root, "openapi/invoices.yaml"), "utf8");

it("stands behind what the domain has, which stays as it is, with a prefix and a path of its own", async () => {
  const before = await spec();
  expect(await newEntity(root, "invoices", "LineItem")).toBe("openapi/invoices.yaml");
  // Its first letters are those of an entity that is there.
  await newEntity(root, "invoices", "Line");
  expect((await spec()).startsWith(before)).toBe(true);
  const entities = (await modelOf())?.domains[0]?.entities ?? [];
  expect(entities.map(({ name, prefix, path, read, write }) => [name, prefix, path, read, write])).toEqual([
    ["Invoice", "invoice", "/invoices", "invoices.read", "invoices.write"],
    ["LineItem", "li", "/line-items", "invoices.read", "invoices.write"],
    ["Line", "lin", "/lines", "invoices.read", "invoices.write"],
  ]);
});

it("is for whoever has signed in, where the domain has no permissions to read and write", async () => {
  const bare = 'openapi: 3.1.1\ninfo: { title: Notes, version: "1" }\nx-codegen: { domain: notes } # no more\n';
  await writeFile(join(root, "openapi/other.yaml"), bare);
  expect(await newEntity(root, "notes", "Note")).toBe("openapi/other.yaml");
  expect((await modelOf())?.domains.find(({ name }) => name === "notes")?.entities[0]).toMatchObject({ read: "authenticated" });
});

it.each([
  ["invoices", "line_item", /PascalCase/],
  ["invoices", "../Line", /PascalCase/],
  ["invoices", "Invoice", /has a schema Invoice already/],
  ["invoics", "Line", /No spec has the domain invoics\. Did you mean invoices\?/],
  ["orders", "Order", /Begin it with `archwright new domain orders`/],
  ["invoices", "Record", /would not be sound\. Record is the name of a type/],
])("is refused in %s as %s, and nothing is written", async (domain, name, message) => {
  const before = await spec();
  await expect(newEntity(root, domain, name)).rejects.toThrow(message);
  expect(await spec()).toBe(before);
});

it("is refused where another domain has what it would make", async () => {
  await newDomain(root, "lines");
  await expect(newEntity(root, "invoices", "Line")).rejects.toThrow(/would not be sound/);
});

it("is not added to JSON, which has no comments to keep but would lose its form", async () => {
  await mkdir(join(root, "openapi"), { recursive: true });
  await writeFile(
    join(root, "openapi/orders.json"),
    JSON.stringify({ openapi: "3.1.1", info: { title: "Orders", version: "1" }, "x-codegen": { domain: "orders" } }),
  );
  await expect(newEntity(root, "orders", "Order")).rejects.toThrow(/in YAML only/);
});
