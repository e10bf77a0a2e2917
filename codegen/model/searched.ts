import type { EntityAnnotation, PropertyAnnotation } from "../annotations/vocabulary.ts";
import { at, entries, get, type Node, textOf } from "../read/node.ts";
import type { Field } from "./model.ts";
import type { DeclaredSchema, View } from "./registry.ts";

/** Checks that a field can be searched: whoever searches learns what it says. */
export function checkSearch(field: Field, annotation: PropertyAnnotation, node: Node, view: View): void {
  if (annotation.search === undefined) return;
  const place = at(node, "x-codegen", "search");
  const refuse = (message: string) => view.problems.add("badFieldUse", place, message);
  if (field.encrypted) refuse(`"${field.name}" is encrypted, each time in another way: nothing can be found in it.`);
  else if (field.sensitive) refuse(`"${field.name}" is sensitive: whoever may search it can find it out.`);
  else if (field.storage !== "text" || field.schema.kind !== "string")
    refuse(`"${field.name}" cannot be searched: only a property of \`type: string\` has words in it. To find by a value, use \`filter\`.`);
}

/** Checks that there is a list to be searched: the entity's own, or a path that is bound to it. */
export function checkSearchedList(annotation: EntityAnnotation, fields: readonly Field[], declared: DeclaredSchema, view: View): void {
  const searched = fields.find((field) => field.searched);
  if (searched === undefined || annotation.operations?.includes("list") || isBound(declared.name, view)) return;
  const place = at(at(declared.node, "properties", searched.name), "x-codegen", "search");
  const message = `\`search\` has no effect: ${declared.name} has no list to be searched. Put \`list\` into its \`operations\`.`;
  view.problems.add("contradiction", place, message);
}

/** Whether an operation of the document lists the entity: `x-codegen: { entity: Label, kind: list }`. */
function isBound(entity: string, view: View): boolean {
  return entries(get(view.spec.root, "paths")).some(([, { value: item }]) => {
    const annotation = get(get(item, "get"), "x-codegen");
    return textOf(get(annotation, "entity")) === entity && textOf(get(annotation, "kind")) === "list";
  });
}

/** Columns that a table has beside its fields', once it is searched. */
export const searchColumns = ["search_words", "search_row"] as const;
