import type { Rule } from "../rule.ts";

export const propertyOptional: Rule = {
  name: "property-optional",
  title: "An answer or event may lack a property that it always had.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    if (direction !== "response") return;
    for (const name of before.required) {
      if (after.properties.has(name) && !after.required.has(name)) report(`${place} may lack ${name} now.`);
    }
  },
};
