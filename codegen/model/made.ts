import type { PropertyAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, get, type Node } from "../read/node.ts";
import type { Field, Made } from "./model.ts";
import type { View } from "./registry.ts";

/** What `generated` or `default` says: `now`, `actor`, `slug(name)`. */
export function madeOf(text: string | undefined): Made | undefined {
  if (text === undefined) return undefined;
  const of = /^slug\((\w+)\)$/.exec(text)?.[1];
  return of === undefined ? { kind: text === "now" ? "now" : "actor" } : { kind: "slug", of };
}

/** How a value that the server makes is told to people who read the document. */
export function madeSentence({ generated, default: absent }: PropertyAnnotation): string {
  const [made, when] = generated === undefined ? [madeOf(absent), " when absent"] : [madeOf(generated), ""];
  if (made === undefined) return "";
  if (made.kind === "now") return `Set to the time of the ${generated === undefined ? "creation" : "change"}${when}.`;
  return made.kind === "actor" ? `Set to who acts${when}.` : `Made of \`${made.of}\`${when}.`;
}

/** Checks that what the server makes fits the field, and that nothing else says how it comes about. */
export function checkMade(field: Field, annotation: PropertyAnnotation, node: Node, fields: readonly Field[], view: View): void {
  const key = annotation.generated === undefined ? "default" : "generated";
  const made = field.generated ?? field.madeDefault;
  if (made === undefined) return;
  const place = at(node, "x-codegen", key);
  const contradiction = (message: string, where: Node = place) => view.problems.add("contradiction", where, message);
  if (annotation.generated !== undefined && annotation.default !== undefined)
    contradiction("`default` has no effect beside `generated`: the value is never absent.", at(node, "x-codegen", "default"));
  const own = get(node, "default");
  if (own !== undefined) contradiction("This default has no effect: `x-codegen` says that the server makes the value.", own);
  const wrong = (message: string) => view.problems.add("badAnnotation", place, message);
  if (made.kind === "now") {
    if (field.storage !== "timestamp") wrong("`now` needs a property of `type: string, format: date-time`.");
  } else if (made.kind === "actor") {
    if (field.schema.kind !== "string" || field.storage !== "text") wrong("`actor` needs a property of type [string, null].");
    else if (!field.nullable) wrong("`actor` needs a property that may be null: whoever is not signed in has no id.");
  } else checkSlug(field, made.of, fields, place, view);
}

function checkSlug(field: Field, of: string, fields: readonly Field[], place: Node, view: View): void {
  const wrong = (message: string, suggestion?: string) => view.problems.add("badAnnotation", place, message, { suggestion });
  const source = fields.find(({ name }) => name === of);
  const declared = fields.filter(({ server, name }) => server === undefined && name !== field.name).map(({ name }) => name);
  if (source === undefined || !declared.includes(of)) {
    const suggestion = nearest(of, declared);
    view.problems.add("unknownName", place, `A slug is made of another field of the entity; there is no "${of}".`, { suggestion });
  } else if (field.schema.kind !== "string" || field.storage !== "text" || source.schema.kind !== "string" || source.storage !== "text") {
    wrong("A slug is text, and made of a field that is text.");
  } else if (source.generated !== undefined || source.madeDefault !== undefined) {
    wrong(`"${of}" is made by the server itself: make the slug of what that is made of.`);
  } else if (source.nullable && !field.nullable) {
    wrong(`"${of}" may be null, and this field may not: what would its slug be?`);
  } else if (source.readers !== undefined && !(field.readers ?? ["everybody"]).every((role) => source.readers?.includes(role))) {
    wrong(`Only some roles may see "${of}", and its slug would tell it to others: give it the same \`readable\`.`);
  } else if (source.sensitive && !field.sensitive) {
    wrong(`"${of}" is sensitive, and its slug would tell it.`);
  }
}
