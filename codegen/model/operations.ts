import type { OperationAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, entries, get, isTrue, items, type MapNode, type Node, textOf } from "../read/node.ts";
import { resolve } from "../read/references.ts";
import { locate, type Span } from "../read/source.ts";
import { checkPermission } from "./check-domain.ts";
import { crudShape, methods } from "./crud.ts";
import { bodyOf, responseOf } from "./messages.ts";
import type { Entity, Operation, OperationParameter, Schema } from "./model.ts";
import { camelCase, pascalCase } from "./names.ts";
import type { View } from "./registry.ts";
import { defaultOf, schemaOf } from "./schemas.ts";

const verbs = ["get", "post", "put", "patch", "delete"] as const;

/** The operations written under `paths`. */
export function declaredOperations(view: View, entities: readonly Entity[], resolved: (schema: Schema) => Schema): readonly Operation[] {
  return entries(get(view.spec.root, "paths")).flatMap(([path, { key, value }]) => {
    if (path.startsWith("x-")) return [];
    const item = resolve(value, view.files, view.problems);
    return verbs.flatMap((method) => {
      const entry = item?.kind === "map" ? item.entries.get(method) : undefined;
      if (entry?.value.kind !== "map") return [];
      const place = { path, method, pathKey: key, key: entry.key, node: entry.value, shared: items(get(item, "parameters")) };
      const operation = operationOf(place, view, entities, resolved);
      return operation === undefined ? [] : [operation];
    });
  });
}

interface Place {
  readonly path: string;
  readonly method: Operation["method"];
  readonly pathKey: Span;
  readonly key: Span;
  readonly node: MapNode;
  /** Parameters of the whole path. */
  readonly shared: readonly Node[];
}

function operationOf(place: Place, view: View, entities: readonly Entity[], resolved: (schema: Schema) => Schema): Operation | undefined {
  const { node, path, method, key } = place;
  const idNode = get(node, "operationId");
  const id = textOf(idNode);
  if (idNode === undefined || id === undefined) {
    view.problems.add("missingKey", key, `${method.toUpperCase()} ${path} needs an \`operationId\`: the method's name in code.`);
    return undefined;
  }
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) {
    view.problems.add("wrongType", idNode, `"${id}" cannot name a method: an operationId is in camelCase, of letters and digits.`, {
      suggestion: camelCase(id),
    });
  }
  const annotationNode = get(node, "x-codegen");
  const annotation = ((annotationNode && view.annotations.get(annotationNode)) ?? {}) as OperationAnnotation;
  const permission = annotation.public === true ? "public" : annotation.permission;
  if (permission === undefined) {
    view.problems.add("openOperation", key, `Nothing says who may call ${id}.`);
  } else if (annotation.public === true && annotation.permission !== undefined) {
    view.problems.add("contradiction", at(node, "x-codegen", "public"), `${id} is public and needs a permission: it cannot be both.`);
  } else if (annotation.permission !== undefined) {
    checkPermission(annotation.permission, at(node, "x-codegen", "permission"), view.spec, view);
  }
  const crud = crudOf(annotation, place, view, entities);
  const own = crud === undefined ? undefined : entities.find(({ name }) => name === crud.entity);
  const shape =
    crud === undefined || own === undefined
      ? {
          parameters: parametersOf(place, view),
          body: bodyOf(get(node, "requestBody"), view),
          response: responseOf(place, annotation, view),
        }
      : crudShape(own, crud.kind, own.domain, resolved);
  checkPath(place, shape.parameters, view);
  const hasInput = crud === undefined && (shape.parameters.length > 0 || shape.body !== undefined);
  return {
    ...{ id, inputType: hasInput ? `${pascalCase(id)}Input` : undefined, method, path },
    summary: textOf(get(node, "summary"))?.trim() ?? "",
    description: textOf(get(node, "description"))?.trim() ?? "",
    deprecated: isTrue(node, "deprecated"),
    location: locate(key),
    permission: permission ?? "",
    tenant: permission !== "public" && permission !== "authenticated",
    crud,
    ...shape,
  };
}

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
    const variable = camelCase(name);
    const schemaNode = get(place, "schema");
    if (schemaNode === undefined) {
      view.problems.add("notSupported", place, `The parameter "${name}" needs a \`schema\`; \`content\` cannot be generated yet.`);
      continue;
    }
    // A parameter of the operation replaces that of the path (OpenAPI 3.1, Path Item Object).
    found.set(`${where} ${name}`, {
      ...{ name, variable, in: where },
      required: where === "path" || isTrue(place, "required"),
      description: textOf(get(place, "description"))?.trim() ?? "",
      schema: schemaOf(schemaNode, view),
      default: defaultOf(schemaNode, view),
    });
  }
  return [...found.values()];
}

function checkPath({ path, pathKey, key }: Place, parameters: readonly OperationParameter[], view: View): void {
  const inPath = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
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
