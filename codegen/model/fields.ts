import type { EntityAnnotation, PropertyAnnotation } from "../annotations/vocabulary.ts";
import { at, entries, get, type MapNode, type Node } from "../read/node.ts";
import type { Span } from "../read/source.ts";
import { isVector, vectorColumns } from "./embedding.ts";
import { checkExists, existsOf } from "./exists.ts";
import { checkFieldRoles, fieldRoles, rolesSentence } from "./field-roles.ts";
import type { Property, Schema } from "./json-schema.ts";
import { checkMade, madeOf, madeSentence } from "./made.ts";
import type { Field, Scope, Storage } from "./model.ts";
import { camelCase, snakeCase } from "./names.ts";
import { saysNull, withoutNull } from "./nullable.ts";
import { ordinaryField } from "./ordinary-field.ts";
import type { View } from "./registry.ts";
import { renamedField } from "./renamed.ts";
import { objectSchema } from "./schemas.ts";
import { checkSearch, searchColumns } from "./searched.ts";
import { teamField } from "./teams.ts";

/** The fields of an entity: the server's, then the declared ones in their order. */
export function fieldsOf(entity: EntityAnnotation, id: Schema, node: MapNode, view: View): readonly Field[] {
  const server = serverFields(entity.scope, id, teamField(entity, view));
  const columns = new Map(server.map(({ column, name }) => [column, name]));
  if (entity.softDelete) columns.set("deleted_at", "deletedAt");
  const place = node.entries.get("properties")?.value;
  const entryOf = (name: string) => (place?.kind === "map" ? place.entries.get(name) : undefined);
  const { properties } = objectSchema(node, view);
  if (entries(place).some(([, { value }]) => isVector(value, view))) for (const name of vectorColumns) columns.set(name, name);
  if (properties.some(({ name }) => annotationOf(entryOf(name)?.value, view).search))
    for (const name of searchColumns) columns.set(name, name);
  const declarations = properties.map((property) => {
    const entry = entryOf(property.name);
    const annotation = annotationOf(entry?.value, view);
    const field = fieldOf(property, annotation, view);
    checkName(field, columns, entry?.key ?? at(node, "required"), view);
    columns.set(field.column, field.name);
    return {
      field: { ...field, ...renamedField(field.name, annotation, entry?.value, node, view) },
      annotation,
      node: entry?.value ?? node,
    };
  });
  const fields = [...server, ...declarations.map(({ field }) => field)];
  for (const { field, annotation, node } of declarations) {
    checkColumn(field, annotation, node, view);
    checkMade(field, annotation, node, fields, view);
    checkExists(field, annotation, node, view);
    checkFieldRoles(field, annotation, node, view);
    checkSearch(field, annotation, node, view);
    if (annotation.encrypted && annotation.sensitive === false)
      view.problems.add(
        "contradiction",
        at(node, "x-codegen", "sensitive"),
        "What is `encrypted` is sensitive: it never leaves its service.",
      );
  }
  return fields;
}

/** What is sound of what a property says of its field. */
function annotationOf(node: Node | undefined, view: View): PropertyAnnotation {
  const place = get(node, "x-codegen");
  return ((place && view.annotations.get(place)) ?? {}) as PropertyAnnotation;
}

function fieldOf(property: Property, annotation: PropertyAnnotation, view: View): Field {
  const generated = madeOf(annotation.generated);
  const madeDefault = madeOf(annotation.default);
  const isMade = (generated ?? madeDefault) !== undefined;
  const readOnly = property.readOnly || generated !== undefined;
  const isGiven = property.default !== undefined || (isMade && generated?.kind !== "actor" && madeDefault?.kind !== "actor");
  return {
    name: property.name,
    column: annotation.column ?? snakeCase(property.name),
    schema: withoutNull(property.schema),
    storage: storageOf(property.schema, view),
    nullable: (!property.required && !isGiven) || acceptsNull(property.schema, view),
    required: property.required && property.default === undefined && !isMade && !readOnly,
    default: property.default,
    generated,
    madeDefault,
    server: undefined,
    readOnly,
    immutable: annotation.immutable ?? false,
    sensitive: annotation.sensitive ?? annotation.encrypted ?? false,
    encrypted: annotation.encrypted ?? false,
    searched: annotation.search ?? false,
    ...fieldRoles(annotation),
    exists: existsOf(annotation, view),
    description: [property.description, madeSentence(annotation), rolesSentence(annotation)]
      .filter((sentence) => sentence !== "")
      .join(" "),
  };
}

const taken: ReadonlySet<string> = new Set(["id", "organizationId", "createdBy", "createdAt", "updatedAt", "version"]);

function checkName({ name, column }: Field, columns: ReadonlyMap<string, string>, where: Span, view: View): void {
  const other = columns.get(column);
  if (taken.has(name) || other === "deletedAt")
    view.problems.add("badEntity", where, `"${name}" is a field that the server makes: leave it out.`);
  else if (name === "teamId" && other === name)
    view.problems.add("badEntity", where, `"${name}" is the field that \`teams\` gives: leave it out.`);
  else if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
    const message = `"${name}" cannot be a field: a field's name is in camelCase, of letters and digits.`;
    view.problems.add("badEntity", where, message, { suggestion: camelCase(name) });
  } else if (other !== undefined) {
    view.problems.add("duplicateName", where, `"${name}" and "${other}" would share the column ${column}.`);
  }
}

/** Columns that every table of Postgres has for itself (ddl-system-columns). */
const systemColumns: ReadonlySet<string> = new Set(["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"]);

function checkColumn({ name, column }: Field, annotation: PropertyAnnotation, node: Node, view: View): void {
  const place = annotation.column === undefined ? node : at(node, "x-codegen", "column");
  if (systemColumns.has(column))
    view.problems.add(
      "badAnnotation",
      place,
      `Every table of Postgres has a column ${column} of its own: give "${name}" another \`column\`.`,
    );
  if (annotation.column === snakeCase(name))
    view.problems.add("contradiction", place, `\`column\` has no effect: the column of "${name}" is called ${column} anyway.`);
}

const text: Schema = { kind: "string", constraints: {}, format: undefined, binary: false };
const time: Schema = { kind: "string", constraints: {}, format: "date-time", binary: false };
const count: Schema = { kind: "number", constraints: { minimum: 1 }, integer: true, format: undefined };

function serverFields(scope: Scope, id: Schema, team: readonly Field[]): readonly Field[] {
  const whose = `The organization that it belongs to${scope === "cascade" ? '; "" when it is shared by all' : ""}.`;
  const organization = made("organizationId", "organization", text, "text", true, whose);
  // The system itself may act in an organization, where no person did it.
  const creator = made(
    "createdBy",
    "actor",
    text,
    "text",
    true,
    scope === "user" ? "The person it belongs to." : "The person who created it.",
  );
  return [
    made("id", "id", id, "text", true, "Its id."),
    ...(scope === "organization" || scope === "cascade" ? [organization, ...team, { ...creator, nullable: true }] : []),
    ...(scope === "user" ? [creator] : []),
    made("createdAt", "createdAt", time, "timestamp", true, "When it was created."),
    made("updatedAt", "updatedAt", time, "timestamp", false, "When it last changed."),
    made("version", "version", count, "integer", false, "Raised by each change; its ETag."),
  ];
}

function made(
  name: string,
  server: NonNullable<Field["server"]>,
  schema: Schema,
  storage: Storage,
  immutable: boolean,
  description: string,
): Field {
  const column = snakeCase(name);
  return {
    ...ordinaryField,
    name,
    column,
    schema,
    storage,
    nullable: false,
    required: false,
    server,
    readOnly: true,
    immutable,
    description,
  };
}

/** How a value of this schema is kept. */
export function storageOf(schema: Schema, view: View, inside: ReadonlySet<Schema> = new Set()): Storage {
  switch (schema.kind) {
    case "boolean":
      return "boolean";
    case "string":
      return schema.format === "date-time" ? "timestamp" : "text";
    case "number":
      return !schema.integer ? "real" : schema.format === "int64" ? "bigint" : "integer";
    case "id":
      return "text";
    case "enum": {
      const values = schema.values.filter((value) => value !== null);
      if (values.every((value) => typeof value === "string")) return "text";
      if (values.every((value) => typeof value === "boolean")) return "boolean";
      return values.every(Number.isSafeInteger) ? "integer" : values.every((value) => typeof value === "number") ? "real" : "json";
    }
    case "reference":
      return storageOf(view.resolve(schema), view, inside);
    case "union": {
      // A union may lead back to itself.
      const plain = withoutNull(schema);
      return plain.kind === "union" || inside.has(schema) ? "json" : storageOf(plain, view, new Set([...inside, schema]));
    }
    default:
      return "json";
  }
}

function acceptsNull(schema: Schema, view: View): boolean {
  return saysNull(view.resolve(schema));
}
