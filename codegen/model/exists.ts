import type { OperationAnnotation, PropertyAnnotation } from "../annotations/vocabulary.ts";
import { at, entries, get, isTrue, type Node, textOf } from "../read/node.ts";
import type { Field } from "./model.ts";
import type { Spec, View } from "./registry.ts";

/** How to ask whether what a field refers to is there: its own domain's repository, or the get operation of another's contract. */
export function existsOf(annotation: PropertyAnnotation, view: View): Field["exists"] {
  const declared = annotation.ref === undefined ? undefined : view.entities.get(annotation.ref);
  if (annotation.exists === undefined || declared?.domain === undefined) return undefined;
  const { domain, name: entity } = declared;
  if (domain === view.spec.domain) return { domain, entity, operation: undefined };
  const owner = view.specs.find((spec) => spec.domain === domain);
  return { domain, entity, operation: owner && getOperation(owner, entity, view) };
}

/** Checks that `exists` can be asked. */
export function checkExists(field: Field, annotation: PropertyAnnotation, node: Node, view: View): void {
  if (annotation.exists === undefined) return;
  const place = at(node, "x-codegen", "exists");
  if (annotation.ref === undefined) {
    view.problems.add("missingAnnotation", place, "`exists` needs `ref`: the entity that is asked for.");
    return;
  }
  if (field.readOnly) view.problems.add("contradiction", place, "`exists` has no effect: no request gives a field that is read-only.");
  unaskable(field.exists, place, view);
}

/** Says at a place of the spec why nobody can be asked whether a row is there; nothing when somebody can. */
export function unaskable(exists: Field["exists"], place: Node, view: View): void {
  if (exists === undefined || exists.domain === view.spec.domain) return;
  const { domain, entity, operation } = exists;
  if (!view.spec.annotation?.requires?.includes(domain)) {
    const message = `${entity} belongs to the domain ${domain}, which is not in \`requires\`: its contract cannot be asked.`;
    view.problems.add("notRequired", place, message);
  } else if (operation === undefined) {
    view.problems.add("unknownName", place, `The domain ${domain} has no operation that gets one ${entity}: nobody can be asked for it.`);
  }
}

/** The id of the operation of kind get, whether the entity makes it or a path is bound to it. */
function getOperation({ root, schemas }: Spec, entity: string, view: View): string | undefined {
  const declared = schemas.find(({ name }) => name === entity)?.entity;
  if (declared?.annotation.operations?.includes("get")) return `get${entity}`;
  for (const [, { value: item }] of entries(get(root, "paths"))) {
    const node = get(item, "get");
    const place = get(node, "x-codegen");
    const bound = ((place && view.annotations.get(place)) ?? {}) as OperationAnnotation;
    if (bound.entity === entity && bound.kind === "get" && !isTrue(node, "deprecated")) return textOf(get(node, "operationId"));
  }
  return undefined;
}
