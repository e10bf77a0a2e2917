import { expect, test } from "vitest";
import type { PipelineDefinition, PipelineStep } from "../../../generated/pipelines/types.gen.ts";
import { checkDefinition } from "./check-definition.ts";
import type { KnownTool } from "./reading.ts";

const tools: readonly KnownTool[] = [
  {
    name: "load",
    inputSchema: {
      type: "object",
      additionalProperties: false,
      properties: { file: { type: "string", minLength: 1 }, limit: { type: "integer" } },
    },
    outputSchema: { type: "object", additionalProperties: false, properties: { rows: { type: "array" } } },
  },
  {
    name: "sum",
    inputSchema: {
      type: "object",
      additionalProperties: false,
      required: ["rows", "by"],
      properties: { rows: { type: "array" }, by: { $ref: "#/$defs/names" } },
      $defs: { names: { type: "array", items: { type: "string" } } },
    },
    outputSchema: { type: "object", properties: { rows: { type: "array" } } },
  },
  { name: "any", inputSchema: { type: "object" }, outputSchema: {} },
];

const check = (definition: PipelineDefinition) => checkDefinition(definition, tools, 5);
const load: PipelineStep = { id: "load", tool: "load", inputs: { file: "'a.csv'" } };

test("a definition without fault has none, and its edges come from needs and from expressions", () => {
  const { errors, edges } = check({
    inputSchema: { type: "object", properties: { by: { type: "string" } }, additionalProperties: false },
    steps: [
      load,
      { id: "sum", tool: "sum", inputs: { rows: "steps.load.rows", by: "[input.by]" } },
      { id: "last", tool: "any", needs: ["load", "sum"], inputs: { anything: "steps['sum'].rows.size()" } },
    ],
    outputs: { rows: "steps.sum.rows" },
  });
  expect(errors).toEqual([]);
  expect(edges).toEqual([
    { from: "load", to: "sum" },
    { from: "load", to: "last" },
    { from: "sum", to: "last" },
  ]);
});

const wrong: readonly (readonly [name: string, definition: PipelineDefinition, pointer: string, detail: RegExp])[] = [
  ["an id twice", { steps: [load, { id: "load", tool: "any" }] }, "/steps/1/id", /Step 1 has the id "load" already/],
  ["too many steps", { steps: Array.from({ length: 6 }, (_, n) => ({ id: `s${n}`, tool: "any" })) }, "/steps", /5 steps at the most/],
  ["an unknown tool", { steps: [{ id: "a", tool: "lode" }] }, "/steps/0/tool", /no tool named "lode"/],
  ["a need of nothing", { steps: [{ id: "a", tool: "any", needs: ["b"] }] }, "/steps/0/needs/0", /no step with the id "b"/],
  ["a need of itself", { steps: [{ id: "a", tool: "any", needs: ["a"] }] }, "/steps/0/needs/0", /cannot wait for itself/],
  ["no expression", { steps: [{ id: "a", tool: "any", inputs: { "x/y": "1 +" } }] }, "/steps/0/inputs/x~1y", /^Column 4: /],
  ["a fault in a later line", { steps: [{ id: "a", tool: "any", inputs: { x: "1 +\n 'a" } }] }, "/steps/0/inputs/x", /^Line 2, column /],
  [
    "a pattern that is none",
    { steps: [{ id: "a", tool: "any", inputs: { x: "'a'.matches('(')" } }] },
    "/steps/0/inputs/x",
    /^Column 13: .*no regular expression/,
  ],
  ["an unknown name", { steps: [{ id: "a", tool: "any", inputs: { x: "foo.bar" } }] }, "/steps/0/inputs/x", /Unknown variable: foo/],
  ["an unknown step", { steps: [{ id: "a", tool: "any", inputs: { x: "steps.b.c" } }] }, "/steps/0/inputs/x", /no step with the id "b"/],
  ["its own output", { steps: [{ id: "a", tool: "any", inputs: { x: "steps.a.c" } }] }, "/steps/0/inputs/x", /its own output/],
  ["an unknown step in the output", { steps: [load], outputs: { x: "steps.b" } }, "/outputs/x", /no step with the id "b"/],
  ["an output that a tool does not have", { steps: [load], outputs: { x: "steps.load.row" } }, "/outputs/x", /has no "row", only rows/],
  [
    "an input that the run does not have",
    {
      inputSchema: { properties: { city: {} }, additionalProperties: false },
      steps: [{ id: "a", tool: "any", inputs: { x: "input.town" } }],
    },
    "/steps/0/inputs/x",
    /has no "town", only city/,
  ],
  [
    "an input that the tool does not take",
    { steps: [{ ...load, inputs: { fil: "1" } }] },
    "/steps/0/inputs/fil",
    /takes no "fil", only file, limit/,
  ],
  ["a missing input", { steps: [{ id: "a", tool: "sum", inputs: { rows: "[]" } }] }, "/steps/0/inputs", /sum needs "by"/],
  ["missing inputs", { steps: [{ id: "a", tool: "sum" }] }, "/steps/0", /sum needs "rows"/],
  ["a constant of the wrong type", { steps: [{ ...load, inputs: { limit: "'many'" } }] }, "/steps/0/inputs/limit", /"limit" must be/],
  [
    "a constant wrong deep inside",
    { steps: [{ id: "a", tool: "sum", inputs: { rows: "[]", by: "['a', 1]" } }] },
    "/steps/0/inputs/by",
    /"by\/1" must be/,
  ],
  ["a constant that has no value", { steps: [{ ...load, inputs: { limit: "1 / 0" } }] }, "/steps/0/inputs/limit", /[Dd]ivision by zero/],
  ["an input schema that is none", { inputSchema: { type: "strin" }, steps: [load] }, "/inputSchema/type", /object/],
  [
    "a schema that is broken inside",
    { inputSchema: { properties: { a: { minimum: "x" } } }, steps: [load] },
    "/inputSchema/properties/a/minimum",
    /schema/,
  ],
];

test.each(wrong)("%s is told at its place", (_, definition, pointer, detail) => {
  const { errors } = check(definition);
  expect(errors).toContainEqual({ pointer, detail: expect.stringMatching(detail) });
});

test("a cycle is named once, with all its steps, at a place that makes it", () => {
  const { errors } = check({
    steps: [
      { id: "a", tool: "any", inputs: { x: "steps.c" } },
      { id: "b", tool: "any", needs: ["a"] },
      { id: "c", tool: "any", needs: ["b"] },
      { id: "d", tool: "any", needs: ["c"] },
    ],
  });
  expect(errors).toEqual([{ pointer: "/steps/1/needs/0", detail: "These steps wait for each other: a → c → b → a." }]);
});

test("all that is wrong is told at once", () => {
  const { errors } = check({
    steps: [
      { id: "a", tool: "no", needs: ["x"] },
      { id: "b", tool: "any", inputs: { p: "1 +", q: "steps.z" } },
    ],
  });
  expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
    "/steps/0/needs/0",
    "/steps/0/tool",
    "/steps/1/inputs/p",
    "/steps/1/inputs/q",
  ]);
});

test("a property that is only asked for is no error", () => {
  expect(check({ steps: [load], outputs: { x: "has(steps.load.row) ? 1 : 2" } }).errors).toEqual([]);
});

test("a definition that is too large is looked at no further", () => {
  const wrong = { id: "a", tool: "no", needs: ["b"] };
  expect(check({ steps: Array.from({ length: 6 }, () => wrong) }).errors).toMatchObject([{ pointer: "/steps" }]);
  const long = { ...load, inputs: { file: `'${"x".repeat(9_000)}'`, limit: "nonsense(" } };
  const steps = Array.from({ length: 12 }, (_, index) => ({ ...long, id: `s${index}` }));
  expect(checkDefinition({ steps }, tools, 50).errors).toMatchObject([
    { pointer: "", detail: expect.stringContaining("characters together") },
  ]);
});

test("ever so many errors are told in part", () => {
  const outputs = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`o${index}`, "("]));
  expect(check({ steps: [load], outputs }).errors).toHaveLength(200);
});

test("constants share the work that one expression may cost, and what that does not suffice for is left to the run", () => {
  const hard = `'${"x".repeat(9)}' + string([1,2,3,4,5,6,7,8,9].map(a, [1,2,3,4,5,6,7,8,9].map(b, [1,2,3,4,5,6,7,8,9].map(c, [1,2,3,4,5,6,7,8,9].map(d, [1,2,3,4,5,6,7,8,9].map(e, a+b))))).size())`;
  const steps = Array.from({ length: 400 }, (_, index) => ({ id: `s${index}`, tool: "load", inputs: { file: `${hard} + '${index}'` } }));
  const last = { id: "last", tool: "load", inputs: { limit: "'many'" } };
  expect(checkDefinition({ steps: [last, ...steps] }, tools, 1_000).errors).toMatchObject([{ pointer: "/steps/0/inputs/limit" }]);
});

test("a chain of thousands is walked", () => {
  const steps = Array.from({ length: 5_000 }, (_, n) => ({ id: `s${n}`, tool: "any", needs: n === 4_999 ? [] : [`s${n + 1}`] }));
  expect(checkDefinition({ steps }, tools, 10_000).errors).toEqual([]);
});
