import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../model/json-schema.ts";
import { plan } from "../plan.ts";
import { emit } from "./emit.ts";
import { workspace } from "./fixture/workspace.ts";

const root = resolve(import.meta.dirname, "../..");

/** Texts that try to get out of wherever they are put, or to be taken for something else. */
const hostile = fc.oneof(
  fc.constantFrom(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody hostile writes.
    ...['"; globalThis.stolen = 1; "', "`; globalThis.stolen = 1; `", "${globalThis.stolen = 1}", "*/ globalThis.stolen = 1; /*"],
    ...[
      "</script><script>globalThis.stolen=1</script>",
      "'+(globalThis.stolen=1)+'",
      "\n globalThis.stolen = 1; //",
      "a\u2028b\u2029c",
      "\\",
    ],
    ...[
      "__proto__",
      "constructor",
      "prototype",
      "toString",
      "hasOwnProperty",
      "then",
      "valueOf",
      "",
      " ",
      "$",
      "_",
      "0",
      "1a",
      "é",
      "名前",
      "😀",
    ],
    ...["class", "delete", "default", "await", "enum", "null", "undefined", "arguments", "eval", "import", "new"],
    ...[
      "String",
      "Error",
      "Promise",
      "Record",
      "Context",
      "Reply",
      "Failure",
      "Remote",
      "Validator",
      "object",
      "optional",
      "required",
      "proven",
    ],
    ...["seeded", "make", "number", "given", "service", "remote", "ctx", "input", "body", "params", "HostileService", "hostileOperations"],
    ...["{id}", "{", "}", "/", "~1", "%2F", "#", "?", ":", "*", "..", "a b", "a-b", "A_b", "aB", "\u0000", "\ud800"],
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);

const names = fc.uniqueArray(hostile, { minLength: 1, maxLength: 4 });
const properties = (schema: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc
    .tuple(names, fc.array(schema, { minLength: 4, maxLength: 4 }))
    .map(([keys, values]) => Object.fromEntries(keys.map((key, index) => [key, values[index] ?? {}])));

const schema: fc.Arbitrary<Json> = fc.letrec<{ any: Json }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.record({ type: fc.constant("string"), description: hostile, format: hostile, default: hostile }),
    fc.record({ type: fc.constantFrom("integer", "number", "boolean"), title: hostile }),
    fc.record({ enum: fc.array(fc.oneof(hostile, fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 3 }) }),
    fc.record({ const: hostile }),
    fc.record({ type: fc.constant("string"), pattern: hostile, minLength: fc.nat(3) }),
    fc.record({ type: fc.constant("array"), items: tie("any") }),
    fc.record({
      type: fc.constant("object"),
      properties: properties(tie("any")),
      required: names,
      description: hostile,
      deprecated: fc.boolean(),
    }),
    fc.record({ type: fc.constant("object"), patternProperties: properties(tie("any")), additionalProperties: tie("any") }),
    fc.record({ oneOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }), discriminator: fc.record({ propertyName: hostile }) }),
    fc.record({ allOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }), nullable: fc.boolean() }),
    fc.record({ dependentRequired: fc.record({ a: names }), propertyNames: tie("any"), not: fc.record({ const: hostile }) }),
    fc.record({ $ref: fc.constantFrom("#/components/schemas/constructor", "#/components/schemas/Error", "#/components/schemas/a~1b") }),
  ),
})).any;

const parameter = fc.record({
  name: hostile,
  in: fc.constantFrom("query", "header", "cookie"),
  description: hostile,
  style: fc.constantFrom("form", "deepObject", "pipeDelimited"),
  schema,
});
const content = (types: readonly string[]) =>
  fc
    .tuple(fc.subarray([...types], { minLength: 1 }), schema)
    .map(([list, body]) => Object.fromEntries(list.map((type) => [type, { schema: body }])));
const response = fc.record({
  description: hostile,
  headers: fc.dictionary(fc.constantFrom("X-A", "x-b", "Link"), fc.record({ schema }), { maxKeys: 2 }),
  content: content(["application/json", "text/plain", "text/event-stream", "image/png", 'application/*+json; x="\'`"']),
});
const operation = fc.record(
  {
    operationId: hostile,
    summary: hostile,
    description: hostile,
    parameters: fc.array(parameter, { maxLength: 4 }),
    requestBody: fc.record({
      required: fc.boolean(),
      content: content(["application/json", "multipart/form-data", "text/x-'\"`", "application/x-www-form-urlencoded"]),
    }),
    responses: fc.dictionary(fc.constantFrom("200", "201", "204", "302", "404", "4XX", "default"), response, { maxKeys: 4 }),
  },
  { requiredKeys: ["responses"] },
);
const document = fc
  .tuple(
    fc.array(fc.tuple(hostile, fc.constantFrom("get", "post", "put", "delete", "head", "options", "patch"), operation), { maxLength: 6 }),
    fc.dictionary(hostile, schema, { maxKeys: 6 }),
    fc.tuple(schema, schema, schema),
    hostile,
  )
  .map(([operations, schemas, [first, second, third], title]) => ({
    openapi: "3.1.0",
    info: { title, version: "1", description: title },
    paths: Object.fromEntries(operations.map(([path, method, made]) => [`/${path}`, { [method]: made }])),
    components: { schemas: { ...schemas, constructor: first, Error: second, "a/b": third } },
  }));

const file = (text: string) => ({ path: "openapi/hostile.json", text });

describe("a document of others that means harm", () => {
  test("is generated or refused with a place, and never breaks the generator", () => {
    fc.assert(
      fc.property(document, (given) => {
        const { model, diagnostics } = plan([file(JSON.stringify(given))]);
        expect(model === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
        for (const { location } of diagnostics) expect(location.line).toBeGreaterThan(0);
        if (model !== undefined) emit(model);
      }),
      { numRuns: 300 },
    );
  });

  test("gives code that compiles, and runs none of its texts", { timeout: 120_000 }, async () => {
    const files = new Map<string, string>();
    const modules: string[] = [];
    // Each document is a project of its own beside the others, so that one run of the compiler judges them all.
    const models = fc.sample(document, { numRuns: 40, seed: Math.floor(Math.random() * 2 ** 31) }).flatMap((given) => {
      const { model } = plan([file(JSON.stringify(given))]);
      return model === undefined ? [] : [model];
    });
    expect(models.length).toBeGreaterThan(10);
    for (const [index, model] of models.entries()) {
      for (const [path, text] of emit(model)) {
        const own = `use/${index}/${path}`;
        files.set(
          own,
          text
            .replaceAll('from "../../internal/', 'from "../../../../internal/')
            .replaceAll('from "../internal/', 'from "../../../internal/'),
        );
        if (path.endsWith(".gen.ts") && path.includes("/hostile/")) modules.push(own);
      }
    }
    const { folder, remove } = await workspace(files);
    try {
      const compiler = join(root, "node_modules/typescript-7/bin/tsc");
      const compiled = await promisify(execFile)(process.execPath, [compiler, "-p", join(folder, "tsconfig.json"), "--pretty", "false"], {
        cwd: folder,
      }).then(
        () => "",
        (error: { stdout: string }) => error.stdout,
      );
      expect(compiled.split("\n").slice(0, 5).join("\n")).toBe("");
      const script = `for (const name of process.argv.slice(1)) await import("./" + name); console.log("stolen" in globalThis, ({}).stolen);`;
      const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, ...modules], { cwd: folder });
      expect(stdout.trim()).toBe("false undefined");
    } finally {
      await remove();
    }
  });

  const chain = (length: number, link: (index: number) => Json): Json =>
    Object.fromEntries(Array.from({ length }, (_, index) => [`S${index}`, link(index)]));
  const reference = (index: number) => ({ $ref: `#/components/schemas/S${index}` });
  const inside = (schemas: Json, more: object = {}) => ({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {
      "/x": {
        post: { requestBody: { content: { "application/json": { schema: reference(0) } } }, responses: { "204": { description: "" } } },
      },
    },
    components: { schemas },
    ...more,
  });

  test.each<[string, object]>([
    [
      "references that lead from one to the next, thousands of times",
      inside(chain(5000, (index) => (index < 4999 ? { properties: { next: reference(index + 1) } } : {}))),
    ],
    ["names for names for names", inside(chain(5000, (index) => (index < 4999 ? reference(index + 1) : { type: "string" })))],
    ["a ring of names", inside(chain(1000, (index) => reference((index + 1) % 1000)))],
    [
      "variants that lead round in many circles",
      inside(chain(200, (index) => ({ anyOf: [reference((index + 1) % 200), reference((index + 7) % 200), { type: "null" }] }))),
    ],
    [
      "everything in everything",
      inside(
        chain(60, () => ({
          type: "object",
          properties: Object.fromEntries(Array.from({ length: 60 }, (_, to) => [`p${to}`, reference(to)])),
        })),
      ),
    ],
    [
      "twice the last one, thirty times",
      inside(
        { S0: { $ref: "#/x-all/d30" } },
        {
          "x-all": Object.fromEntries(
            Array.from({ length: 31 }, (_, at) => [
              `d${at}`,
              at === 0 ? { type: "string" } : { allOf: [{ $ref: `#/x-all/d${at - 1}` }, { $ref: `#/x-all/d${at - 1}` }] },
            ]),
          ),
        },
      ),
    ],
    [
      "a hundred thousand properties",
      inside({ S0: { type: "object", properties: Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`p${at}`, {}])) } }),
    ],
    ["a text of ten megabytes", inside({ S0: { type: "string", description: "*/`${".repeat(2_000_000) } })],
    [
      "a name of ten megabytes",
      inside({ S0: { type: "object", properties: { ["x".repeat(10_000_000)]: {} } }, ["N".repeat(10_000_000)]: {} }),
    ],
    [
      "one name for thousands of operations",
      {
        ...inside({ S0: {} }),
        paths: Object.fromEntries(
          Array.from({ length: 5000 }, (_, at) => [`/p${at}`, { get: { operationId: "same", responses: { "204": { description: "" } } } }]),
        ),
      },
    ],
  ])("comes to an end with %s", { timeout: 120_000 }, (_, given) => {
    const { model } = plan([file(JSON.stringify(given))]);
    if (model !== undefined) expect(emit(model).size).toBeGreaterThan(5);
  });
});

describe("the same document", () => {
  const reordered = (value: Json, random: () => number): Json => {
    if (Array.isArray(value)) return value.map((item) => reordered(item, random));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, item]) => [key, reordered(item as Json, random), random()] as const);
    return Object.fromEntries(entries.toSorted((a, b) => a[2] - b[2]).map(([key, item]) => [key, item]));
  };

  test("gives the same bytes whatever the order of its keys, as JSON and as YAML", () => {
    fc.assert(
      fc.property(document, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (given, numbers) => {
        const random = (): number => numbers.next().value ?? 0;
        const made = (text: string, path = "openapi/hostile.json") => {
          const { model } = plan([{ path, text }]);
          return model && Object.fromEntries([...emit(model)].map(([name, content]) => [name, content.replace(/^.*\n/, "")]));
        };
        const first = made(JSON.stringify(given));
        expect(made(JSON.stringify(reordered(given as unknown as Json, random), null, 1))).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});
