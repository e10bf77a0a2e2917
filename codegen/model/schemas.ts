import { nearest } from "../diagnostics/nearest.ts";
import { at, describe, entries, get, items, type MapNode, type Node, textOf } from "../read/node.ts";
import { follow } from "../read/references.ts";
import { constraintsOf } from "./constraints.ts";
import { defaultOf, facet } from "./defaults.ts";
import { discriminatorOf } from "./discriminator.ts";
import type { ObjectSchema, Property, Schema } from "./model.ts";
import { withNull } from "./nullable.ts";
import type { View } from "./registry.ts";

const anything: Schema = { kind: "unknown", constraints: {} };

/** Keywords that say something about a value itself; the others beside a $ref only describe it. */
const shaping = [
  ...["type", "enum", "const", "properties", "required", "additionalProperties", "items", "allOf", "anyOf", "oneOf", "pattern", "format"],
  ...["minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
];
const unsupported = [
  ...["not", "if", "then", "else", "patternProperties", "propertyNames", "prefixItems", "contains", "minContains", "maxContains"],
  ...[
    "dependentSchemas",
    "dependentRequired",
    "unevaluatedItems",
    "unevaluatedProperties",
    "$dynamicRef",
    "$dynamicAnchor",
    "$anchor",
    "$id",
  ],
  "$recursiveRef",
];

/** What a Schema Object (OpenAPI 3.1, JSON Schema 2020-12) means. Problems are reported and stand as "anything". */
export function schemaOf(node: Node, view: View, inside: ReadonlySet<Node> = new Set()): Schema {
  if (node.kind === "scalar" && typeof node.value === "boolean") return node.value ? anything : { kind: "never" };
  if (node.kind !== "map") {
    view.problems.add("wrongType", node, `A schema must be a mapping, true or false, not ${describe(node)}.`);
    return anything;
  }
  for (const keyword of unsupported) {
    const entry = node.entries.get(keyword);
    if (entry !== undefined) view.problems.add("notSupported", entry.key, `The keyword "${keyword}" cannot be generated yet.`);
  }
  if (!node.entries.has("$ref")) return plainSchema(node, view, inside);
  const referred = referenceOf(node, view, inside);
  if (!shaping.some((keyword) => node.entries.has(keyword))) return referred;
  return { kind: "intersection", parts: [referred, plainSchema(node, view, inside)] };
}

function referenceOf(node: MapNode, view: View, inside: ReadonlySet<Node>): Schema {
  const target = follow(node, view.files, view.problems);
  if (target === undefined) return anything;
  const named = view.schemas.get(target);
  if (named !== undefined) {
    const { annotation, domain } = view.spec;
    if (named.domain !== undefined && named.domain !== domain && !annotation?.requires?.includes(named.domain)) {
      view.problems.add(
        "notRequired",
        at(node, "$ref"),
        `${named.name} belongs to the domain ${named.domain}, which is not in \`requires\`.`,
      );
    }
    return { kind: "reference", name: named.name, domain: named.domain };
  }
  if (inside.has(target)) {
    view.problems.add("referenceLoop", at(node, "$ref"), "This schema contains itself, but has no name.");
    return anything;
  }
  return schemaOf(target, view, new Set([...inside, target]));
}

function plainSchema(node: MapNode, view: View, inside: ReadonlySet<Node>): Schema {
  const parts: Schema[] = [];
  const base = baseSchema(node, view, inside);
  if (base !== undefined) parts.push(base);
  parts.push(...items(get(node, "allOf")).map((part) => schemaOf(part, view, inside)));
  for (const mode of ["anyOf", "oneOf"] as const) {
    const list = items(get(node, mode));
    if (list.length === 0) continue;
    const variants = list.map((variant) => schemaOf(variant, view, inside));
    const [only] = variants;
    const discriminator = discriminatorOf(node, list, view);
    parts.push(variants.length === 1 && only !== undefined ? only : { kind: "union", mode, variants, discriminator });
  }
  const [first] = parts;
  if (first === undefined) return anything;
  return parts.length === 1 ? first : { kind: "intersection", parts };
}

/** What type, enum and const say; undefined when the composing keywords say everything. */
function baseSchema(node: MapNode, view: View, inside: ReadonlySet<Node>): Schema | undefined {
  if (node.entries.has("const") || node.entries.has("enum")) return enumSchema(node, view);
  const types = typesOf(node, view);
  if (types.length === 0) {
    const constraints = constraintsOf(node, view.problems);
    return Object.keys(constraints).length === 0 ? undefined : { kind: "unknown", constraints };
  }
  const variants = types.filter((type) => type !== "null").map((type) => typeSchema(type, node, view, inside));
  const [first] = variants;
  if (first === undefined) return { kind: "null" };
  const schema: Schema = variants.length === 1 ? first : { kind: "union", mode: "anyOf", variants, discriminator: undefined };
  return types.includes("null") ? withNull(schema) : schema;
}

function enumSchema(node: MapNode, view: View): Schema {
  const list = node.entries.has("const") ? [at(node, "const")] : items(get(node, "enum"));
  const values = new Set<string | number | boolean | null>();
  for (const item of list) {
    if (item.kind !== "scalar") view.problems.add("notSupported", item, `${describe(item)} as a fixed value cannot be generated yet.`);
    else values.add(item.value);
  }
  if (list.length === 0) view.problems.add("wrongType", at(node, "enum"), "enum must be a list of at least one value.");
  return { kind: "enum", values: [...values] };
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

/** Without a type, the keywords that only one type has tell it. */
function inferredType(node: MapNode): readonly string[] {
  const has = (...keywords: string[]) => keywords.some((keyword) => node.entries.has(keyword));
  if (has("properties", "additionalProperties", "required", "minProperties", "maxProperties")) return ["object"];
  if (has("items", "minItems", "maxItems", "uniqueItems")) return ["array"];
  return [];
}

function typeSchema(type: string, node: MapNode, view: View, inside: ReadonlySet<Node>): Schema {
  const constraints = constraintsOf(node, view.problems, type);
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
      const element = get(node, "items");
      return { kind: "array", items: element === undefined ? anything : schemaOf(element, view, inside), constraints };
    }
    default:
      return objectSchema(node, view, inside);
  }
}

/** The object that `properties`, `required` and `additionalProperties` describe. */
export function objectSchema(node: MapNode, view: View, inside: ReadonlySet<Node> = new Set()): ObjectSchema {
  const required = new Set(items(get(node, "required")).map(textOf));
  const properties = entries(get(node, "properties")).map(([name, { value }]) => propertyOf(name, value, required.has(name), view, inside));
  const known = new Set(properties.map(({ name }) => name));
  for (const name of required) {
    if (name === undefined || known.has(name)) continue;
    properties.push({ ...bare, name, schema: anything, required: true });
  }
  const rest = get(node, "additionalProperties");
  const additional = rest === undefined ? anything : schemaOf(rest, view, inside);
  const free = additional.kind === "unknown" && Object.keys(additional.constraints).length === 0;
  return {
    kind: "object",
    properties,
    additional: free ? true : additional.kind === "never" ? false : additional,
    constraints: constraintsOf(node, view.problems, "object"),
  };
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
  if (declared === undefined)
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
