import { includes } from "../flatten.ts";
import type { Rule } from "../rule.ts";

export const enumValueRemoved: Rule = {
  name: "enum-value-removed",
  title: "A value that requests could have is no longer accepted.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    if (direction !== "request" || after.values === undefined) return;
    if (before.values === undefined)
      report(`${place} accepted any value, and only ${after.values.map((value) => JSON.stringify(value)).join(", ")} now.`);
    for (const value of before.values ?? []) {
      if (!includes(after.values, value)) report(`${place} no longer accepts ${JSON.stringify(value)}.`);
    }
  },
};
