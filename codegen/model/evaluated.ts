import { entries, get, items, type Node } from "../read/node.ts";
import { follow } from "../read/references.ts";
import type { View } from "./registry.ts";

/** The properties that a schema and the subschemas beside it declare (JSON Schema 2020-12, "unevaluatedProperties"). */
export interface Evaluated {
  readonly names: Set<string>;
  readonly patterns: Set<string>;
  /** Whether one of them takes any name. */
  open: boolean;
  /** Whether the same names count for every value: not with variants or conditions. */
  exact: boolean;
}

/** What of an object a schema looks at, references followed. */
export function evaluated(node: Node, view: View): Evaluated {
  const found: Evaluated = { names: new Set(), patterns: new Set(), open: false, exact: true };
  const seen = new Set<Node>();
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind !== "map" || seen.has(next)) continue;
    seen.add(next);
    for (const [name] of entries(get(next, "properties"))) found.names.add(name);
    for (const [pattern] of entries(get(next, "patternProperties"))) found.patterns.add(pattern);
    const closed = (key: string): boolean => {
      const value = get(next, key);
      return value === undefined || (value.kind === "scalar" && value.value === false);
    };
    if (!closed("additionalProperties") || (next !== node && !closed("unevaluatedProperties"))) found.open = true;
    if (next.entries.has("$ref")) {
      const target = follow(next, view.files, view.problems);
      if (target !== undefined) waiting.push(target);
    }
    waiting.push(...items(get(next, "allOf")));
    const variants = [...items(get(next, "anyOf")), ...items(get(next, "oneOf"))];
    const conditional = ["if", "then", "else"].flatMap((key) => get(next, key) ?? []);
    const dependent = entries(get(next, "dependentSchemas")).map(([, { value }]) => value);
    const uncertain = [...variants, ...conditional, ...dependent];
    if (uncertain.length > 0) found.exact = false;
    waiting.push(...uncertain);
  }
  return found;
}
