import { describe, entries, get, type MapNode, type Node, textOf } from "../read/node.ts";
import { evaluated } from "./evaluated.ts";
import type { Assertion, Schema } from "./json-schema.ts";
import type { View } from "./registry.ts";

/** Keywords with subschemas that look at the same value: with them, what is "unevaluated" depends on more than the schema itself. */
export const composing = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"] as const;

/** What a schema demands beside its type, each as a part of an intersection. `schemaOf` makes the schemas inside. */
export function assertionsOf(node: MapNode, view: View, schemaOf: (node: Node) => Schema): readonly Schema[] {
  const inner = (key: string): Schema | undefined => {
    const found = get(node, key);
    return found === undefined ? undefined : schemaOf(found);
  };
  const found: (Assertion | undefined)[] = [];
  const excluded = inner("not");
  if (excluded !== undefined) found.push({ keyword: "not", schema: excluded });
  const condition = inner("if");
  const [met, unmet] = [inner("then"), inner("else")];
  if (condition !== undefined && (met !== undefined || unmet !== undefined)) found.push({ keyword: "if", condition, met, unmet });
  const names = inner("propertyNames");
  if (names !== undefined) found.push({ keyword: "propertyNames", schema: names });
  found.push(containsOf(node, view, inner("contains")), ...dependents(node, schemaOf), unevaluated(node, view));
  const id = get(node, "$id");
  if (id !== undefined) view.problems.add("ignored", id, "`$id` is ignored: references are read from the file that they stand in.");
  return found.filter((assertion) => assertion !== undefined).map((assertion) => ({ kind: "assertion", assertion }));
}

function containsOf(node: MapNode, view: View, schema: Schema | undefined): Assertion | undefined {
  if (schema === undefined) return undefined;
  const minimum = count(node, "minContains", view) ?? 1;
  return { keyword: "contains", schema, minimum, maximum: count(node, "maxContains", view) };
}

function count(node: MapNode, key: string, view: View): number | undefined {
  const place = get(node, key);
  if (place === undefined) return undefined;
  if (place.kind === "scalar" && typeof place.value === "number" && Number.isSafeInteger(place.value) && place.value >= 0)
    return place.value;
  view.problems.add("wrongType", place, `${key} must be a whole number from 0, not ${describe(place)}.`);
  return undefined;
}

/** `dependentRequired`, `dependentSchemas`, and `dependencies`, which was both before. */
function dependents(node: MapNode, schemaOf: (node: Node) => Schema): readonly Assertion[] {
  const all = ["dependentRequired", "dependentSchemas", "dependencies"].flatMap((key) => entries(get(node, key)));
  const names = all.flatMap(([name, { value }]) =>
    value.kind === "list" ? [{ name, required: value.items.flatMap((item) => textOf(item) ?? []) }] : [],
  );
  const schemas = all.flatMap(([name, { value }]) => (value.kind === "list" ? [] : [{ name, schema: schemaOf(value) }]));
  return [
    ...(names.length === 0 ? [] : [{ keyword: "dependentRequired", names } as const]),
    ...(schemas.length === 0 ? [] : [{ keyword: "dependentSchemas", schemas } as const]),
  ];
}

/** `unevaluatedProperties: false` beside subschemas: the names that any of them declares are allowed. */
function unevaluated(node: MapNode, view: View): Assertion | undefined {
  if (!composing.some((key) => node.entries.has(key))) return undefined;
  for (const key of ["unevaluatedItems", "unevaluatedProperties"]) {
    const place = node.entries.get(key);
    if (place === undefined || (place.value.kind === "scalar" && place.value.value === true)) continue;
    const closed = key === "unevaluatedProperties" && place.value.kind === "scalar" && place.value.value === false;
    const known = closed ? evaluated(node, view) : undefined;
    if (known?.exact !== true) view.problems.add("ignored", place.key, said(key, known !== undefined));
    if (known !== undefined && known.open === false) {
      return { keyword: "onlyProperties", names: [...known.names].sort(), patterns: [...known.patterns].sort() };
    }
  }
  return undefined;
}

const said = (key: string, partly: boolean): string =>
  partly
    ? `${key} is checked against the properties of all variants together: one of a variant that does not apply passes.`
    : `${key} is not checked beside subschemas.`;
