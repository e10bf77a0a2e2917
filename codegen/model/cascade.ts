import type { EntityAnnotation } from "../annotations/vocabulary.ts";
import { at, type Node } from "../read/node.ts";
import type { Field } from "./model.ts";
import type { View } from "./registry.ts";

/** Checks that an entity of the cascade scope has the one key by which an organization's row takes the place of a global one. */
export function checkCascade({ scope, unique = [] }: EntityAnnotation, node: Node, fields: readonly Field[], view: View): void {
  if (scope !== "cascade") return;
  const [key, second] = unique;
  if (key === undefined) {
    const message = "`scope: cascade` needs `unique`: the fields by which an organization's row takes the place of a global one.";
    view.problems.add("missingAnnotation", at(node, "scope"), message);
  }
  if (second !== undefined) {
    const message = "`scope: cascade` takes one set of unique fields: with two, it is open which row takes the place of which.";
    view.problems.add("contradiction", at(node, "unique", 1), message);
  }
  key?.forEach((name, index) => {
    if (fields.find((field) => field.name === name)?.nullable !== true) return;
    const message = `"${name}" may be null, which equals nothing: no row could take the place of another by it. Make it required.`;
    view.problems.add("badFieldUse", at(node, "unique", 0, index), message);
  });
}
