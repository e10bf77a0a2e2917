import type { Json } from "../model/json-schema.ts";
import { type Api, type ApiOperation, type ApiParameter, type ApiResponse, entriesOf, type JsonObject, listOf, objectOf } from "./api.ts";

const methods = ["get", "put", "post", "patch", "delete", "head", "options", "trace"] as const;

/**
 * What an OpenAPI 3.1 document says to callers. `permissions` gives what an operation needs beyond what the document's `security`
 * says, by operationId. Throws a sentence when it is no such document.
 */
export function apiOf(document: Json, permissions: ReadonlyMap<string, string> = new Map()): Api {
  const root = objectOf(document);
  if (typeof root?.openapi !== "string" || !root.openapi.startsWith("3.1."))
    throw new Error("Only documents of OpenAPI 3.1 can be compared.");
  const components = objectOf(root.components);
  const resolve = (value: Json | undefined, kind: string): JsonObject => resolved(value, components, kind, 0);
  const operations = entriesOf(root.paths).flatMap(([path, item]) => {
    const place = resolve(item, "pathItems");
    return methods.flatMap((method): [string, ApiOperation][] => {
      const operation = objectOf(place[method]);
      if (operation === undefined) return [];
      const id = typeof operation.operationId === "string" ? operation.operationId : `${method} ${path}`;
      const parameters = [...listOf(place.parameters), ...listOf(operation.parameters)].map((value) => resolve(value, "parameters"));
      const body = operation.requestBody === undefined ? undefined : resolve(operation.requestBody, "requestBodies");
      const described: ApiOperation = {
        id,
        title: `${method.toUpperCase()} ${path}`,
        deprecated: operation.deprecated === true,
        permission: permissions.get(id) ?? securityOf(operation.security ?? root.security),
        parameters: parametersOf(parameters, path),
        body: body && { required: body.required === true, content: contentOf(body) },
        responses: new Map(
          entriesOf(operation.responses).map(([status, value]) => [status, responseOf(resolve(value, "responses"), resolve)]),
        ),
      };
      return [[`${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`, described]];
    });
  });
  const events = entriesOf(root.webhooks).flatMap(([type, item]): [string, Json][] => {
    const post = objectOf(resolve(item, "pathItems").post);
    const [schema] = post?.requestBody === undefined ? [] : contentOf(resolve(post.requestBody, "requestBodies")).values();
    return schema === undefined ? [] : [[type, schema]];
  });
  return { operations: new Map(operations), events: new Map(events), schemas: new Map(entriesOf(components?.schemas)) };
}

function resolved(value: Json | undefined, components: JsonObject | undefined, kind: string, depth: number): JsonObject {
  const found = objectOf(value) ?? {};
  const prefix = `#/components/${kind}/`;
  if (typeof found.$ref !== "string" || !found.$ref.startsWith(prefix) || depth > 20) return found;
  return resolved(objectOf(components?.[kind])?.[found.$ref.slice(prefix.length)], components, kind, depth + 1);
}

/** What `security` demands: nothing when one of the alternatives is empty. */
function securityOf(security: Json | undefined): string {
  const alternatives = listOf(security).map((alternative) => entriesOf(alternative));
  if (alternatives.length === 0 || alternatives.some((schemes) => schemes.length === 0)) return "public";
  const scopes = alternatives.map((schemes) =>
    schemes
      .flatMap(([, names]) => listOf(names).map(String))
      .sort()
      .join(" and "),
  );
  return scopes.some((scope) => scope === "") ? "authenticated" : scopes.sort().join(" or ");
}

function parametersOf(list: readonly JsonObject[], path: string): ReadonlyMap<string, ApiParameter> {
  const positions = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  return new Map(
    list.map((value): [string, ApiParameter] => {
      const name = String(value.name);
      const place = String(value.in);
      const [schema = {}] = value.schema === undefined ? contentOf(value).values() : [value.schema];
      const key = place === "path" ? positions.indexOf(name) : place === "header" ? name.toLowerCase() : name;
      return [`${place} ${key}`, { name, in: place, required: value.required === true || place === "path", schema }];
    }),
  );
}

const contentOf = (value: JsonObject): ReadonlyMap<string, Json> =>
  new Map(entriesOf(value.content).map(([type, media]) => [type.toLowerCase(), objectOf(media)?.schema ?? {}]));

function responseOf(value: JsonObject, resolve: (value: Json | undefined, kind: string) => JsonObject): ApiResponse {
  const headers = entriesOf(value.headers).map(([name, header]) => {
    const { required, schema = {} } = resolve(header, "headers");
    return [name.toLowerCase(), { required: required === true, schema }] as const;
  });
  return { content: contentOf(value), headers: new Map(headers) };
}
