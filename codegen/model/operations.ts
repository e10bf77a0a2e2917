import type { OperationAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, entries, get, isTrue, items, type MapNode, type Node, textOf } from "../read/node.ts";
import { resolve } from "../read/references.ts";
import { locate, type Span } from "../read/source.ts";
import { checkPermission } from "./check-domain.ts";
import { crudShape, methods } from "./crud.ts";
import { defaultOf } from "./defaults.ts";
import { effectsOf } from "./effects.ts";
import { declaredFailures } from "./failures.ts";
import { checkHeaderName } from "./header-names.ts";
import { bodyOf, responseOf } from "./messages.ts";
import type { Entity } from "./model.ts";
import { camelCase, pascalCase } from "./names.ts";
import { hasHeadersType, type Operation, type OperationParameter } from "./operation.ts";
import { styleOf } from "./parameter-styles.ts";
import { checkApart, variablesOf } from "./path-variables.ts";
import { plainOperations } from "./plain-operations.ts";
import type { View } from "./registry.ts";
import { schemaOf } from "./schemas.ts";

/** The operations written under `paths`. */
export function declaredOperations(view: View, entities: readonly Entity[]): readonly Operation[] {
  if (view.spec.plain) return plainOperations(view);
  return entries(get(view.spec.root, "paths")).flatMap(([path, { key, value }]) => {
    if (path.startsWith("x-")) return [];
    const item = resolve(value, view.files, view.problems);
    for (const verb of ["options", "head", "trace"]) {
      const entry = item?.kind === "map" ? item.entries.get(verb) : undefined;
      if (entry !== undefined) view.problems.add("notSupported", entry.key, `The method ${verb} cannot be generated yet.`);
    }
    return annotatedVerbs.flatMap((method) => {
      const entry = item?.kind === "map" ? item.entries.get(method) : undefined;
      if (entry?.value.kind !== "map") return [];
      const place = { path, method, pathKey: key, key: entry.key, node: entry.value, shared: items(get(item, "parameters")) };
      const operation = operationOf(place, view, entities);
      return operation === undefined ? [] : [operation];
    });
  });
}

const annotatedVerbs = ["get", "post", "put", "patch", "delete"] as const;

interface Place {
  readonly path: string;
  readonly method: Operation["method"];
  readonly pathKey: Span;
  readonly key: Span;
  readonly node: MapNode;
  /** Parameters of the whole path. */
  readonly shared: readonly Node[];
}

function operationOf(place: Place, view: View, entities: readonly Entity[]): Operation | undefined {
  const { node, path, method, key } = place;
  const idNode = get(node, "operationId");
  const id = textOf(idNode);
  if (idNode === undefined || id === undefined) {
    view.problems.add("missingKey", key, `${method.toUpperCase()} ${path} needs an \`operationId\`: the method's name in code.`);
    return undefined;
  }
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) {
    view.problems.add("badName", idNode, `"${id}" cannot name a method: an operationId is in camelCase, of letters and digits.`, {
      suggestion: camelCase(id),
    });
  }
  const annotationNode = get(node, "x-codegen");
  const annotation = ((annotationNode && view.annotations.get(annotationNode)) ?? {}) as OperationAnnotation;
  if (annotation.event !== undefined)
    view.problems.add(
      "misplacedAnnotation",
      at(node, "x-codegen", "event"),
      "`event` has an effect only on a webhook, which is no operation.",
    );
  const permission = permissionOf(id, annotation, place, view);
  const crud = crudOf(annotation, place, view, entities);
  const own = crud === undefined ? undefined : entities.find(({ name }) => name === crud.entity);
  const shape =
    crud === undefined || own === undefined
      ? {
          parameters: parametersOf(place, view),
          body: bodyOf(get(node, "requestBody"), view),
          response: responseOf(place, annotation, view),
        }
      : crudShape(own, crud.kind, own.domain, view.resolve);
  checkPath(place, shape.parameters, view);
  checkVariables(shape.parameters, shape.body !== undefined, key, view);
  const hasInput = crud === undefined && (shape.parameters.length > 0 || shape.body !== undefined);
  const tenant = !tenantless.has(permission);
  const failures = declaredFailures(node, view);
  const effects = effectsOf(annotation, { id, method, permission, tenant, ...shape }, node, view);
  return {
    ...{ id, inputType: hasInput ? `${pascalCase(id)}Input` : undefined, method, path },
    summary: textOf(get(node, "summary"))?.trim() ?? "",
    description: textOf(get(node, "description"))?.trim() ?? "",
    deprecated: isTrue(node, "deprecated"),
    location: locate(key),
    permission,
    tenant,
    crud,
    ...shape,
    ...(hasHeadersType(shape.response) && { headersType: `${pascalCase(id)}Headers` }),
    ...(failures.length === 0 ? {} : { failure: { type: `${pascalCase(id)}Failure`, answers: failures } }),
    ...(effects && { effects }),
  };
}

/** Who may call these need not act in an organization. */
const tenantless: ReadonlySet<string> = new Set(["public", "optional", "authenticated", "internal"]);

/** Who may call it: exactly one of `permission`, `public` and `internal` says so. */
function permissionOf(id: string, annotation: OperationAnnotation, { node, key }: Place, view: View): string {
  const said = (["permission", "public", "internal"] as const).filter((name) => annotation[name] !== undefined);
  const [first, second] = said;
  if (second !== undefined) {
    view.problems.add("contradiction", at(node, "x-codegen", second), `${id} cannot have both \`${first}\` and \`${second}\`.`);
  } else if (first === undefined && !hasRefused(node)) {
    view.problems.add("openOperation", key, `Nothing says who may call ${id}.`);
  }
  const { permission } = annotation;
  if (permission !== undefined) checkPermission(permission, at(node, "x-codegen", "permission"), view.spec, view);
  return permission ?? first ?? "";
}

/** Whether it tried to say who may call it, in a way that was refused already. */
const hasRefused = (node: MapNode): boolean =>
  ["permission", "public", "internal"].some((name) => get(get(node, "x-codegen"), name) !== undefined);

function crudOf(
  annotation: OperationAnnotation,
  { node, method, path }: Place,
  view: View,
  entities: readonly Entity[],
): Operation["crud"] {
  const { entity, kind } = annotation;
  if (entity === undefined && kind === undefined) return undefined;
  const place = at(node, "x-codegen", kind === undefined ? "entity" : "kind");
  if (entity === undefined || kind === undefined) {
    view.problems.add("missingAnnotation", place, "`entity` and `kind` go together: which entity's operation of which kind it is.");
    return undefined;
  }
  if (!entities.some(({ name }) => name === entity)) {
    const known = view.spec.schemas.flatMap(({ name, isEntity }) => (isEntity ? [name] : []));
    const suggestion = nearest(entity, known);
    if (!known.includes(entity))
      view.problems.add("unknownName", at(node, "x-codegen", "entity"), `There is no entity "${entity}".`, { suggestion });
    return undefined;
  }
  const single = kind !== "list" && kind !== "create";
  if (method !== methods[kind] || (single && !path.endsWith("/{id}"))) {
    const wanted = `${methods[kind].toUpperCase()} on a path ${single ? "that ends with /{id}" : "of its own"}`;
    view.problems.add("contradiction", place, `An operation of kind ${kind} is ${wanted}.`);
  }
  const told = ["requestBody", "parameters"].map((name) => node.entries.get(name)).find((entry) => entry !== undefined);
  if (told !== undefined)
    view.problems.add("contradiction", told.key, `The entity says what an operation of kind ${kind} takes: leave this out.`);
  return { entity, kind };
}

function parametersOf({ node, shared }: Place, view: View): readonly OperationParameter[] {
  const found = new Map<string, OperationParameter>();
  for (const written of [...shared, ...items(get(node, "parameters"))]) {
    const place = resolve(written, view.files, view.problems);
    const name = textOf(get(place, "name"));
    const where = textOf(get(place, "in"));
    if (place === undefined) continue;
    if (name === undefined || (where !== "path" && where !== "query" && where !== "header" && where !== "cookie")) {
      view.problems.add("missingKey", place, "A parameter needs a `name`, and `in`: path, query, header or cookie.");
      continue;
    }
    if ((where === "header" || where === "cookie") && !checkHeaderName(name, where, place, view)) continue;
    const variable = camelCase(name);
    const schemaNode = get(place, "schema");
    if (schemaNode === undefined) {
      view.problems.add("notSupported", place, `The parameter "${name}" needs a \`schema\`; \`content\` cannot be generated yet.`);
      continue;
    }
    const schema = schemaOf(schemaNode, view);
    // A parameter of the operation replaces that of the path (OpenAPI 3.1, Path Item Object).
    found.set(`${where} ${name}`, {
      ...{ name, variable, in: where },
      required: where === "path" || isTrue(place, "required"),
      description: textOf(get(place, "description"))?.trim() ?? "",
      schema,
      default: defaultOf(schemaNode, schema, view),
      ...styleOf(place, where, schema, false),
    });
  }
  return [...found.values()];
}

/** In code the parameters, and the body, are fields of one object. */
function checkVariables(parameters: readonly OperationParameter[], hasBody: boolean, key: Span, view: View): void {
  const seen = new Map<string, string>(hasBody ? [["body", "the body"]] : []);
  for (const { name, variable } of parameters) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(variable)) view.problems.add("badName", key, `No name in code can be made of the parameter "${name}".`);
    const other = seen.get(variable);
    if (other !== undefined)
      view.problems.add("duplicateName", key, `In code, the parameter "${name}" would be called ${variable}, as is ${other}.`);
    seen.set(variable, `the parameter "${name}"`);
  }
}

function checkPath({ path, pathKey, key }: Place, parameters: readonly OperationParameter[], view: View): void {
  checkApart(path, pathKey, view);
  const inPath = variablesOf(path);
  const declared = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  for (const name of inPath) {
    if (!declared.includes(name))
      view.problems.add("badPath", pathKey, `The path names {${name}}, but no parameter \`in: path\` is called so.`);
  }
  for (const name of declared) {
    if (!inPath.includes(name))
      view.problems.add("badPath", key, `There is a path parameter "${name}", but ${path} does not name {${name}}.`);
  }
}
