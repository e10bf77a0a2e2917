import { nearest } from "../diagnostics/nearest.ts";
import { at, describe, entries, get, isTrue, items, type MapNode, type Node, textOf, toJson } from "../read/node.ts";
import { lookUp } from "../read/references.ts";
import { shaping } from "../read/shaping.ts";
import { assertionsOf, composing } from "./assertions.ts";
import { constraintsOf, patternOf } from "./constraints.ts";
import { defaultOf, facet } from "./defaults.ts";
import { discriminatorOf } from "./discriminator.ts";
import { isVector } from "./embedding.ts";
import type { Json, ObjectSchema, Property, Schema } from "./json-schema.ts";
import { withNull } from "./nullable.ts";
import type { DeclaredSchema, View } from "./registry.ts";

const anything: Schema = { kind: "unknown", constraints: {} };

/** What a Schema Object (OpenAPI 3.0 and 3.1, JSON Schema 2020-12) means. Problems are reported and stand as "anything". */
export function schemaOf(node: Node, view: View, inside: ReadonlySet<Node> = noNodes): Schema {
  if (node.kind === "scalar" && typeof node.value === "boolean") return node.value ? anything : { kind: "never" };
  if (node.kind !== "map") {
    view.problems.add("wrongType", node, `A schema must be a mapping, true or false, not ${describe(node)}.`);
    return anything;
  }
  const reference = ["$ref", "$dynamicRef"].find((key) => node.entries.has(key));
  if (reference === undefined) return plainSchema(node, view, inside);
  const referred = referenceOf(node, reference, view, inside);
  // Beside a reference of OpenAPI 3.0 nothing counts.
  if (view.spec.version === "3.0" || ![...node.entries.keys()].some((keyword) => shaping.has(keyword))) return referred;
  const beside = plainSchema(node, view, inside);
  if (saysNothing(beside)) return isNullable(node, view) ? withNull(referred) : referred;
  return { kind: "intersection", parts: [referred, beside] };
}

const noNodes: ReadonlySet<Node> = new Set();

const saysNothing = (schema: Schema): boolean => schema.kind === "unknown" && Object.keys(schema.constraints).length === 0;

function referenceOf(node: MapNode, key: string, view: View, inside: ReadonlySet<Node>): Schema {
  const place = at(node, key);
  const text = textOf(place);
  if (text === undefined) {
    view.problems.add("wrongType", place, `${key} must be text.`);
    return anything;
  }
  const target = lookUp(text, place, view.files, view.problems);
  if (target === undefined) return anything;
  const named = view.schemas.get(target);
  if (named !== undefined) {
    requireDomain(named, place, view);
    return { kind: "reference", name: named.name, domain: named.domain };
  }
  if (inside.has(target)) {
    view.problems.add("referenceLoop", place, "This schema contains itself, but has no name.");
    return anything;
  }
  if (isSmall(target)) return schemaOf(target, view, new Set([...inside, target]));
  const hoisted = view.hoisted.nameOf(target, text, place);
  return { kind: "reference", name: hoisted.name, domain: hoisted.domain };
}

/** Whether a schema holds no others: it is then repeated where it is referred to. */
const isSmall = (node: Node): boolean => node.kind !== "map" || !holding.some((keyword) => node.entries.has(keyword));

const holding = [
  ...[
    "$ref",
    "$dynamicRef",
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
    "items",
    "prefixItems",
    "contains",
  ],
  ...["allOf", "anyOf", "oneOf", "not", "if", "dependentSchemas", "dependencies", "unevaluatedProperties", "unevaluatedItems"],
];

function requireDomain(named: DeclaredSchema, place: Node, view: View): void {
  const { annotation, domain, plain } = view.spec;
  if (named.domain === undefined || named.domain === domain || annotation?.requires?.includes(named.domain)) return;
  if (plain) view.required.add(named.domain);
  else {
    const message = `${named.name} belongs to the domain ${named.domain}, which is not in \`requires\`.`;
    view.problems.add("notRequired", place, message);
  }
}

const isNullable = (node: MapNode, view: View): boolean => (view.spec.version === "3.0" || view.spec.plain) && isTrue(node, "nullable");

function plainSchema(node: MapNode, view: View, inside: ReadonlySet<Node>): Schema {
  const parts: Schema[] = [];
  const base = baseSchema(node, view, inside);
  if (base !== undefined) parts.push(base);
  parts.push(...items(get(node, "allOf")).map((part) => schemaOf(part, view, inside)));
  for (const mode of ["anyOf", "oneOf"] as const) {
    const list = items(get(node, mode));
    if (list.length === 0) {
      if (node.entries.has(mode)) view.problems.add("wrongType", at(node, mode), `${mode} must be a list of at least one schema.`);
      continue;
    }
    const variants = list.map((variant) => schemaOf(variant, view, inside));
    const [only] = variants;
    const discriminator = discriminatorOf(node, list, view);
    parts.push(variants.length === 1 && only !== undefined ? only : { kind: "union", mode, variants, discriminator });
  }
  parts.push(...assertionsOf(node, view, (inner) => schemaOf(inner, view, inside)));
  const telling = parts.filter((part) => !saysNothing(part));
  const [first = anything, ...more] = telling;
  const kinds = new Set(telling.map(typeKind).filter((kind) => kind !== undefined));
  if (kinds.size > 1) {
    view.problems.add("ignored", node, `No value is ${[...kinds].join(" and ")} at once: nothing is accepted here.`);
    return isNullable(node, view) ? { kind: "null" } : { kind: "never" };
  }
  const schema: Schema = more.length === 0 ? first : { kind: "intersection", parts: telling };
  return isNullable(node, view) ? withNull(schema) : schema;
}

/** The one type that all values of a schema have, as far as it says so itself. */
function typeKind(schema: Schema): string | undefined {
  if (schema.kind === "enum") {
    const kinds = new Set(schema.values.map((value) => (value === null ? "null" : typeof value)));
    return kinds.size === 1 ? [...kinds][0] : undefined;
  }
  return ["null", "boolean", "string", "number", "array", "object"].includes(schema.kind) ? schema.kind : undefined;
}

/** What type, enum and const say; undefined when the composing keywords say everything. */
function baseSchema(node: MapNode, view: View, inside: ReadonlySet<Node>): Schema | undefined {
  const fixed = node.entries.has("const") || node.entries.has("enum") ? enumSchema(node, view) : undefined;
  if (fixed !== undefined) return fixed;
  const types = typesOf(node, view);
  if (types.length === 0) {
    const constraints = constraintsOf(node, view);
    return Object.keys(constraints).length === 0 ? undefined : { kind: "assertion", assertion: { keyword: "constraints", constraints } };
  }
  const variants = types.filter((type) => type !== "null").map((type) => typeSchema(type, node, view, inside));
  const [first] = variants;
  if (first === undefined) return { kind: "null" };
  const schema: Schema = variants.length === 1 ? first : { kind: "union", mode: "anyOf", variants, discriminator: undefined };
  return types.includes("null") ? withNull(schema) : schema;
}

function enumSchema(node: MapNode, view: View): Schema | undefined {
  const list = node.entries.has("const") ? [at(node, "const")] : items(get(node, "enum"));
  if (list.length === 0) {
    const said = textOf(get(node, "enum"));
    const suggestion = said === undefined ? undefined : `[${said.split(/\s*[|,]\s*/).join(", ")}]`;
    view.problems.add("wrongType", at(node, "enum"), "enum must be a list of at least one value.", { suggestion });
    return undefined;
  }
  const named = node.entries.has("type") ? typesOf(node, view) : [];
  const types = named.length === 0 ? knownTypes : named;
  const values = list.map(toJson).filter((value) => types.some((type) => isOf(type, value)) || (value === null && isNullable(node, view)));
  if (values.length === 0) return { kind: "never" };
  if (list.some((item) => item.kind !== "scalar")) return { kind: "assertion", assertion: { keyword: "values", values } };
  return { kind: "enum", values: [...new Set(values as Scalar[])] };
}

type Scalar = string | number | boolean | null;

function isOf(type: string, value: Json): boolean {
  if (type === "integer") return Number.isInteger(value);
  return (value === null ? "null" : Array.isArray(value) ? "array" : typeof value) === type;
}

/** What the types of JSON Schema are called elsewhere. */
const otherNames = new Map([
  ...["text", "str", "varchar", "char", "uuid", "date", "datetime", "timestamp"].map((name) => [name, "string"] as const),
  ...["int", "int32", "int64", "long", "bigint"].map((name) => [name, "integer"] as const),
  ...["float", "double", "decimal", "numeric"].map((name) => [name, "number"] as const),
  ...["map", "dict", "json", "hash"].map((name) => [name, "object"] as const),
  ...[["bool", "boolean"] as const, ["list", "array"] as const],
]);

const knownTypes = ["null", "boolean", "string", "number", "integer", "array", "object"];

function typesOf(node: MapNode, view: View): readonly string[] {
  const type = get(node, "type");
  if (type === undefined) return inferredType(node);
  const list = type.kind === "list" ? type.items : [type];
  return list.flatMap((item) => {
    const name = textOf(item);
    if (name !== undefined && knownTypes.includes(name)) return [name];
    const isNull = item.kind === "scalar" && item.value === null;
    const meant = isNull ? "null" : (otherNames.get(name ?? "") ?? nearest(name ?? "", knownTypes));
    const quotes = isNull ? ' Write "null" in quotes.' : "";
    view.problems.add("wrongType", item, `"type" must be one of ${knownTypes.join(", ")}.${quotes}`, {
      suggestion: quotes === "" ? meant : undefined,
    });
    // Taken as meant, so that nothing else looks wrong because of it.
    return meant === undefined ? [] : [meant];
  });
}

/** Without a type, the keywords that describe what is inside tell it. */
function inferredType(node: MapNode): readonly string[] {
  const has = (...keywords: string[]) => keywords.some((keyword) => node.entries.has(keyword));
  if (has("properties", "patternProperties", "additionalProperties", "required")) return ["object"];
  if (has("items", "prefixItems")) return ["array"];
  return [];
}

function typeSchema(type: string, node: MapNode, view: View, inside: ReadonlySet<Node>): Schema {
  const constraints = constraintsOf(node, view, type);
  const format = textOf(get(node, "format"));
  switch (type) {
    case "boolean":
      return { kind: "boolean" };
    case "string":
      return { kind: "string", constraints, format, binary: format === "binary" };
    case "number":
    case "integer":
      return { kind: "number", constraints, integer: type === "integer", format };
    case "array": {
      const element = get(node, "items") ?? closedBy(node, "unevaluatedItems");
      const prefix = items(get(node, "prefixItems")).map((item) => schemaOf(item, view, inside));
      const rest = element === undefined ? anything : schemaOf(element, view, inside);
      return { kind: "array", items: rest, ...(prefix.length === 0 ? {} : { prefix }), constraints };
    }
    default:
      return objectSchema(node, view, inside);
  }
}

/** The object that `properties`, `required` and `additionalProperties` describe. */
export function objectSchema(node: MapNode, view: View, inside: ReadonlySet<Node> = new Set()): ObjectSchema {
  const list = get(node, "required");
  if (list !== undefined && list.kind !== "list")
    view.problems.add("wrongType", list, `"required" must be a list of names, not ${describe(list)}.`);
  const required = new Set(items(list).map(textOf));
  const declared = entries(get(node, "properties"));
  const vectors = new Set(declared.flatMap(([name, { value }]) => (isVector(value, view) ? [name] : [])));
  const fields = declared.filter(([name]) => !vectors.has(name));
  const properties = fields.map(([name, { value }]) => propertyOf(name, value, required.has(name), view, inside));
  const known = new Set(properties.map(({ name }) => name));
  for (const name of required) {
    if (name === undefined || known.has(name) || vectors.has(name)) continue;
    properties.push({ ...bare, name, schema: anything, required: true });
  }
  const rest = get(node, "additionalProperties") ?? closedBy(node, "unevaluatedProperties");
  const additional = rest === undefined ? anything : schemaOf(rest, view, inside);
  const patterns = patternsOf(node, view, inside);
  const free = additional.kind === "unknown" && Object.keys(additional.constraints).length === 0;
  return {
    kind: "object",
    properties,
    ...(patterns.length === 0 ? {} : { patterns }),
    additional: free ? true : additional.kind === "never" ? false : additional,
    constraints: constraintsOf(node, view, "object"),
  };
}

/** Without subschemas beside it, "unevaluated" means what "additional" and the rest of the items mean. */
const closedBy = (node: MapNode, keyword: string): Node | undefined =>
  composing.some((key) => node.entries.has(key)) ? undefined : get(node, keyword);

function patternsOf(
  node: MapNode,
  view: View,
  inside: ReadonlySet<Node>,
): readonly { readonly pattern: string; readonly schema: Schema }[] {
  return entries(get(node, "patternProperties")).flatMap(([pattern, { key, value }]) => {
    const usable = patternOf(pattern, view);
    if (usable !== undefined) return [{ pattern: usable, schema: schemaOf(value, view, inside) }];
    view.problems.add("wrongType", key, `"${pattern}" is no regular expression (ECMA-262).`);
    return [];
  });
}

const bare = { description: "", readOnly: false, writeOnly: false, default: undefined, deprecated: false };

function propertyOf(name: string, node: Node, required: boolean, view: View, inside: ReadonlySet<Node>): Property {
  const schema = idSchema(node, schemaOf(node, view, inside), view);
  return {
    name,
    schema,
    required,
    description: textOf(get(node, "description"))?.trim() ?? "",
    readOnly: flag(node, "readOnly", view),
    writeOnly: flag(node, "writeOnly", view),
    default: defaultOf(node, schema, view),
    deprecated: flag(node, "deprecated", view),
  };
}

/** With `x-codegen: { ref }` the text is an id of that entity. */
function idSchema(node: Node, schema: Schema, view: View): Schema {
  const place = get(get(node, "x-codegen"), "ref");
  const name = textOf(place);
  if (place === undefined || name === undefined) return schema;
  const declared = view.entities.get(name);
  // What is no name of one was reported when it was held against the vocabulary.
  if (declared === undefined && name.includes("."))
    view.problems.add("unknownName", place, `There is no entity "${name}".`, { suggestion: nearest(name, view.entities.keys()) });
  if (declared?.entity === undefined || declared.domain === undefined) return schema;
  const id: Schema = {
    kind: "id",
    entity: declared.name,
    domain: declared.domain,
    prefix: declared.entity.annotation.prefix,
    idType: declared.entity.idType,
  };
  if (schema.kind === "string") return id;
  if (schema.kind === "union" && schema.variants.every(({ kind }) => kind === "string" || kind === "null")) return withNull(id);
  view.problems.add("badAnnotation", place, "`ref` needs a property of type string, or [string, null].");
  return schema;
}

function flag(node: Node, keyword: string, view: View): boolean {
  const value = facet(node, keyword, view);
  return value?.kind === "scalar" && value.value === true;
}
