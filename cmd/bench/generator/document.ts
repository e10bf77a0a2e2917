import { stringify } from "yaml";

/**
 * An OpenAPI document without annotations, as YAML: `resources` times five operations with parameters, bodies and problems, and for each
 * resource eight schemas with constraints, references, unions and maps. The same number gives the same text.
 */
export function syntheticDocument(resources: number): string {
  const names = Array.from({ length: resources }, (_, index) => `Thing${index + 1}`);
  return stringify(
    {
      openapi: "3.1.0",
      info: { title: "Things", version: "1.0.0", description: "Made to be measured." },
      paths: Object.fromEntries(names.flatMap(pathsOf)),
      components: { schemas: Object.fromEntries([["Problem", problem], ...names.flatMap(schemasOf)]) },
    },
    { aliasDuplicateObjects: false },
  );
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string", maxLength: 200 };
const problem = { type: "object", required: ["title"], properties: { title: text, status: { type: "integer" } } };
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const problems = { 400: answer("Refused", ref("Problem")), 404: answer("Not there", ref("Problem")) };

function answer(description: string, schema: object): object {
  return { description, ...json(schema) };
}

function pathsOf(name: string): [string, object][] {
  const path = `/${name.toLowerCase()}s`;
  const id = { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[a-z0-9]+$" } };
  const limit = { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 } };
  const state = { name: "state", in: "query", schema: ref(`${name}State`) };
  const operation = (verb: string, more: object) => ({ operationId: `${verb}${name}`, summary: `To ${verb} a ${name}.`, ...more });
  return [
    [
      path,
      {
        get: operation("list", { parameters: [limit, state], responses: { 200: answer("Some", ref(`${name}Page`)), ...problems } }),
        post: operation("create", { requestBody: json(ref(`${name}Input`)), responses: { 201: answer("Made", ref(name)), ...problems } }),
      },
    ],
    [
      `${path}/{id}`,
      {
        get: operation("get", { parameters: [id], responses: { 200: answer("One", ref(name)), ...problems } }),
        put: operation("replace", {
          ...{ parameters: [id], requestBody: json(ref(`${name}Input`)) },
          responses: { 200: answer("Replaced", ref(name)), ...problems },
        }),
        delete: operation("delete", { parameters: [id], responses: { 204: { description: "Gone" }, ...problems } }),
      },
    ],
  ];
}

function schemasOf(name: string): [string, object][] {
  const fields = {
    name: { type: "string", minLength: 1, maxLength: 100, description: `What people call the ${name}.` },
    note: { type: ["string", "null"], maxLength: 2000 },
    state: ref(`${name}State`),
    size: { type: "number", minimum: 0 },
    tags: { type: "array", items: text, maxItems: 20, uniqueItems: true },
    labels: { type: "object", additionalProperties: text },
    owner: ref(`${name}Owner`),
    parts: { type: "array", items: ref(`${name}Part`) },
    content: ref(`${name}Content`),
  };
  const required = ["name", "state", "owner", "content"];
  const input = { type: "object", required, properties: fields, additionalProperties: false };
  const kind = (value: string, more: object) => ({
    ...{ type: "object", required: ["kind", ...Object.keys(more)] },
    properties: { kind: { const: value }, ...more },
  });
  return [
    [`${name}State`, { type: "string", enum: ["draft", "open", "closed"] }],
    [`${name}Owner`, { type: "object", required: ["email"], properties: { email: { type: "string", format: "email" }, since: text } }],
    [
      `${name}Part`,
      { type: "object", required: ["count"], properties: { count: { type: "integer", minimum: 1 }, of: ref(`${name}Owner`) } },
    ],
    [`${name}Content`, { oneOf: [kind("text", { text }), kind("number", { number: { type: "number" } }), kind("none", {})] }],
    [`${name}Input`, input],
    [
      name,
      {
        allOf: [
          ref(`${name}Input`),
          { type: "object", required: ["id"], properties: { id: text, createdAt: { type: "string", format: "date-time" } } },
        ],
      },
    ],
    [`${name}Page`, { type: "object", required: ["items"], properties: { items: { type: "array", items: ref(name) }, next: text } }],
  ];
}
