import { describe, expect, test } from "vitest";
import { refusals } from "../fixture/refusals.ts";

const salary = "{ type: [integer, 'null'], x-codegen: { readable: [admin] } }";
const note = (schema: string) => ["    Merge:\n", `    Pay: { type: object, properties: { of: ${schema} } }\n    Merge:\n`] as const;
const answer = ['schema: { $ref: "#/components/schemas/Label" }', 'schema: { $ref: "#/components/schemas/Pay" }'] as const;

describe("roles of a field are refused", () => {
  test.each([
    ["that do not exist", "{ type: string, x-codegen: { readable: [king] } }", "AW2006 king"],
    ["when there are none", "{ type: string, x-codegen: { writable: [] } }", "AW2004 []"],
    ["on what nobody sees", "{ type: string, x-codegen: { sensitive: true, readable: [admin] } }", "AW2008 [admin]"],
    ["on what nobody sets", "{ type: string, readOnly: true, x-codegen: { writable: [admin] } }", "AW2008 [admin]"],
    ["on what the server makes", "{ type: string, x-codegen: { generated: slug(name), writable: [admin] } }", "AW2008 [admin]"],
  ])("%s", (_, property, want) => {
    expect(refusals(property)).toEqual([expect.stringContaining(`${want}: `)]);
  });

  test("on what whoever creates must give", () => {
    const required = ["required: [name]", "required: [name, extra]"] as const;
    expect(refusals(salary, required)).toEqual([expect.stringMatching(/^AW2008 \[admin\]: "extra" is required, but/)]);
    expect(refusals("{ type: integer, default: 1, x-codegen: { writable: [admin] } }", required)).toEqual([]);
  });

  test("where a list would be in their order by itself", () => {
    const sort = (list: string) => ["sort: [name, createdAt]", `sort: ${list}`] as const;
    expect(refusals(salary, sort("[extra]"))).toEqual([expect.stringMatching(/^AW3005 extra: A list without a sort/)]);
    expect(refusals(salary, sort("[extra, createdAt]"))).toEqual([]);
    expect(refusals(salary, sort("[name, extra]"))).toEqual([]);
  });

  test("where a slug would tell the value", () => {
    const slug = (more: string) =>
      ["        note:", `        slug: { type: string, x-codegen: { generated: slug(extra)${more} } }\n        note:`] as const;
    const secret = "{ type: string, default: x, x-codegen: { readable: [admin] } }";
    expect(refusals(secret, slug(""))).toEqual([expect.stringMatching(/^AW2004 slug\(extra\): Only some roles/)]);
    expect(refusals(secret, slug(", readable: [admin, owner]"))).toHaveLength(1);
    expect(refusals(secret, slug(", readable: [admin]"))).toEqual([]);
  });

  test("where an operation carries them inside of something else", () => {
    const label = '{ $ref: "#/components/schemas/Label" }';
    const wrong = expect.stringMatching(/^AW1011 .*: mergeLabel carries labels\.Label in a place/);
    expect(refusals(salary)).toEqual([]);
    expect(refusals(salary, note(label), answer)).toEqual([wrong]);
    expect(refusals(salary, note(`{ type: array, items: ${label} }`), answer)).toEqual([wrong]);
    expect(refusals("{ type: string }", note(label), answer)).toEqual([]);
  });
});
