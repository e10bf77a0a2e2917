import type { Rule } from "./check.ts";
import { vocabulary } from "./vocabulary.ts";

const { document, schema, property, operation } = vocabulary.$defs;

/** Where each key of the vocabulary has its effect. */
const homes: readonly { readonly rule: Rule; readonly words: string }[] = [
  { rule: document, words: "to `x-codegen` at the top of the document" },
  { rule: schema, words: "to `x-codegen` of a schema in components.schemas" },
  { rule: schema.properties.entity, words: "to `x-codegen.entity` of a schema" },
  { rule: schema.properties.stateMachine, words: "to `x-codegen.stateMachine` of a schema" },
  { rule: property, words: "to `x-codegen` of a property" },
  { rule: operation, words: "to `x-codegen` of an operation" },
];

/** Where a key that `rule` does not know, if any is given, has a meaning, in words; undefined when it has none anywhere. */
export function belongsTo(key: string, rule?: Rule): string | undefined {
  const found = homes.filter((home) => home.rule !== rule && Object.hasOwn(home.rule.properties ?? {}, key)).map(({ words }) => words);
  return found.length === 0 ? undefined : found.join(", or ");
}
