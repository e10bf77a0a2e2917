import type { Rule } from "../rule.ts";
import { variantName } from "../walk.ts";

export const variantAdded: Rule = {
  name: "variant-added",
  title: "An answer or event may be an alternative that it never was.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    if (direction !== "response" || before.variants.length === 0) return;
    const names = before.variants.map(variantName);
    for (const variant of after.variants) {
      if (!names.includes(variantName(variant))) report(`${place} may be ${variantName(variant)} now.`);
    }
  },
};
