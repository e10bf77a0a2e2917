import { article } from "../model/derived.ts";
import type { Domain, Entity, Field, Model } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { alternatives } from "../print/layout.ts";
import { comment, literal, propertyName } from "../print/text.ts";
import { artifact, upperFirst } from "./artifact.ts";
import { resolve } from "./references.ts";
import { admitsNull, members, nullableType, schemaType } from "./schema-type.ts";
import { hasView } from "./views.ts";

const lists = "internal/core/database/lists.ts";
const timestamp = type("Timestamp", lists);

/** A field that no caller gives, and code may. */
export const onlyCodeSets = (field: Field): boolean => field.server === undefined && field.generated === undefined && field.readOnly;

/** Fields that an update may change, by whomever. An entity without any has no update. */
export const mutable = (entity: Entity): Field[] =>
  entity.fields.filter((field) => field.server === undefined && field.generated === undefined && !field.immutable);

/** `LabelInsert` where code may insert more than callers may, else `LabelCreate`. */
export const insertType = (entity: Entity): string => `${entity.name}${entity.fields.some(onlyCodeSets) ? "Insert" : "Create"}`;

/** `LabelChange` where code may change more than callers may, else `LabelPatch`. */
export const changeType = (entity: Entity): string => `${entity.name}${mutable(entity).some(onlyCodeSets) ? "Change" : "Patch"}`;

/** The names that an entity takes in its domain's types, besides pages. */
export const entityTypeNames = (entity: Entity): string[] => [
  entity.idType,
  ...[
    "",
    "View",
    "Create",
    "Insert",
    "Patch",
    "Change",
    "Filter",
    "Sort",
    "Page",
    "AuditPage",
    ...(entity.operations.includes("audit") ? ["Audit"] : []),
    ...(entity.embedding === undefined ? [] : ["Similar"]),
  ].map((suffix) => entity.name + suffix),
];

/** Whether whoever inserts must give the field: it can be neither null nor made. */
export const needed = (field: Field): boolean =>
  field.required || (field.default === undefined && field.madeDefault === undefined && !field.nullable);

/** Whether a new row has values that only hand-written code can give: then the spec alone does not decide what creates one. */
export const asksCode = (entity: Entity): boolean => entity.fields.some((field) => onlyCodeSets(field) && needed(field));

/** All types of one entity, in the order in which a reader needs them. */
export function entityTypes(model: Model, domain: Domain, entity: Entity): Code[] {
  const { name } = entity;
  const row = (fields: readonly Field[], optional = (_: Field) => false): Code[] =>
    fields.map(
      (field) =>
        code`${field.server === undefined ? comment(field.description) : ""}readonly ${propertyName(field.name)}${optional(field) ? "?" : ""}: ${fieldType(model, entity, field)};`,
    );
  const given = (fields: readonly Field[], optional: (field: Field) => boolean): Code[] =>
    fields.map((field) => code`readonly ${propertyName(field.name)}${optional(field) ? "?" : ""}: ${fieldType(model, entity, field)};`);
  const settable = entity.fields.filter(onlyCodeSets);
  const changeable = settable.filter((field) => !field.immutable);

  const types = [
    code`export type ${entity.idType} = \`${entity.prefix}-\${string}\`;`,
    block(entity.description, name, row(entity.fields)),
    ...(hasView(entity)
      ? [
          block(
            `${upperFirst(article(name))} ${name} as others see it.`,
            `${name}View`,
            row(
              entity.fields.filter((field) => !field.sensitive),
              (field) => field.readers !== undefined,
            ),
          ),
        ]
      : []),
    derived(model, domain, `${name}Create`),
  ];
  if (settable.length > 0) {
    const optional = (field: Field): boolean => !needed(field);
    types.push(block("What code may insert: read-only fields too.", `${name}Insert extends ${name}Create`, given(settable, optional)));
  }
  if (mutable(entity).length > 0) types.push(derived(model, domain, `${name}Patch`));
  if (changeable.length > 0) {
    const fields = given(changeable, () => true);
    types.push(block("What code may change: read-only fields too.", `${name}Change extends ${name}Patch`, fields));
  }
  return [...types, filterType(model, entity), sortType(entity)];
}

/** A type that the model derives from an entity, as the published document has it. */
function derived(model: Model, domain: Domain, name: string): Code {
  const { schema, description } = resolve(model, domain.name, name);
  if (schema.kind !== "object") throw new Error(`The model's ${name} is no object.`);
  const plain = { ...schema, properties: schema.properties.map((property) => ({ ...property, description: "" })) };
  return block(
    description,
    name,
    members(plain, (item) => schemaType(model, domain.name, item)),
  );
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
    case "timesOutAt":
      return code`${timestamp} | null`;
    case "state":
    case undefined:
      return field.nullable ? nullableType(model, entity.domain, field.schema) : schemaType(model, entity.domain, field.schema);
  }
}

/** The type of a field outside of its entity: `Link["purpose"]` where it has no name of its own. */
export function valueType(model: Model, entity: Entity, field: Field): Code {
  if (field.schema.kind !== "enum" && field.schema.kind !== "object") return fieldType(model, entity, field);
  return code`${type(entity.name, artifact(entity.domain, "types"))}[${literal(field.name)}]`;
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
  if (field.schema.kind === "id") return exact;
  const content = valueType(model, entity, { ...field, nullable: false });
  if (content.text === "string") return type("TextFilter", lists);
  return field.nullable || admitsNull(model, field.schema) ? code`${exact}<NonNullable<${content}>>` : code`${exact}<${content}>`;
}

function sortType(entity: Entity): Code {
  const values = entity.sort.flatMap((field) => [literal(field), literal(`-${field}`)]);
  return code`export type ${entity.name}Sort = ${alternatives(values.length === 0 ? ["never"] : values)};`;
}
