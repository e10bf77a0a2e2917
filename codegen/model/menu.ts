import { at } from "../read/node.ts";
import { checkPermission } from "./check-domain.ts";
import type { MenuEntry } from "./menu-entry.ts";
import { compare } from "./names.ts";
import type { View } from "./registry.ts";

/** A document's entries of the navigation, in their order. `title` is what an entry without a label is called. */
export function menuOf(title: string, view: View): readonly MenuEntry[] {
  const { annotation, annotationNode, root } = view.spec;
  const entries = annotation?.menu ?? [];
  const place = (...path: readonly (string | number)[]) => at(annotationNode ?? root, "menu", ...path);
  entries.forEach(({ permission, label, order }, index) => {
    if (permission !== undefined) checkPermission(permission, place(index, "permission"), view.spec, view);
    if (label === undefined && entries.length > 1) {
      view.problems.add("missingAnnotation", place(index), "With several entries, each needs a `label`: one title cannot name them all.");
    }
    if (order < 0) view.problems.add("badAnnotation", place(index, "order"), "An entry's order is 0 or more.");
  });
  return entries
    .map(
      ({ permission, label, ...entry }): MenuEntry => ({
        ...entry,
        label: label ?? title,
        permission: permission === "authenticated" || permission === "optional" ? undefined : permission,
      }),
    )
    .sort(inOrder);
}

/** By order, then by id. */
export const inOrder = (a: MenuEntry, b: MenuEntry): number => a.order - b.order || compare(a.id, b.id);
