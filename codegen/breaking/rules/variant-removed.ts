import type { Rule } from "../rule.ts";
import { variantName } from "../walk.ts";

export const variantRemoved: Rule = {
  name: "variant-removed",
  title: "One of the alternatives of a value in a request is no longer accepted.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    if (direction !== "request" || after.variants.length === 0) return;
    const names = after.variants.map(variantName);
    for (const variant of before.variants) {
      if (!names.includes(variantName(variant))) report(`${place} no longer accepts ${variantName(variant)}.`);
    }
    if (before.variants.length === 0) report(`${place} accepts only one of ${names.join(", ")} now.`);
  },
};
