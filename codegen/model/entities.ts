import type { EntityAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, get, type Node, textOf } from "../read/node.ts";
import { locate } from "../read/source.ts";
import { checkCascade } from "./cascade.ts";
import { checkPermission } from "./check-domain.ts";
import { fits } from "./defaults.ts";
import { milliseconds } from "./durations.ts";
import { checkSimilar, embeddingOf } from "./embedding.ts";
import { checkDefaultOrder } from "./field-roles.ts";
import { fieldsOf } from "./fields.ts";
import type { Json, Schema } from "./json-schema.ts";
import { machineFields, machineOf } from "./machines.ts";
import type { Change, CrudKind, Entity, Field, Method } from "./model.ts";
import { camelCase, compare, plural, snakeCase } from "./names.ts";
import type { DeclaredSchema, View } from "./registry.ts";
import { renamedEntity } from "./renamed.ts";
import { checkRoles } from "./roles.ts";
import { checkSearchedList } from "./searched.ts";
import { checkStaleEntity } from "./stale.ts";
import { checkTeams } from "./teams.ts";

const kinds = ["list", "create", "get", "update", "delete"] as const;
const changes: readonly Change[] = ["created", "updated", "deleted", "undeleted"];

/** The entity that a schema declares, or undefined after a report when it cannot be one. */
export function entityOf(declared: DeclaredSchema, view: View): Entity | undefined {
  const { name, domain, entity, node } = declared;
  if (entity === undefined || domain === undefined) return undefined;
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
    // The name has been refused as that of a type already.
    return undefined;
  }
  if (node.kind !== "map" || textOf(get(node, "type")) !== "object" || get(node, "properties") === undefined) {
    view.problems.add("badEntity", declared.key, `${name} must be of \`type: object\` with \`properties\` of its own to be an entity.`);
    return undefined;
  }
  const { annotation, idType } = entity;
  const id = { kind: "id", entity: name, domain, prefix: annotation.prefix, idType } as const satisfies Schema;
  const plain = fieldsOf(annotation, id, node, view);
  const machine = machineOf(declared, annotation.scope, plain, view);
  const fields = machineFields(plain, machine, declared, view);
  checkOperations(annotation, entity.node, declared, view);
  checkDefaultOrder(annotation, entity.node, fields, view);
  checkSearchedList(annotation, fields, declared, view);
  const embedding = embeddingOf(declared, node, fields, view);
  checkSimilar(annotation, embedding, declared, view);
  checkEvents(annotation, entity.node, view);
  checkRoles(annotation, entity.node, view);
  checkTeams(annotation, entity.node, view);
  checkStaleEntity(annotation, entity.node, view);
  checkCascade(annotation, entity.node, fields, view);
  const use = (list: readonly string[] | undefined, key: string, index: readonly (string | number)[] = []) =>
    (list ?? []).filter((field, position) => usable(field, at(entity.node, key, ...index, position), fields, view));
  // What callers can order or narrow by, they can find out.
  const show = (key: "filter" | "sort") =>
    use(annotation[key], key).filter((field, index) => !secret(field, at(entity.node, key, index), fields, view));
  const groups = (key: "unique" | "indexes") => (annotation[key] ?? []).map((list, index) => use(list, key, [index]));
  return {
    name,
    plural: plural(name),
    variable: camelCase(name),
    pluralVariable: camelCase(plural(name)),
    domain,
    table: snakeCase(plural(name)),
    ...renamedEntity(annotation, entity.node, view),
    prefix: annotation.prefix,
    idType,
    description: textOf(get(node, "description"))?.trim() ?? "",
    location: locate(declared.key),
    path: annotation.operations === undefined && machine === undefined ? undefined : annotation.path,
    scope: annotation.scope,
    fields,
    unique: groups("unique").map((list, index) =>
      list.filter((field) => choosable(field, at(entity.node, "unique", index, list.indexOf(field)), fields, view)),
    ),
    indexes: groups("indexes"),
    filter: show("filter"),
    sort: show("sort"),
    events: changes.filter((change) => annotation.events?.includes(change)),
    listed: false,
    methods: methodsOf(annotation, entity.node, fields, { moves: machine !== undefined, near: embedding !== undefined }, view),
    operations: operationsOf(annotation, embedding !== undefined),
    read: annotation.read,
    write: annotation.write,
    softDelete: annotation.softDelete ?? false,
    machine,
    teams: annotation.teams !== undefined,
    roles: annotation.roles ?? false,
    audit: annotation.audit ?? false,
    stale: annotation.stale ?? false,
    cache: cacheOf(annotation, entity.node, view),
    embedding,
    // Known once every entity of the domain is: see relations.ts.
    relations: [],
    parents: [],
  };
}

/** The shorthand's, similar beside the list where rows have vectors, undelete wherever delete only hides, and those of `audit` and `roles`. */
function operationsOf({ operations, softDelete, audit, roles }: EntityAnnotation, near: boolean): readonly CrudKind[] {
  const asked = kinds.filter((kind) => operations?.includes(kind));
  if (asked.length === 0) return asked;
  return [
    ...asked,
    ...(near && asked.includes("list") ? (["similar"] as const) : []),
    ...(softDelete && asked.includes("delete") ? (["undelete"] as const) : []),
    ...(audit ? (["audit"] as const) : []),
    ...(roles ? (["access", "setAccess"] as const) : []),
  ];
}

function cacheOf({ cache }: EntityAnnotation, node: Node, view: View): Entity["cache"] {
  if (cache === undefined) return undefined;
  const ttl = milliseconds(cache.ttl);
  if (ttl < 1000 || ttl > 86_400_000) view.problems.add("badAnnotation", at(node, "cache", "ttl"), "`cache.ttl` is 1s to 1d.");
  return { ttl };
}

function checkEvents({ events, softDelete }: EntityAnnotation, node: Node, view: View): void {
  const index = events?.indexOf("undeleted") ?? -1;
  if (index >= 0 && softDelete !== true)
    view.problems.add("contradiction", at(node, "events", index), "Nothing is ever undeleted without `softDelete: true`.");
}

function methodsOf(
  annotation: EntityAnnotation,
  node: Node,
  fields: readonly Field[],
  { moves, near }: { readonly moves: boolean; readonly near: boolean },
  view: View,
): readonly Method[] {
  return Object.entries(annotation.methods ?? {})
    .sort(([a], [b]) => compare(a, b))
    .map(([name, method]) => {
      const place = at(node, "methods", name);
      const taken = [
        ...(annotation.softDelete ? ["undelete", "purge"] : []),
        ...(annotation.relations ? ["hold"] : []),
        ...(fields.some(({ searched }) => searched) ? ["reindex"] : []),
        ...(near ? ["nearest", "embeddable", "idsAfter", "keepVector"] : []),
        ...(moves ? ["move", "overdue"] : []),
      ];
      if (["find", "list", "insert", "update", "delete", ...taken].includes(name)) {
        view.problems.add("duplicateName", place, `Every repository has a method "${name}" already.`);
      }
      if (method.across === true && annotation.scope === "global") {
        view.problems.add(
          "contradiction",
          at(place, "across"),
          "`across` has no effect here: a global entity belongs to no organization or user.",
        );
      }
      return {
        name,
        by: (method.by ?? []).filter((field, index) => usable(field, at(place, "by", index), fields, view)),
        where: Object.entries(method.where ?? {})
          .filter(
            ([field, value]) =>
              usable(field, at(place, "where", field), fields, view) && holds(field, value, at(place, "where", field), fields, view),
          )
          .sort(([a], [b]) => compare(a, b))
          .map(([field, value]) => ({ field, value })),
        returns: method.returns,
        across: method.across ?? false,
      };
    });
}

/** Whether rows can be compared by the field. */
function usable(name: string, place: Node, fields: readonly Field[], view: View): boolean {
  const field = fields.find((other) => other.name === name);
  if (field === undefined) {
    const suggestion = nearest(
      name,
      fields.map((other) => other.name),
    );
    const both = name.startsWith("-") ? " A list can be sorted by each field both ways." : "";
    view.problems.add("unknownName", place, `There is no field "${name}".${both}`, { suggestion });
    return false;
  }
  if (field.encrypted) {
    view.problems.add("badFieldUse", place, `"${name}" is encrypted, each time in another way: rows cannot be found or ordered by it.`);
    return false;
  }
  if (field.storage !== "json") return true;
  const reason = ["unknown", "assertion"].includes(field.schema.kind) ? "says no `type`, so that it can be anything" : "is kept as JSON";
  view.problems.add("badFieldUse", place, `"${name}" ${reason}: rows cannot be found or ordered by it.`);
  return false;
}

/** Whether a caller has a part in the field's value: what is taken could else never be changed. */
function choosable(name: string, place: Node, fields: readonly Field[], view: View): boolean {
  const made = fields.find((field) => field.name === name)?.generated;
  if (made === undefined || made.kind === "slug") return true;
  view.problems.add("badFieldUse", place, `"${name}" is made by the server: whoever is told that it is taken could choose no other.`);
  return false;
}

/** Whether a field can have a value at all. */
function holds(name: string, value: Json, place: Node, fields: readonly Field[], view: View): boolean {
  const field = fields.find((other) => other.name === name);
  if (field === undefined || (value === null ? field.nullable : fits(value, field.schema, view))) return true;
  view.problems.add("badAnnotation", place, `"${name}" never has the value ${JSON.stringify(value)}.`);
  return false;
}

function secret(name: string, place: Node, fields: readonly Field[], view: View): boolean {
  if (fields.find((field) => field.name === name)?.sensitive !== true) return false;
  view.problems.add("badFieldUse", place, `"${name}" is sensitive: whoever may sort or filter by it can find it out.`);
  return true;
}

function checkOperations(annotation: EntityAnnotation, node: Node, { entity, key }: DeclaredSchema, view: View): void {
  const { operations, path, read, write, audit } = annotation;
  const place = at(node, "operations");
  for (const [key, name] of [
    ["read", read],
    ["write", write],
  ] as const) {
    if (name !== undefined) checkPermission(name, at(node, key), view.spec, view);
  }
  if (entity?.machine !== undefined) {
    if (path === undefined) view.problems.add("missingAnnotation", key, "A `stateMachine` needs a `path` where its operations live.");
    if (read === undefined) view.problems.add("openOperation", key, "The history of a `stateMachine` needs a `read` permission.");
  }
  if (operations === undefined) {
    // A list that is there and was refused is said already.
    if (path !== undefined && entity?.machine === undefined && get(node, "operations") === undefined)
      view.problems.add("contradiction", at(node, "path"), "`path` has no effect without `operations` that live there.");
    return;
  }
  if (get(node, "path") === undefined) view.problems.add("missingAnnotation", place, "`operations` need a `path` where they live.");
  if (read === undefined && operations.some((kind) => kind === "list" || kind === "get")) {
    view.problems.add("openOperation", place, "`list` and `get` need a `read` permission.");
  }
  if (write === undefined && annotation.roles) {
    view.problems.add("openOperation", at(node, "roles"), "`roles` needs a `write` permission: who has it says which roles see a row.");
  }
  if (write === undefined && audit)
    view.problems.add("openOperation", at(node, "audit"), "`audit` needs a `write` permission: who has it may read the changes.");
  if (write === undefined && operations.some((kind) => kind !== "list" && kind !== "get")) {
    view.problems.add("openOperation", place, "`create`, `update` and `delete` need a `write` permission.");
  }
}
