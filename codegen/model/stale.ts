import type { EntityAnnotation } from "../annotations/vocabulary.ts";
import { at, type Node } from "../read/node.ts";
import type { CrudKind } from "./model.ts";
import type { Operation } from "./operation.ts";
import type { View } from "./registry.ts";

/** What of an entity's operations reads without a row's version, which a caller would hand back as If-Match. */
const overviews: readonly CrudKind[] = ["list", "similar", "audit"];

export const isOverview = (kind: CrudKind): boolean => overviews.includes(kind);

/** Checks that the operations of an entity can be answered with something old. */
export function checkStaleEntity({ stale, roles, teams, audit, operations }: EntityAnnotation, node: Node, { problems }: View): void {
  if (stale !== true) return;
  const refuse = (why: string) => problems.add("contradiction", at(node, "stale"), why);
  for (const [key, hides] of Object.entries({ roles: roles === true, teams: teams !== undefined }))
    if (hides) refuse(`Who loses sight of a row is to lose it at once: \`stale\` does not go with \`${key}\`.`);
  if (!operations?.includes("list") && !(audit && operations !== undefined))
    refuse("`stale` has no effect: none of its `operations` gives more than one row.");
}

/** Checks that an operation can be answered with something old. */
export function checkStaleOperation(
  { id, method, response }: Pick<Operation, "id" | "method" | "response">,
  place: Node,
  { problems, spec }: View,
): void {
  const refuse = (why: string) => problems.add("contradiction", place, `${id} cannot be \`stale\`: ${why}.`);
  const { schema } = response;
  const answersRow =
    response.kind === "json" &&
    schema?.kind === "reference" &&
    schema.domain === spec.domain &&
    spec.schemas.some(({ name, isEntity }) => isEntity && (name === schema.name || `${name}View` === schema.name));
  if (method !== "get") refuse("it may write");
  else if (response.kind === "sse") refuse("a stream tells what happens now");
  else if (answersRow) refuse("it answers one row with its version, which comes back as If-Match");
}
