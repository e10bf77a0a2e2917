import { entries, get, isTrue, items, type MapNode, type Node, textOf } from "../read/node.ts";
import { resolve } from "../read/references.ts";
import { locate, type Span } from "../read/source.ts";
import { Claims } from "./claims.ts";
import { defaultOf, fits } from "./defaults.ts";
import { checkHeaderName } from "./header-names.ts";
import type { Json, Schema } from "./json-schema.ts";
import { isJson } from "./messages.ts";
import { camelCase } from "./names.ts";
import { hasHeadersType, type Operation, type OperationParameter } from "./operation.ts";
import { styleOf } from "./parameter-styles.ts";
import { checkApart, variablesOf } from "./path-variables.ts";
import { plainPermission } from "./plain.ts";
import { plainBody, plainResponses } from "./plain-messages.ts";
import { verbs } from "./plain-names.ts";
import type { View } from "./registry.ts";
import { schemaOf } from "./schemas.ts";

/** The operations of a document without annotations. What cannot be served is left out, and said. */
export function plainOperations(view: View): readonly Operation[] {
  const { root } = view.spec;
  for (const key of ["webhooks"]) {
    const entry = root.entries.get(key);
    if (entry !== undefined && entries(entry.value).length > 0)
      view.problems.add("ignored", entry.key, "Webhooks are not generated: they are requests that this API sends, not ones that it takes.");
  }
  const routes = new Map<string, string>();
  return entries(through(root, "paths", view)).flatMap(([path, { key, value }]) => {
    if (path.startsWith("x-")) return [];
    const item = resolve(value, view.files, view.problems);
    const trace = item?.kind === "map" ? item.entries.get("trace") : undefined;
    if (trace !== undefined) view.problems.add("ignored", trace.key, "TRACE is not served: the Fetch standard forbids the method.");
    return verbs.flatMap((method) => {
      const entry = item?.kind === "map" ? item.entries.get(method) : undefined;
      const node = entry && resolve(entry.value, view.files, view.problems);
      if (entry === undefined || node?.kind !== "map") return [];
      const { served, query, rest } = partsOf(path);
      if (rest !== "") view.problems.add("ignored", key, `"${rest}" is never sent to a server: the path is served without it.`);
      const route = `${method} ${served.replaceAll(/\{[^{}]*\}/g, "{}")} ${JSON.stringify(query)}`;
      const other = routes.get(route);
      if (other !== undefined) {
        view.problems.add("ignored", entry.key, `${method.toUpperCase()} ${path} is left out: a server cannot tell it from ${other}.`);
        return [];
      }
      routes.set(route, path);
      return [
        operationOf({ path, served, query, method, pathKey: key, key: entry.key, node, shared: items(get(item, "parameters")) }, view),
      ];
    });
  });
}

/** What stands under a key, or in the file that it refers to as a whole. */
const through = (node: Node, key: string, view: View): Node | undefined => {
  const found = get(node, key);
  return found && resolve(found, view.files, view.problems);
};

/** A path as a server sees it, the query that it fixes, and what no server sees. */
function partsOf(path: string): { readonly served: string; readonly query: readonly (readonly [string, string])[]; readonly rest: string } {
  const [before = "", ...after] = path.split("#");
  const [plain = "", ...queries] = before.split("?");
  const query = [...new URLSearchParams(queries.join("?"))];
  return { served: plain.startsWith("/") ? plain : `/${plain}`, query, rest: after.length === 0 ? "" : `#${after.join("#")}` };
}

interface Place {
  readonly path: string;
  readonly served: string;
  readonly query: readonly (readonly [string, string])[];
  readonly method: Operation["method"];
  readonly pathKey: Span;
  readonly key: Span;
  readonly node: MapNode;
  readonly shared: readonly Node[];
}

function operationOf(place: Place, view: View): Operation {
  const { node, path, served, query, method, key } = place;
  const names = view.spec.names?.operations.get(`${method} ${path}`);
  const permission = plainPermission(view.spec.domain ?? "", view.spec.root, node);
  const parameters = parametersOf(place, view);
  const body = method === "get" || method === "head" ? undefined : plainBody(get(node, "requestBody"), view);
  if (body === undefined && node.entries.has("requestBody") && (method === "get" || method === "head"))
    view.problems.add(
      "ignored",
      get(node, "requestBody") ?? key,
      `The body of a ${method.toUpperCase()} request has no meaning (RFC 9110): it is not read.`,
    );
  const { response, failures } = plainResponses(place, view);
  return {
    ...{ id: names?.id ?? "", inputType: parameters.length > 0 || body !== undefined ? names?.inputType : undefined, method },
    path: served,
    ...(query.length === 0 ? {} : { query }),
    summary: textOf(get(node, "summary"))?.trim() ?? "",
    description: textOf(get(node, "description"))?.trim() ?? "",
    deprecated: isTrue(node, "deprecated"),
    location: locate(key),
    permission,
    tenant: permission !== "authenticated",
    crud: undefined,
    parameters,
    body,
    response,
    ...(names && hasHeadersType(response) && { headersType: names.headersType }),
    ...(failures.length === 0 || names === undefined ? {} : { failure: { type: names.failureType, answers: failures } }),
  };
}

/** Headers that OpenAPI says are described elsewhere: parameters of these names are to be ignored. */
const elsewhere = new Set(["accept", "content-type", "authorization"]);

function parametersOf(place: Place, view: View): readonly OperationParameter[] {
  const found = new Map<string, OperationParameter>();
  for (const written of [...place.shared, ...items(get(place.node, "parameters"))]) {
    const node = resolve(written, view.files, view.problems);
    const name = textOf(get(node, "name"));
    const where = textOf(get(node, "in"));
    if (node === undefined) continue;
    if (name === undefined || (where !== "path" && where !== "query" && where !== "header" && where !== "cookie")) {
      view.problems.add("missingKey", node, "A parameter needs a `name`, and `in`: path, query, header or cookie.");
      continue;
    }
    if (where === "header" && elsewhere.has(name.toLowerCase())) continue;
    if ((where === "header" || where === "cookie") && !checkHeaderName(name, where, node, view)) continue;
    found.set(`${where} ${name}`, parameterOf(node, name, where, view));
  }
  for (const name of variablesOf(place.served)) {
    if (found.has(`path ${name}`)) continue;
    view.problems.add(
      "badPath",
      place.pathKey,
      `The path names {${name}}, but no parameter \`in: path\` is called so. It is taken as text.`,
    );
    found.set(`path ${name}`, { ...undeclared, name });
  }
  checkApart(place.served, place.pathKey, view);
  const names = new Set(variablesOf(place.served));
  const used = [...found.values()].filter((parameter) => {
    if (parameter.in !== "path" || names.has(parameter.name)) return true;
    view.problems.add(
      "badPath",
      place.key,
      `There is a path parameter "${parameter.name}", but the path does not name {${parameter.name}}.`,
    );
    return false;
  });
  return named(used, place.node.entries.has("requestBody"));
}

const text: Schema = { kind: "string", constraints: {}, format: undefined, binary: false };
const undeclared = { variable: "", in: "path", required: true, description: "", schema: text, default: undefined } as const;

function parameterOf(node: Node, name: string, where: OperationParameter["in"], view: View): OperationParameter {
  const content = entries(get(node, "content"))[0];
  const schemaNode = get(node, "schema") ?? get(content?.[1].value, "schema");
  const schema = schemaNode === undefined ? text : schemaOf(schemaNode, view);
  const preset = schemaNode === undefined ? undefined : defaultOf(schemaNode, schema, view);
  const description = textOf(get(node, "description"))?.trim() ?? "";
  const base = { name, variable: "", in: where, required: where === "path" || isTrue(node, "required"), description, schema };
  const usable = preset !== undefined && preset !== null && fits(preset, schema, view) ? preset : undefined;
  if (get(node, "schema") === undefined && content !== undefined) {
    if (isJson(content[0])) return { ...base, default: usable, style: { name: "json", explode: false } };
    view.problems.add("ignored", content[1].key, `A parameter of ${content[0]} is not read as such: the service gets its text.`);
    return { ...base, schema: text, default: undefined };
  }
  return { ...base, default: usable as Json | undefined, ...styleOf(node, where, meant(schema, view), true) };
}

/** The schema that a reference means in the end. */
const meant = (schema: Schema, view: View): Schema => view.resolve(schema);

/** Gives each its name in code: two that would be the same are told apart by where they are, then by a number. */
function named(parameters: readonly OperationParameter[], hasBody: boolean): readonly OperationParameter[] {
  const claims = new Claims(hasBody ? ["body"] : []);
  return parameters.map((parameter) => {
    const plain = camelCase(parameter.name.slice(0, 80));
    const wanted = plain === "" || /^\d/.test(plain) ? `parameter${plain}` : plain;
    const variable = claims.claim(claims.has(wanted) ? camelCase(`${wanted} ${parameter.in}`) : wanted);
    return { ...parameter, variable };
  });
}
