import type { Json } from "../model/json-schema.ts";
import type { TypeName } from "./flatten.ts";

/** The types of a value, in words. */
export function describeTypes(types: ReadonlySet<TypeName>): string {
  if (types.size === 7) return "anything";
  const names = [...types].filter((name) => name !== "integer" || !types.has("number"));
  return names.length === 0 ? "nothing" : names.join(" or ");
}

export interface Bound {
  readonly keyword: string;
  /** Whether a value that is fine by the first may be refused by the second. */
  narrows(was: Json | undefined, is: Json | undefined): boolean;
}

const upper = (was: Json | undefined, is: Json | undefined): boolean => typeof is === "number" && (typeof was !== "number" || is < was);
const lower = (was: Json | undefined, is: Json | undefined): boolean => typeof is === "number" && (typeof was !== "number" || is > was);
const other = (was: Json | undefined, is: Json | undefined): boolean => is !== undefined && is !== false && is !== was;
const multiple = (was: Json | undefined, is: Json | undefined): boolean =>
  typeof is === "number" && (typeof was !== "number" || was % is !== 0);

/** The keywords that bound a value. Of two patterns or formats nobody can say which is narrower: a change may be both. */
export const bounds: readonly Bound[] = [
  ...["maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"].map((keyword) => ({ keyword, narrows: upper })),
  ...["minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties"].map((keyword) => ({ keyword, narrows: lower })),
  ...["pattern", "format", "uniqueItems"].map((keyword) => ({ keyword, narrows: other })),
  { keyword: "multipleOf", narrows: multiple },
];
