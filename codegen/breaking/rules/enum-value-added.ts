import { includes } from "../flatten.ts";
import type { Rule } from "../rule.ts";

export const enumValueAdded: Rule = {
  name: "enum-value-added",
  title: "Answers or events have a value that they never had.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    if (direction !== "response" || before.values === undefined) return;
    if (after.values === undefined) report(`${place} was one of a few values, and may be any now.`);
    for (const value of after.values ?? []) {
      if (!includes(before.values, value)) report(`${place} may be ${JSON.stringify(value)} now.`);
    }
  },
};
