import type { Rule } from "../rule.ts";
import { hidden } from "../walk.ts";

export const propertyRequired: Rule = {
  name: "property-required",
  title: "A property must be sent that could be left out, or was not there.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    if (direction !== "request" || !before.types.has("object")) return;
    for (const name of after.required) {
      if (before.required.has(name) || hidden("request", after.properties.get(name) ?? {})) continue;
      report(`${place} must have ${name} now${before.properties.has(name) ? ", which could be left out" : ", which is new"}.`);
    }
  },
};
