import { expect, test } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { refusals } from "../fixture/refusals.ts";
import { plan } from "../plan.ts";

const vector = (embedding: string, more = ""): string =>
  `{ type: array, items: { type: number }, x-codegen: { embedding: { ${embedding} }${more} } }`;

test("a vector of texts is no field: no request, answer or event has it", () => {
  const file = changed(labels, "        secret:", `        extra: ${vector("of: [name, note], dimensions: 384")}\n        secret:`);
  const { model, diagnostics } = plan([file]);
  expect(diagnostics).toEqual([]);
  const [domain] = model?.domains ?? [];
  expect(domain?.entities[0]?.embedding).toEqual({ name: "extra", of: ["name", "note"], dimensions: 384, metric: "cosine" });
  expect(JSON.stringify([domain?.entities[0]?.fields, domain?.schemas])).not.toContain('"extra"');
  expect(domain?.operations.find(({ id }) => id === "similarLabels")).toMatchObject({
    ...{ method: "get", path: "/labels/similar", permission: "labels.read", tenant: true },
  });
});

test.each([
  ["a field that is not there", vector("of: [name, nmae], dimensions: 3"), 'AW2006 nmae: There is no field "nmae"'],
  ["what the server makes", vector("of: [createdAt], dimensions: 3"), 'AW2006 createdAt: There is no field "createdAt"'],
  ["a secret", vector("of: [secret], dimensions: 3"), 'AW3005 secret: "secret" is sensitive'],
  ["what is no text", vector("of: [shape], dimensions: 3"), 'AW3005 shape: "shape" is no text'],
  ["itself", vector("of: [extra], dimensions: 3"), 'AW2006 extra: There is no field "extra"'],
  ["nothing", vector("of: [], dimensions: 3"), "AW2004 []: "],
  ["no numbers", vector("of: [name], dimensions: 0"), "AW2004 0: `embedding.dimensions` is 1 to 2000."],
  ["more numbers than Postgres has an index for", vector("of: [name], dimensions: 2001"), "AW2004 2001: "],
  ["half a number", vector("of: [name], dimensions: 1.5"), "AW2004 1.5: "],
  ["a number that is not said", vector("of: [name]"), "AW2005 {: `x-codegen.embedding` needs `dimensions`."],
  ["a distance that nobody knows", vector("of: [name], dimensions: 3, metric: cosin"), "AW2004 cosin: "],
  ["something beside", vector("of: [name], dimensions: 3", ", readable: [admin]"), "AW2008 [admin]: `readable` has no effect"],
])("a vector of %s is refused", (_, property, want) => {
  expect(refusals(property)).toEqual(expect.arrayContaining([expect.stringContaining(want)]));
});

test.each([
  ["encrypted", "{ type: string, x-codegen: { encrypted: true } }", '"text" is encrypted'],
  ["for some roles only", "{ type: string, x-codegen: { readable: [admin] } }", 'Only some roles may see "text"'],
  ["made by the server", "{ type: string, x-codegen: { generated: slug(name) } }", '"text" is made by the server'],
])("a vector of a text that is %s is refused", (_, text, want) => {
  const beside = ["        secret:", `        text: ${text}\n        secret:`] as const;
  expect(refusals(vector("of: [text], dimensions: 3"), beside)).toEqual([expect.stringContaining(`AW3005 text: ${want}`)]);
});

test("an entity has one vector", () => {
  const second = ["        secret:", `        other: ${vector("of: [name], dimensions: 3")}\n        secret:`] as const;
  expect(refusals(vector("of: [name], dimensions: 3"), second)).toEqual([
    expect.stringContaining('AW2008 other: "other" is one vector too many'),
  ]);
});

test("a vector cannot be required, and does not stand where nothing can ask for what is near", () => {
  const property = vector("of: [name], dimensions: 3");
  expect(refusals(property, ["required: [name]", "required: [name, extra]"])).toEqual([expect.stringContaining("AW2008 extra: ")]);
  const without = ["operations: [list, get, create, update, delete]", "operations: [get, create, update, delete]"] as const;
  expect(refusals(property, without)).toEqual([expect.stringContaining("AW2008 {")]);
});

test("the columns that queries name beside a row's are nobody's field", () => {
  const taken = ["        secret:", "        nearText: { type: string }\n        secret:"] as const;
  expect(refusals(vector("of: [name], dimensions: 3"), taken)).toEqual([expect.stringContaining("AW3001 nearText: ")]);
  expect(refusals("{ type: string }", taken)).toEqual([]);
});
