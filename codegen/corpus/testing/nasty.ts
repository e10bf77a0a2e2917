/** A document that asks much of a generator: its text, and what must become of it. */
export interface Nasty {
  readonly text: string;
  readonly outcome: "compiled" | "diagnosed";
  /** Files beside it that it refers to. */
  readonly parts?: Readonly<Record<string, string>>;
}

const openapi = (version: string, rest: object): string =>
  JSON.stringify({ openapi: version, info: { title: "Nasty", version: "1" }, paths: {}, ...rest });

/** A document with one operation that takes, and answers, the first of its schemas. */
const withSchemas = (schemas: Readonly<Record<string, unknown>>, version = "3.1.0", more: object = {}): string => {
  const schema = { $ref: `#/components/schemas/${Object.keys(schemas)[0]}` };
  const content = { "application/json": { schema } };
  const post = { operationId: "take", requestBody: { content }, responses: { "200": { description: "It.", content } } };
  return openapi(version, { paths: { "/it": { post } }, components: { schemas }, ...more });
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const nothing = { responses: { "204": { description: "Done." } } };

export const nasty: Readonly<Record<string, Nasty>> = {
  "recursion-through-everything": {
    outcome: "compiled",
    text: withSchemas({
      Tree: {
        type: "object",
        required: ["children"],
        properties: {
          children: { type: "array", items: ref("Tree") },
          index: { type: "object", additionalProperties: ref("Tree") },
          next: { anyOf: [ref("Tree"), { type: "null" }] },
        },
        patternProperties: { "^x-": ref("Tree") },
      },
    }),
  },
  "all-of-itself": {
    outcome: "compiled",
    text: withSchemas({
      A: { allOf: [ref("B"), { type: "object", properties: { a: { type: "string" } } }] },
      B: { allOf: [ref("A"), { type: "object", properties: { b: ref("A") } }] },
    }),
  },
  "dynamic-references": {
    outcome: "diagnosed",
    text: withSchemas({
      Node: {
        $id: "https://nasty.test/node",
        $dynamicAnchor: "node",
        type: "object",
        properties: { data: true, children: { type: "array", items: { $dynamicRef: "#node" } } },
      },
      Strict: { $id: "https://nasty.test/strict", $dynamicAnchor: "node", $ref: "node", unevaluatedProperties: false },
    }),
  },
  "anchors-and-ids": {
    outcome: "diagnosed",
    text: withSchemas({
      Outer: {
        $id: "https://nasty.test/outer",
        type: "object",
        properties: { one: { $ref: "#here" }, two: { $ref: "https://nasty.test/outer#here" } },
        $defs: { Here: { $anchor: "here", type: "string", minLength: 1 } },
      },
    }),
  },
  "two-documents-of-one-name": {
    outcome: "compiled",
    text: withSchemas({
      Here: { type: "object", properties: { there: { $ref: "nasty-other/two-documents-of-one-name.yaml#/components/schemas/There" } } },
    }),
    parts: {
      "nasty-other/two-documents-of-one-name.yaml": withSchemas({ There: { type: "object", properties: { a: { type: "string" } } } }),
    },
  },
  "discriminator-in-other-files": {
    outcome: "compiled",
    text: withSchemas({
      Pet: {
        oneOf: [{ $ref: "nasty-parts/cat.json" }, { $ref: "nasty-parts/dog.json#/Dog" }],
        discriminator: { propertyName: "kind", mapping: { cat: "nasty-parts/cat.json", dog: "nasty-parts/dog.json#/Dog" } },
      },
    }),
    parts: {
      "nasty-parts/cat.json": JSON.stringify({
        type: "object",
        required: ["kind"],
        properties: { kind: { const: "cat" }, lives: { type: "integer" } },
      }),
      "nasty-parts/dog.json": JSON.stringify({
        Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" }, friend: { $ref: "cat.json" } } },
      }),
    },
  },
  "nullable-with-enum": {
    outcome: "compiled",
    text: withSchemas(
      {
        A: {
          type: "object",
          properties: {
            a: { type: "string", nullable: true, enum: ["x", null] },
            b: { type: "string", nullable: true, enum: ["x"] },
            c: { nullable: true, allOf: [ref("B")] },
            d: { type: "integer", nullable: true, minimum: 1, exclusiveMinimum: true },
          },
        },
        B: { type: "string", enum: ["y"] },
      },
      "3.0.3",
    ),
  },
  "five-thousand-schemas": {
    outcome: "compiled",
    text: withSchemas(
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [
          `S${index}`,
          { type: "object", properties: { [`p${index}`]: { type: "string" }, next: ref(`S${(index * 7 + 1) % 5000}`) } },
        ]),
      ),
    ),
  },
  "parameters-with-content": {
    outcome: "compiled",
    text: openapi("3.0.1", {
      paths: {
        "/search/{where}": {
          get: {
            operationId: "search",
            parameters: [
              {
                name: "where",
                in: "path",
                required: true,
                style: "matrix",
                explode: true,
                schema: { type: "array", items: { type: "string" } },
              },
              {
                name: "X-Filter",
                in: "header",
                content: { "application/json": { schema: { type: "object", properties: { a: { type: "integer" } } } } },
              },
              { name: "taste", in: "cookie", content: { "application/json": { schema: { type: "array", items: { type: "string" } } } } },
              {
                name: "deep",
                in: "query",
                style: "deepObject",
                explode: true,
                schema: {
                  type: "object",
                  properties: { a: { type: "object", properties: { b: { type: "array", items: { type: "integer" } } } } },
                },
              },
              {
                name: "tags",
                in: "query",
                style: "form",
                explode: true,
                schema: { type: "array", items: { type: "string", maxLength: 9 }, maxItems: 3 },
              },
              { name: "pipe", in: "query", style: "pipeDelimited", schema: { type: "array", items: { type: "number" } } },
            ],
            ...nothing,
          },
        },
      },
    }),
  },
  "forms-and-bytes": {
    outcome: "compiled",
    text: openapi("3.1.0", {
      paths: {
        "/form": {
          post: {
            operationId: "sendForm",
            requestBody: {
              content: {
                "multipart/form-data": {
                  schema: {
                    type: "object",
                    properties: {
                      file: {},
                      files: { type: "array", items: { type: "string", contentMediaType: "image/png" } },
                      meta: { type: "object", properties: { a: { type: "string" } } },
                      tags: { type: "array", items: { type: "string" } },
                    },
                  },
                  encoding: {
                    file: { contentType: "application/octet-stream" },
                    meta: { contentType: "application/json" },
                    tags: { style: "form", explode: false },
                  },
                },
                "application/x-www-form-urlencoded": {
                  schema: { type: "object", properties: { a: { type: "array", items: { type: "string" } } } },
                  encoding: { a: { explode: true } },
                },
              },
            },
            ...nothing,
          },
        },
        "/bytes": {
          put: {
            operationId: "sendBytes",
            requestBody: { content: { "application/octet-stream": {} } },
            responses: {
              "200": { description: "B.", content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } },
            },
          },
        },
      },
    }),
  },
  "links-and-callbacks": {
    outcome: "compiled",
    text: openapi("3.0.0", {
      paths: {
        "/jobs": {
          post: {
            operationId: "startJob",
            responses: {
              "201": {
                description: "J.",
                links: {
                  Job: { operationId: "getJob", parameters: { id: "$response.body#/id" } },
                  Odd: { operationRef: "#/paths/~1jobs~1{id}/get" },
                },
              },
            },
            callbacks: {
              done: {
                "{$request.body#/callbackUrl}?x={$request.query.x}": {
                  post: {
                    operationId: "jobDone",
                    requestBody: { content: { "application/json": { schema: { type: "object" } } } },
                    ...nothing,
                  },
                },
              },
            },
          },
        },
        "/jobs/{id}": {
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }],
          get: { operationId: "getJob", ...nothing },
        },
      },
    }),
  },
  "conditions-and-what-is-left-over": {
    outcome: "compiled",
    text: withSchemas({
      A: {
        type: "object",
        properties: {
          kind: { const: 1 },
          a: { type: "string" },
          list: {
            type: "array",
            prefixItems: [{ type: "string" }, { type: "integer" }],
            items: false,
            contains: { const: "x" },
            minContains: 1,
            maxContains: 2,
          },
        },
        patternProperties: { "^n_": { type: "number" } },
        propertyNames: { pattern: "^[a-z_]+$" },
        if: { properties: { kind: { const: 1 } }, required: ["kind"] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { required: ["a"] },
        else: { properties: { a: false } },
        dependentSchemas: { a: { properties: { b: { type: "string" } }, required: ["b"] } },
        unevaluatedProperties: false,
      },
      Yes: true,
      No: false,
      Only: { const: { a: [1, null] } },
    }),
  },
  "without-paths": {
    outcome: "compiled",
    text: JSON.stringify({ openapi: "3.1.0", info: { title: "N", version: "1" }, components: { schemas: { A: { type: "string" } } } }),
  },
  "only-webhooks": {
    outcome: "compiled",
    text: JSON.stringify({
      openapi: "3.1.0",
      info: { title: "N", version: "1" },
      webhooks: {
        ping: {
          post: { operationId: "ping", requestBody: { content: { "application/json": { schema: { type: "object" } } } }, ...nothing },
        },
      },
    }),
  },
  "yaml-anchors-and-merge-keys": {
    outcome: "compiled",
    text: [
      "openapi: 3.0.3",
      "info: { title: N, version: '1' }",
      "x-base: &base { description: Done. }",
      "x-shape: &shape",
      "  type: object",
      "  properties: { a: { type: string } }",
      "paths:",
      "  /a:",
      "    get: { operationId: a, responses: { '200': { <<: *base, content: { application/json: { schema: *shape } } } } }",
      "components: { schemas: { A: { <<: *shape, required: [a] } } }",
      "",
    ].join("\n"),
  },
  "yaml-with-crlf-and-a-mark": {
    outcome: "compiled",
    text: "\ufeffopenapi: 3.0.3\r\ninfo:\r\n  title: N\r\n  version: '1'\r\npaths:\r\n  /a:\r\n    get:\r\n      operationId: a\r\n      description: |\r\n        Two\r\n        lines\r\n      responses:\r\n        '204':\r\n          description: Done.\r\n",
  },
  "yaml-with-tabs": { outcome: "diagnosed", text: "openapi: 3.0.3\ninfo:\n\ttitle: N\n\tversion: '1'\npaths: {}\n" },
  "swagger-two": {
    outcome: "diagnosed",
    text: JSON.stringify({
      swagger: "2.0",
      info: { title: "N", version: "1" },
      paths: { "/a": { get: { responses: { 200: { description: "." } } } } },
    }),
  },
  "numbers-for-names": {
    outcome: "compiled",
    text: "openapi: 3.0.3\ninfo: { title: 1, version: 2 }\npaths:\n  /1:\n    get: { operationId: 1, responses: { 200: { description: 3 }, 404: { description: no } } }\ncomponents: { schemas: { 1: { type: string, enum: [1, yes, null, 1.0] }, null: { type: object } } }\n",
  },
};
