import type { EntityAnnotation } from "../annotations/vocabulary.ts";
import { at, type Node } from "../read/node.ts";
import type { View } from "./registry.ts";

/** Checks that roles can have a say in who sees an entity's rows. */
export function checkRoles({ roles, scope, cache }: EntityAnnotation, node: Node, view: View): void {
  if (roles !== true) return;
  if (scope === "user") {
    view.problems.add(
      "contradiction",
      at(node, "roles"),
      "Rows of the scope `user` are seen by nobody but their owner, whatever the roles.",
    );
  }
  if (cache !== undefined) {
    view.problems.add(
      "contradiction",
      at(node, "cache"),
      "What is kept in memory is given to everybody of an organization: not with `roles`.",
    );
  }
}
