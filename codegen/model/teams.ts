import type { EntityAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, type Node } from "../read/node.ts";
import { existsOf, unaskable } from "./exists.ts";
import type { Schema } from "./json-schema.ts";
import type { Field } from "./model.ts";
import { ordinaryField } from "./ordinary-field.ts";
import type { View } from "./registry.ts";

/** Of which team a row is: given by callers, like any field of the spec; null is for the whole organization. */
export function teamField({ teams }: EntityAnnotation, view: View): readonly Field[] {
  if (teams === undefined) return [];
  const declared = view.entities.get(teams);
  if (declared?.entity === undefined || declared.domain === undefined) return [];
  const { annotation, idType } = declared.entity;
  const schema: Schema = { kind: "id", entity: declared.name, domain: declared.domain, prefix: annotation.prefix, idType };
  return [
    {
      ...ordinaryField,
      ...{
        name: "teamId",
        column: "team_id",
        schema,
        storage: "text",
        nullable: true,
        required: false,
        server: undefined,
        readOnly: false,
      },
      exists: existsOf({ ref: teams, exists: true }, view),
      description: "The team that it belongs to; null for the whole organization.",
    },
  ];
}

/** Checks that rows can belong to teams, and that those can be asked for. */
export function checkTeams({ teams, scope, cache }: EntityAnnotation, node: Node, view: View): void {
  if (teams === undefined) return;
  const place = at(node, "teams");
  const declared = view.entities.get(teams);
  if (declared?.entity === undefined) {
    // What is no name of an entity was reported when it was held against the vocabulary.
    if (declared === undefined && teams.includes("."))
      view.problems.add("unknownName", place, `There is no entity "${teams}".`, { suggestion: nearest(teams, view.entities.keys()) });
    return;
  }
  if (scope !== "organization")
    view.problems.add("contradiction", place, `Teams are parts of an organization: rows of the scope \`${scope}\` belong to none.`);
  if (declared.entity.annotation.scope !== "organization")
    view.problems.add("contradiction", place, `A team belongs to one organization, and ${declared.name} has another scope.`);
  if (cache !== undefined)
    view.problems.add(
      "contradiction",
      at(node, "cache"),
      "What is kept in memory is given to everybody of an organization: not with `teams`.",
    );
  unaskable(existsOf({ ref: teams, exists: true }, view), place, view);
}
