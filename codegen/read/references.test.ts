import { describe, expect, test } from "vitest";
import { Problems } from "../diagnostics/problems.ts";
import { plan } from "../plan.ts";
import { at, type MapNode, type Node, toJson } from "./node.ts";
import { parse } from "./parse.ts";
import { follow } from "./references.ts";

const main = `
here: { "a/b": { "m~n": { "100%": found } } }
list: [zero, one]
`;
const texts = { "openapi/main.yaml": main, "openapi/deep/other.json": '{ "it": "other" }' };

function target(reference: string) {
  const problems = new Problems();
  const files = new Map<string, Node>();
  for (const [path, text] of Object.entries(texts)) {
    const root = parse({ path, text }, problems);
    if (root !== undefined) files.set(path, root);
  }
  const node = parse({ path: "openapi/main.yaml", text: JSON.stringify({ $ref: reference }) }, problems) as MapNode;
  const found = follow(node, files, problems);
  return { value: found && toJson(found), problems: problems.list() };
}

/** Schemas that refer to each other by `$id`, each on a line of its own. */
const withIds = (from: string): { path: string; text: string } => ({
  path: "openapi/main.yaml",
  text: `openapi: 3.1.1
info: { title: Ids, version: "1" }
paths: {}
components:
  schemas:
    Node: { $id: "https://ids.test/node", type: object, properties: { a: { type: string } } }
    Tree: { $id: "https://ids.test/tree", $defs: { Leaf: { type: string } }, type: object, properties: { a: { $ref: "${from}" } } }
`,
});

describe("a reference by `$id`", () => {
  test.each([
    ["node", "#/components/schemas/Node"],
    ["https://ids.test/node", "#/components/schemas/Node"],
    ["node#/properties/a", "#/components/schemas/Node/properties/a"],
    ["#/$defs/Leaf", "#/components/schemas/Tree/$defs/Leaf"],
  ])("%s is refused where it stands, with the pointer that says the same", (from, suggestion) => {
    const spec = withIds(from);
    const { model, diagnostics } = plan([spec]);
    expect(model).toBeUndefined();
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors).toEqual([expect.objectContaining({ code: "AW1011", suggestion, message: expect.stringContaining("`$id`") })]);
    const { line, column } = errors[0]?.location ?? { line: 0, column: 0 };
    expect(spec.text.split("\n")[line - 1]?.slice(column - 1)).toMatch(/^"/);
    expect(plan([withIds(suggestion)]).model).toBeDefined();
  });
});

describe("a reference", () => {
  test.each([
    ["#/here/a~1b/m~0n/100%25", "found"],
    ["#/here/a~1b/m~0n/100%", "found"],
    ["#/list/1", "one"],
    ["main.yaml#/list/0", "zero"],
    ["./deep/../main.yaml#/list/0", "zero"],
    ["deep/other.json#/it", "other"],
    ["deep/other.json", { it: "other" }],
  ])("%s is found", (reference, want) => {
    expect(target(reference)).toEqual({ value: want, problems: [] });
  });

  test.each([
    ["#/list/2", undefined],
    ["#/list/01", undefined],
    ["#/list/length", undefined],
    ["#/here/toString", undefined],
    ["#list", undefined],
    ["#/lits/1", "#/list"],
    ["othr.json#/it", undefined],
    ["deep/othr.json#/it", "deep/other.json#/it"],
    ["/etc/passwd", undefined],
    ["../../../etc/passwd", undefined],
    ["file:///etc/passwd", undefined],
    ["http://127.0.0.1/#/it", undefined],
  ])("%s is refused", (reference, suggestion) => {
    const { value, problems } = target(reference);
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "AW1006", severity: "error" });
    expect(problems[0]?.suggestion).toBe(suggestion);
  });
});

const document = (schema: string): string => `openapi: 3.1.1
components:
  schemas:
    Thing:
      ${schema}
    Other: { type: string }
`;

describe("$ref is a reference only where OpenAPI says so", () => {
  test.each([
    ["in an example", "example: { $ref: nowhere }"],
    ["in examples", "examples: [{ $ref: nowhere }]"],
    ["in a default", "default: { $ref: nowhere }"],
    ["in an enum", "enum: [{ $ref: nowhere }]"],
    ["in a const", "const: { $ref: nowhere }"],
    ["in a foreign extension", "x-mine: { $ref: nowhere }"],
    ["as the name of a property", "properties: { $ref: { type: string } }"],
  ])("not %s", (_, schema) => {
    expect(plan([{ path: "openapi/a.yaml", text: document(schema) }]).diagnostics).toEqual([]);
  });

  test.each([
    ["under a property called example", "properties: { example: { $ref: nowhere } }"],
    ["under a property called default", "properties: { default: { $ref: nowhere } }"],
    ["under a property called x-mine", "properties: { x-mine: { $ref: nowhere } }"],
    ["in items", "items: { $ref: nowhere }"],
  ])("but %s", (_, schema) => {
    const { diagnostics } = plan([{ path: "openapi/a.yaml", text: document(schema) }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["AW1006"]);
  });

  test("a schema may contain itself by name, and across files", () => {
    const one = document("properties: { next: { $ref: 'b.yaml#/components/schemas/Back' } }");
    const two =
      "openapi: 3.1.1\ncomponents: { schemas: { Back: { properties: { thing: { $ref: 'a.yaml#/components/schemas/Thing' } } } } }";
    const { model, diagnostics } = plan([
      { path: "openapi/a.yaml", text: one },
      { path: "openapi/b.yaml", text: two },
    ]);
    expect(diagnostics).toEqual([]);
    expect(model?.shared.map(({ name }) => name)).toEqual(["Other", "Thing", "Back"]);
  });

  test("what stands beside a $ref is kept", () => {
    const text = document(
      "properties: { a: { $ref: '#/components/schemas/Other', description: Said here., maxLength: 3, readOnly: true } }",
    );
    const schema = plan([{ path: "openapi/a.yaml", text }]).model?.shared.find(({ name }) => name === "Thing")?.schema;
    expect(schema).toMatchObject({
      properties: [
        {
          name: "a",
          description: "Said here.",
          readOnly: true,
          schema: { kind: "intersection", parts: [{ kind: "reference", name: "Other" }, {}] },
        },
      ],
    });
  });

  test("what stands beside the $ref of a response is ignored, as OpenAPI says, unless it is ours", () => {
    const text = (beside: string): string => `openapi: 3.1.1
components:
  responses:
    Some: { description: Some. }
    Other: { $ref: "#/components/responses/Some", ${beside} }
`;
    expect(plan([{ path: "openapi/a.yaml", text: text("content: 1, nonsense: 2") }]).diagnostics).toEqual([]);
    expect(plan([{ path: "openapi/a.yaml", text: text("x-codegen: {}") }]).diagnostics.map(({ code }) => code)).toEqual(["AW2002"]);
  });

  test("the place of an alias that YAML shares is the anchor's", () => {
    const root = parse({ path: "a.yaml", text: "a: &x { b: 1 }\nc: *x" }, new Problems()) as Node;
    expect(at(root, "c")).toBe(at(root, "a"));
  });
});
