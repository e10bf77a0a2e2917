import type { EntityAnnotation, PropertyAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, type Node } from "../read/node.ts";
import type { Schema } from "./json-schema.ts";
import type { Domain, Field } from "./model.ts";
import { compare } from "./names.ts";
import type { Operation } from "./operation.ts";
import type { Registry, View } from "./registry.ts";

/** Who sees and who sets a field: whoever may not see it may not set it either, unless `writable` says so. */
export function fieldRoles({ readable, writable }: PropertyAnnotation): Pick<Field, "readers" | "writers"> {
  const sorted = (roles: readonly string[] | undefined) => roles && [...roles].sort(compare);
  return { readers: sorted(readable), writers: sorted(writable ?? readable) };
}

/** How the roles of a field are told to people who read the document. */
export function rolesSentence(annotation: PropertyAnnotation): string {
  const { readers, writers } = fieldRoles(annotation);
  const only = (roles: readonly string[] | undefined, verb: string) => (roles === undefined ? "" : `${verb} only by: ${roles.join(", ")}.`);
  if (readers?.join() === writers?.join()) return only(readers, "Seen and set");
  return [only(readers, "Seen"), only(writers, "Set")].filter((sentence) => sentence !== "").join(" ");
}

/** Roles that every organization has. */
const builtInRoles = ["owner", "admin", "member", "viewer"];

/** Checks that roles can have their effect on the field. */
export function checkFieldRoles(field: Field, annotation: PropertyAnnotation, node: Node, view: View): void {
  const refuse = (key: "readable" | "writable", message: string) => view.problems.add("contradiction", at(node, "x-codegen", key), message);
  const { name } = field;
  const known = [...builtInRoles, ...view.specs.flatMap((spec) => Object.keys(spec.annotation?.roles ?? {}))];
  for (const key of ["readable", "writable"] as const) {
    for (const [index, role] of (annotation[key] ?? []).entries()) {
      if (known.includes(role)) continue;
      const place = at(node, "x-codegen", key, index);
      view.problems.add("unknownName", place, `There is no role "${role}".`, { suggestion: nearest(role, known) });
    }
  }
  if (annotation.readable !== undefined && field.sensitive)
    refuse("readable", `\`readable\` has no effect: "${name}" is sensitive, and in no answer at all.`);
  if (annotation.writable !== undefined && field.readOnly)
    refuse("writable", `\`writable\` has no effect: "${name}" is read-only, and in no request at all.`);
  else if (field.writers !== undefined && field.required)
    refuse(
      annotation.writable === undefined ? "readable" : "writable",
      `"${name}" is required, but only some may set it: nobody else could create one. Give it a default, or take it out of \`required\`.`,
    );
}

/** Checks that a list without a sort is not in the order of a field that only some see. */
export function checkDefaultOrder(annotation: EntityAnnotation, node: Node, fields: readonly Field[], view: View): void {
  const { sort = [] } = annotation;
  const first = fields.find(({ name }) => sort.includes(name));
  if (sort.includes("createdAt") || first?.readers === undefined) return;
  const place = at(node, "sort", sort.indexOf(first.name));
  const message = `A list without a sort would be in the order of "${first.name}", which only some may see: let lists be sorted by createdAt too.`;
  view.problems.add("badFieldUse", place, message);
}

/**
 * Checks that no operation carries an entity with such fields where nobody looks: only an answer that is one, or a list of them, is looked
 * through for each caller, and a body that the entity itself makes.
 */
export function checkCarried(domains: readonly Domain[], { problems }: Registry): void {
  const guarded = new Set(
    domains.flatMap((domain) =>
      domain.entities
        .filter((entity) => entity.fields.some(({ readers, writers }) => (readers ?? writers) !== undefined))
        .map(({ name }) => `${domain.name}.${name}`),
    ),
  );
  if (guarded.size === 0) return;
  const schemas = new Map(domains.flatMap(({ name, schemas }) => schemas.map((one) => [`${name}.${one.name}`, one.schema] as const)));
  for (const { name, operations, events, entities } of domains) {
    // An event of an entity itself is made without these fields; one with a schema of its own is sent as it is.
    for (const event of events.filter(({ dataType }) => !entities.some((entity) => entity.name === dataType))) {
      const found = inside({ kind: "reference", name: event.dataType, domain: name }, schemas, new Set()).find((one) => guarded.has(one));
      if (found === undefined) continue;
      const message = `The event ${event.type} carries ${found}, whose fields are not all for everybody. Give it a schema of your own.`;
      problems.add("notSupported", event.location, message);
    }
    for (const operation of operations.filter(({ crud }) => crud === undefined)) {
      const parts = unseen(name, operation, schemas).flatMap((schema) => inside(schema, schemas, new Set()));
      const found = parts.find((one) => guarded.has(one));
      if (found === undefined) continue;
      const message = `${operation.id} carries ${found} in a place where its fields that only some roles may see or set are not looked at. Answer it by itself or in a list, and take a schema of your own.`;
      problems.add("notSupported", operation.location, message);
    }
  }
}

/** What an operation takes and answers, without a whole entity in the answer, which is looked through for each caller. */
function unseen(domain: string, { body, response }: Operation, schemas: ReadonlyMap<string, Schema>): readonly Schema[] {
  const takes = body?.kind === "json" ? [body.schema] : [];
  const { schema } = response;
  if (schema === undefined) return takes;
  if (response.kind !== "json" || response.headers.length > 0) return [...takes, schema];
  const answered = schema.kind === "array" ? schema.items : schema;
  const own = answered.kind === "reference" && answered.domain === domain ? schemas.get(`${domain}.${answered.name}`) : undefined;
  return [...takes, own ?? answered];
}

/** Every named schema that a schema leads to. */
function inside(schema: Schema, schemas: ReadonlyMap<string, Schema>, seen: Set<string>): readonly string[] {
  switch (schema.kind) {
    case "reference": {
      const name = `${schema.domain}.${schema.name}`;
      if (seen.has(name)) return [];
      seen.add(name);
      const target = schemas.get(name);
      return [name, ...(target === undefined ? [] : inside(target, schemas, seen))];
    }
    case "array":
      return inside(schema.items, schemas, seen);
    case "object":
      return [
        ...schema.properties.map((property) => property.schema),
        ...(typeof schema.additional === "boolean" ? [] : [schema.additional]),
      ].flatMap((one) => inside(one, schemas, seen));
    case "union":
      return schema.variants.flatMap((one) => inside(one, schemas, seen));
    case "intersection":
      return schema.parts.flatMap((one) => inside(one, schemas, seen));
    default:
      return [];
  }
}
