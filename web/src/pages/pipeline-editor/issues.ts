import type { FieldError } from "../../api/problem.ts";
import { parsePointer } from "../../format/pointer.ts";

/** Errors of a definition; pointers lead into the definition itself. */
export type Issues = readonly FieldError[];

const within = (pointer: string, root: string): boolean => pointer === root || pointer.startsWith(`${root}/`);

/** What is wrong at a field or inside it. */
export const issuesAt = (issues: Issues, pointer: string): string[] =>
  issues.filter((issue) => within(issue.pointer, pointer)).map(({ detail }) => detail);

/** What is wrong exactly there: for something whose parts have fields of their own. */
export const issuesExactlyAt = (issues: Issues, pointer: string): string[] =>
  issues.filter((issue) => issue.pointer === pointer).map(({ detail }) => detail);

/** Errors of a save point into its body; those of the definition lose that part of the way. */
export const definitionIssues = (errors: readonly FieldError[]): FieldError[] =>
  errors
    .filter(({ pointer }) => within(pointer, "/definition"))
    .map(({ pointer, detail }) => ({ pointer: pointer.slice("/definition".length), detail }));

/** Where an error is, as people see it: which step, if any, and which field of it. */
export function placeOf(pointer: string): { readonly step: number | undefined; readonly field: string } {
  const [part = "", index, ...rest] = parsePointer(pointer);
  if (part !== "steps" || index === undefined || !/^\d+$/.test(index))
    return { step: undefined, field: [part, index, ...rest].filter(Boolean).join(".") };
  return { step: Number(index), field: (rest[0] === "inputs" && rest.length > 1 ? rest.slice(1) : rest).join(".") };
}
