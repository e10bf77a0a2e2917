import type { Json, Schema } from "../../model/json-schema.ts";
import type { Domain, Model, NamedSchema } from "../../model/model.ts";
import type { Operation } from "../../model/operation.ts";
import type { ModelEmitter } from "../emitter.ts";
import { isPublished } from "../is-published.ts";
import { reachable } from "../references.ts";
import { requestHeaders, responseHeaders, used } from "./headers.ts";
import { operationJson } from "./operation.ts";
import { componentName, defined, type JsonObject, properties, schemaJson } from "./schema.ts";

const methods = ["get", "put", "post", "patch", "delete"] as const;

/** The published document: one OpenAPI 3.1 for all domains, without a trace of the annotations that it was made from. */
export const emitDocument =
  (title: string): ModelEmitter =>
  (model) =>
    isUnannotated(model) ? undefined : { path: "generated/openapi.json", text: `${JSON.stringify(document(model, title), null, 2)}\n` };

/** Whether every domain came as a document of its own: there is nothing to publish then that is not published already. */
export const isUnannotated = ({ domains }: Model): boolean => domains.length > 0 && domains.every(({ plain }) => plain);

/** The domains that the published document describes: one that came as a document of its own is described by that. */
const publishedDomains = (model: Model): readonly Domain[] => model.domains.filter(({ plain }) => !plain);

/** The published document of a model, under the name of the whole. */
export function document(model: Model, title = "Archwright"): JsonObject {
  const published = publishedDomains(model).filter((domain) => domain.operations.some(isPublished));
  const served = paths(model);
  return {
    openapi: "3.1.1",
    info: defined({
      title,
      version: "1.0.0",
      description: published.map((domain) => domain.title).join(", "),
      license: published.find(({ license }) => license !== undefined)?.license,
    }),
    servers: [{ url: model.basePath }],
    security: [{ bearer: [] }],
    tags: published.map((domain) => defined({ name: domain.title, description: domain.description || undefined })),
    paths: served,
    components: defined({
      schemas: schemas(model),
      responses: {
        Problem: {
          description: "What went wrong (RFC 9457).",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      parameters: used("parameters", requestHeaders, served),
      headers: used("headers", responseHeaders, served),
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    }),
  };
}

function paths(model: Model): JsonObject {
  const byPath = new Map<string, (readonly [Domain, Operation])[]>();
  for (const domain of publishedDomains(model)) {
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
  const roots = publishedDomains(model).flatMap(({ operations }) => operations.filter(isPublished).flatMap(rootsOf));
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

function rootsOf({ parameters, body, response, failure }: Operation): readonly Schema[] {
  return [
    ...parameters.map(({ schema }) => schema),
    ...(body?.kind === "json" ? [body.schema] : body?.kind === "content" ? body.contents.map(({ schema }) => schema) : []),
    ...(response.schema === undefined ? [] : [response.schema]),
    ...response.headers.map(({ schema }) => schema),
    ...(failure?.answers ?? []).flatMap(({ schema }) => schema ?? []),
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
