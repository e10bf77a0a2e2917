import type { ObjectSchema, Property, Schema } from "../model/json-schema.ts";
import type { Model } from "../model/model.ts";
import { type Code, code, join, type } from "../print/code.ts";
import { alternatives, membersOf } from "../print/layout.ts";
import { comment, literal, propertyName } from "../print/text.ts";
import { artifact } from "./artifact.ts";
import { auditRecord, isAudit } from "./audit.ts";
import { resolve } from "./references.ts";
import { viewType } from "./views.ts";

const timestamp = type("Timestamp", "internal/core/database/lists.ts");

/** The TypeScript type of a schema, as it stands in a file of `home` (a domain, or undefined for the shared file). */
export function schemaType(model: Model, home: string | undefined, schema: Schema): Code {
  const inner = (item: Schema): Code => schemaType(model, home, item);
  switch (schema.kind) {
    case "unknown":
      return code`unknown`;
    case "never":
      return code`never`;
    case "null":
      return code`null`;
    case "boolean":
      return code`boolean`;
    case "string":
      return schema.format === "date-time" ? timestamp : code`string`;
    case "number":
      return code`number`;
    case "enum":
    case "union":
      return either(alternativesOf(schema, inner));
    case "assertion":
      return code`unknown`;
    case "array":
      if (schema.prefix !== undefined) return tuple(schema, schema.prefix, inner);
      return code`readonly ${grouped(inner(schema.items), schema.items)}[]`;
    case "object":
      return inlineObject(schema, inner);
    case "intersection":
      return both(schema.parts, inner);
    case "reference":
      return namedType(model, home, schema);
    case "id":
      return type(schema.idType, home === schema.domain ? artifact(home, "types") : contract(schema.domain));
  }
}

const alternativesOf = (schema: Extract<Schema, { kind: "enum" | "union" }>, inner: (schema: Schema) => Code): readonly Code[] =>
  schema.kind === "enum" ? schema.values.map((item) => code`${literal(item)}`) : schema.variants.map(inner);

/** One of several types; each stands once. */
export const either = (types: readonly Code[]): Code => alternatives(distinct(types));

const distinct = (types: readonly Code[]): readonly Code[] => [...new Map(types.map((item) => [item.text, item])).values()];

/** All of several types; a part without a type of its own adds nothing. */
function both(parts: readonly Schema[], inner: (schema: Schema) => Code): Code {
  const telling = parts.map((part) => ({ part, text: inner(part) })).filter(({ text }) => text.text !== "unknown");
  const [only, ...more] = telling;
  if (only === undefined) return code`unknown`;
  if (more.length === 0) return only.text;
  return join(distinct(telling.map(({ part, text }) => grouped(text, part))), " & ");
}

/** A list whose first entries have types of their own; those beyond `minItems` may be absent. */
function tuple(schema: Extract<Schema, { kind: "array" }>, prefix: readonly Schema[], inner: (schema: Schema) => Code): Code {
  const least = schema.constraints.minItems ?? 0;
  const entries = prefix.map((item, index) => (index < least ? inner(item) : code`${grouped(inner(item), item)}?`));
  const rest = schema.items.kind === "never" ? [] : [code`...${grouped(inner(schema.items), schema.items)}[]`];
  return code`readonly [${join([...entries, ...rest], ", ")}]`;
}

/** The type of a schema's value or null, without naming null twice. */
export function nullableType(model: Model, home: string | undefined, schema: Schema): Code {
  if (admitsNull(model, schema)) return schemaType(model, home, schema);
  const inner = (item: Schema): Code => schemaType(model, home, item);
  return either([...(schema.kind === "enum" || schema.kind === "union" ? alternativesOf(schema, inner) : [inner(schema)]), code`null`]);
}

/** Whether null is among the values of a schema. */
export function admitsNull(model: Model, schema: Schema): boolean {
  switch (schema.kind) {
    case "unknown":
    case "assertion":
    case "null":
      return true;
    case "enum":
      return schema.values.includes(null);
    case "union":
      return schema.variants.some((variant) => admitsNull(model, variant));
    case "intersection":
      return schema.parts.every((part) => admitsNull(model, part));
    case "reference":
      return admitsNull(model, resolve(model, schema.domain, schema.name).schema);
    default:
      return false;
  }
}

/** The members of an interface, an index signature last. */
export function members(schema: ObjectSchema, inner: (schema: Schema) => Code): Code[] {
  const named = schema.properties.map((property) => code`${comment(describe(property))}${member(property, inner)};`);
  const signature = indexSignature(schema, inner);
  return signature === undefined ? named : [...named, code`${signature};`];
}

function describe(property: Property): string {
  return [property.description, property.deprecated ? "@deprecated" : ""].filter((text) => text !== "").join("\n");
}

function member(property: Property, inner: (schema: Schema) => Code): Code {
  return code`readonly ${propertyName(property.name)}${property.required ? "" : "?"}: ${inner(property.schema)}`;
}

function inlineObject(schema: ObjectSchema, inner: (schema: Schema) => Code): Code {
  const signature = indexSignature(schema, inner);
  const parts = schema.properties.map((property) => member(property, inner)).concat(signature ?? []);
  return parts.length === 0 ? code`Readonly<Record<string, never>>` : membersOf(parts);
}

/** Besides declared properties, undeclared ones are `unknown`: a signature that contradicts a property does not compile. */
function indexSignature(schema: ObjectSchema, inner: (schema: Schema) => Code): Code | undefined {
  const patterned = schema.patterns !== undefined;
  if (schema.properties.length > 0 || patterned)
    return typeof schema.additional === "boolean" && !patterned ? undefined : code`readonly [name: string]: unknown`;
  if (schema.additional === false) return undefined;
  return code`readonly [name: string]: ${schema.additional === true ? "unknown" : inner(schema.additional)}`;
}

/** An entity with sensitive fields is known to others by its view. */
function namedType(model: Model, home: string | undefined, { name, domain }: { name: string; domain: string | undefined }): Code {
  const owner = model.domains.find((item) => item.name === domain);
  if (owner !== undefined && isAudit(owner, name)) return auditRecord;
  const local = owner === undefined ? type(name, artifact(undefined, "types")) : viewType(owner, name);
  return owner === undefined || domain === home ? local : type(local.text, contract(owner.name));
}

const contract = (domain: string): string => `generated/contracts/${domain}.gen.ts`;

const grouped = (text: Code, schema: Schema): Code => {
  const several = (schema.kind === "enum" && schema.values.length > 1) || schema.kind === "union" || schema.kind === "intersection";
  return several || schema.kind === "array" ? code`(${text})` : text;
};
