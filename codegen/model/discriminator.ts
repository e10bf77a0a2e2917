import { at, entries, get, type Node, textOf } from "../read/node.ts";
import { follow, lookUp } from "../read/references.ts";
import type { Discriminator } from "./model.ts";
import { compare } from "./names.ts";
import type { View } from "./registry.ts";

/** The Discriminator Object (OpenAPI 3.1) of a union: which value stands for which of its variants. */
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
  if (targets.includes(undefined)) {
    view.problems.add("notSupported", place, "A discriminator needs variants that are all references to named schemas.");
    return undefined;
  }
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
  // Variants that the mapping does not name go by their schemas' names.
  targets.forEach((target, index) => {
    const name = target && view.schemas.get(target)?.name;
    if (name !== undefined && ![...mapping.values()].includes(index)) mapping.set(name, index);
  });
  return { property, mapping: [...mapping].sort(([a], [b]) => compare(a, b)).map(([value, variant]) => ({ value, variant })) };
}
