import type { Domain, Json, Model, NamedSchema, Operation, Schema } from "../../model/model.ts";
import type { ModelEmitter } from "../emitter.ts";
import { reachable } from "../references.ts";
import { operationJson } from "./operation.ts";
import { componentName, defined, type JsonObject, properties, schemaJson } from "./schema.ts";

const methods = ["get", "put", "post", "patch", "delete"] as const;

/** The published document: one OpenAPI 3.1 for all domains, without a trace of the annotations that it was made from. */
export const emitDocument: ModelEmitter = (model) => ({
  path: "generated/openapi.json",
  text: `${JSON.stringify(document(model), null, 2)}\n`,
});

/** Whether an operation is published: one that only other domains may call is not. */
export const isPublished = (operation: Operation): boolean => operation.permission !== "internal";

/** The published document of a model. */
export function document(model: Model): JsonObject {
  const operations = model.domains.flatMap((domain) => domain.operations);
  const keyed = operations.some(({ effects }) => effects?.idempotent === true);
  const limited = operations.some(({ effects }) => effects?.rateLimit !== undefined);
  const published = model.domains.filter((domain) => domain.operations.some(isPublished));
  return {
    openapi: "3.1.1",
    info: { title: "Archwright", version: "1.0.0", description: published.map(({ title }) => title).join(", ") },
    servers: [{ url: "/api/v1" }],
    security: [{ bearer: [] }],
    tags: published.map((domain) => defined({ name: domain.title, description: domain.description || undefined })),
    paths: paths(model),
    components: {
      schemas: schemas(model),
      responses: {
        Problem: {
          description: "What went wrong (RFC 9457).",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      parameters: {
        IfMatch: {
          name: "If-Match",
          in: "header",
          required: false,
          description: "The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412.",
          schema: { type: "string" },
        },
        ...(keyed ? { IdempotencyKey: idempotencyKey } : {}),
      },
      headers: {
        ETag: { description: "The version, for If-Match.", schema: { type: "string" } },
        ...(limited ? quotaHeaders : {}),
      },
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
  };
}

const idempotencyKey: JsonObject = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A new text for each request. The same request with the same key is done once, and answered again for a day; another request with it gets 422, one that comes while the first is under way 409.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const quotaHeaders: JsonObject = {
  RateLimitPolicy: { description: "The quota `q` in each window of `w` seconds.", schema: { type: "string" } },
  RateLimit: { description: "How many calls remain, `r`, and the seconds until there are more, `t`.", schema: { type: "string" } },
};

function paths(model: Model): JsonObject {
  const byPath = new Map<string, (readonly [Domain, Operation])[]>();
  for (const domain of model.domains) {
    for (const operation of domain.operations.filter(isPublished)) {
      byPath.set(operation.path, [...(byPath.get(operation.path) ?? []), [domain, operation]]);
    }
  }
  const items = [...byPath]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, operations]): [string, JsonObject] => [path, pathItem(model, operations)]);
  return properties(items);
}

function pathItem(model: Model, operations: readonly (readonly [Domain, Operation])[]): JsonObject {
  const entries = methods.flatMap((method) =>
    operations
      .filter(([, operation]) => operation.method === method)
      .map(([domain, operation]): [string, Json] => [method, operationJson(model, domain, operation)]),
  );
  return properties(entries);
}

/** Every schema that a published operation leads to; rows that only code sees are not among them. */
export function publishedSchemas(model: Model): readonly NamedSchema[] {
  const roots = model.domains.flatMap(({ operations }) => operations.filter(isPublished).flatMap(rootsOf));
  const name = (named: NamedSchema) => componentName(model, named.domain, named.name);
  return reachable(model, roots).toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
}

function schemas(model: Model): JsonObject {
  const own = publishedSchemas(model).map((named): [string, JsonObject] => [
    componentName(model, named.domain, named.name),
    component(model, named),
  ]);
  const all: [string, JsonObject][] = [...own, ["Problem", problem]];
  return properties(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function rootsOf({ parameters, body, response }: Operation): readonly Schema[] {
  return [
    ...parameters.map(({ schema }) => schema),
    ...(body?.kind === "json" ? [body.schema] : []),
    ...(response.schema === undefined ? [] : [response.schema]),
    ...response.headers.map(({ schema }) => schema),
  ];
}

function component(model: Model, named: NamedSchema): JsonObject {
  return defined({
    ...schemaJson(model, named.schema),
    description: named.description || undefined,
    examples: named.example === undefined ? undefined : [named.example],
  });
}

const problem: JsonObject = {
  type: "object",
  description: "What went wrong (RFC 9457).",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string", description: "The kind of problem." },
    title: { type: "string", description: "The kind, for people." },
    status: { type: "integer", description: "The HTTP status." },
    detail: { type: "string", description: "What went wrong this time, and what to do about it." },
    instance: { type: "string", description: "The request's id." },
    errors: {
      type: "array",
      description: "Each place in the input that is wrong.",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: {
          pointer: { type: "string", description: "JSON Pointer into the body, or `?name` for a parameter." },
          detail: { type: "string" },
        },
      },
    },
  },
};
