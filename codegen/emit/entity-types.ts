import type { Entity, Field, Model } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { alternatives } from "../print/layout.ts";
import { comment, literal, propertyName } from "../print/text.ts";
import { artifact } from "./artifact.ts";
import { admitsNull, nullableType, schemaType } from "./schema-type.ts";
import { hasView } from "./views.ts";

const lists = "internal/core/database/lists.ts";
const timestamp = type("Timestamp", lists);

/** Fields that a caller may give when creating, and those that only code may. */
const creatable = (entity: Entity): Field[] => entity.fields.filter((field) => field.server === undefined && !field.readOnly);
const settable = (entity: Entity): Field[] => entity.fields.filter((field) => field.server === undefined && field.readOnly);
const changeable = (field: Field): boolean => !field.immutable;

/** Fields that an update may change, by whomever. An entity without any has no update. */
export const mutable = (entity: Entity): Field[] => entity.fields.filter((field) => field.server === undefined && changeable(field));

/** `LabelInsert` where code may insert more than callers may, else `LabelCreate`. */
export const insertType = (entity: Entity): string => `${entity.name}${settable(entity).length > 0 ? "Insert" : "Create"}`;

/** `LabelChange` where code may change more than callers may, else `LabelPatch`. */
export const changeType = (entity: Entity): string => `${entity.name}${settable(entity).some(changeable) ? "Change" : "Patch"}`;

/** The names that an entity takes in its domain's types, besides pages. */
export const entityTypeNames = (entity: Entity): string[] => [
  entity.idType,
  ...["", "View", "Create", "Insert", "Patch", "Change", "Filter", "Sort", "Page"].map((suffix) => entity.name + suffix),
];

/** All types of one entity, in the order in which a reader needs them. */
export function entityTypes(model: Model, entity: Entity): Code[] {
  const { name } = entity;
  const member = (field: Field, mark: string): Code =>
    code`readonly ${propertyName(field.name)}${mark}: ${fieldType(model, entity, field)};`;
  const row = (fields: readonly Field[]): Code[] => fields.map((field) => code`${comment(field.description)}${member(field, "")}`);
  const created = (fields: readonly Field[]): Code[] => fields.map((field) => member(field, field.required ? "" : "?"));
  const changed = (fields: readonly Field[]): Code[] => fields.filter(changeable).map((field) => member(field, "?"));

  const types = [
    code`export type ${entity.idType} = \`${entity.prefix}-\${string}\`;`,
    block(entity.description, name, row(entity.fields)),
    ...(hasView(entity)
      ? [block(`A ${name} as others see it.`, `${name}View`, row(entity.fields.filter((field) => !field.sensitive)))]
      : []),
    block(`What creates a ${name}.`, `${name}Create`, created(creatable(entity))),
    ...(settable(entity).length > 0
      ? [block("What code may insert: read-only fields as well.", `${name}Insert extends ${name}Create`, created(settable(entity)))]
      : []),
  ];
  if (mutable(entity).length > 0) {
    types.push(block("RFC 7396: absent leaves a field as it is, null clears it.", `${name}Patch`, changed(creatable(entity))));
  }
  if (settable(entity).some(changeable)) {
    const fields = changed(settable(entity));
    types.push(block("What code may change: read-only fields as well.", `${name}Change extends ${name}Patch`, fields));
  }
  return [...types, filterType(model, entity), sortType(entity)];
}

/** The type of a field in its entity. */
export function fieldType(model: Model, entity: Entity, field: Field): Code {
  switch (field.server) {
    case "id":
      return type(entity.idType, artifact(entity.domain, "types"));
    case "createdAt":
    case "updatedAt":
      return timestamp;
    case "version":
      return code`number`;
    case "organization":
    case "actor":
      return code`string${field.nullable ? " | null" : ""}`;
    case undefined:
      return field.nullable ? nullableType(model, entity.domain, field.schema) : schemaType(model, entity.domain, field.schema);
  }
}

function block(description: string, head: string, body: readonly Code[]): Code {
  if (body.length === 0) return code`${comment(description)}export type ${head} = Readonly<Record<string, never>>;`;
  return code`${comment(description)}export interface ${head} {
  ${body}
}`;
}

function filterType(model: Model, entity: Entity): Code {
  const fields = entity.fields.filter((field) => entity.filter.includes(field.name));
  return block(
    "",
    `${entity.name}Filter`,
    fields.map((field) => code`readonly ${propertyName(field.name)}?: ${filterOf(model, entity, field)};`),
  );
}

function filterOf(model: Model, entity: Entity, field: Field): Code {
  switch (field.storage) {
    case "integer":
    case "bigint":
    case "real":
      return type("NumberFilter", lists);
    case "boolean":
      return type("BooleanFilter", lists);
    case "timestamp":
      return type("TimeFilter", lists);
    default:
      return textFilter(model, entity, field);
  }
}

/** Ids and fields with a finite set of values are compared as a whole; other text also by a part of it. */
function textFilter(model: Model, entity: Entity, field: Field): Code {
  const exact = type("ExactFilter", lists);
  const content = schemaType(model, entity.domain, field.schema);
  if (field.schema.kind === "id") return exact;
  if (content.text === "string") return type("TextFilter", lists);
  return admitsNull(model, field.schema) ? code`${exact}<NonNullable<${content}>>` : code`${exact}<${content}>`;
}

function sortType(entity: Entity): Code {
  const values = entity.sort.flatMap((field) => [literal(field), literal(`-${field}`)]);
  const head = `export type ${entity.name}Sort =`;
  const text = values.length === 0 ? code`never` : alternatives(values, head.length + 2);
  return code`${head}${text.text.startsWith("\n") ? "" : " "}${text};`;
}
