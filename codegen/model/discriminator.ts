import { at, entries, get, items, type Node, textOf } from "../read/node.ts";
import { follow, lookUp } from "../read/references.ts";
import type { Discriminator } from "./json-schema.ts";
import { compare } from "./names.ts";
import type { View } from "./registry.ts";

/**
 * The Discriminator Object (OpenAPI 3.1) of a union: which value stands for which of its variants. Undefined where that cannot be told
 * for sure; the union then is one of variants that are tried, which accepts the same values.
 */
export function discriminatorOf(node: Node, variants: readonly Node[], view: View): Discriminator | undefined {
  const place = get(node, "discriminator");
  if (place === undefined) return undefined;
  const property = textOf(get(place, "propertyName"));
  if (property === undefined) {
    view.problems.add("missingKey", place, "A discriminator needs `propertyName`.");
    return undefined;
  }
  const targets = variants.map((variant) =>
    variant.kind === "map" && variant.entries.has("$ref") ? follow(variant, view.files, view.problems) : undefined,
  );
  if (targets.includes(undefined)) return undefined;
  const mapping = explicit(place, targets, view);
  for (const [index, target] of targets.entries()) {
    if (target === undefined) return undefined;
    const told = [...mapping.values()].includes(index);
    const values = valuesOf(target, property, view);
    for (const value of values) {
      // Two variants with one value: only trying tells them apart.
      if ((mapping.get(value) ?? index) !== index) return undefined;
      mapping.set(value, index);
    }
    // Variants that neither the mapping nor they themselves give a value go by their schemas' names.
    const name = view.schemas.get(target)?.written;
    if (told || values.length > 0) continue;
    if (name === undefined || mapping.has(name)) return undefined;
    mapping.set(name, index);
  }
  return { property, mapping: [...mapping].sort(([a], [b]) => compare(a, b)).map(([value, variant]) => ({ value, variant })) };
}

function explicit(place: Node, targets: readonly (Node | undefined)[], view: View): Map<string, number> {
  const mapping = new Map<string, number>();
  for (const [value, entry] of entries(get(place, "mapping"))) {
    const text = textOf(entry.value) ?? "";
    const target = lookUp(
      /^[\w.-]+$/.test(text) && !/\.(?:ya?ml|json)$/.test(text) ? `#/components/schemas/${text}` : text,
      entry.value,
      view.files,
      view.problems,
    );
    const index = target === undefined ? -1 : targets.indexOf(target);
    if (index >= 0) mapping.set(value, index);
    else if (target !== undefined)
      view.problems.add("badReference", at(place, "mapping", value), `"${text}" is none of the variants of this union.`);
  }
  return mapping;
}

/** The texts that a variant itself allows for the property, by `const` or `enum`; none when it allows others. */
function valuesOf(variant: Node, property: string, view: View): readonly string[] {
  const seen = new Set<Node>();
  const waiting: Node[] = [variant];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind !== "map" || seen.has(node)) continue;
    seen.add(node);
    const declared = get(get(node, "properties"), property);
    const values = declared === undefined ? [] : textsOf(declared, view);
    if (values.length > 0) return values;
    const target = node.entries.has("$ref") ? follow(node, view.files, view.problems) : undefined;
    if (target !== undefined) waiting.push(target);
    waiting.push(...items(get(node, "allOf")));
  }
  return [];
}

function textsOf(declared: Node, view: View): readonly string[] {
  const target = declared.kind === "map" && declared.entries.has("$ref") ? follow(declared, view.files, view.problems) : declared;
  const fixed = get(target, "const");
  const list = (fixed === undefined ? items(get(target, "enum")) : [fixed]).map(textOf);
  return list.every((value) => value !== undefined) ? list : [];
}
