import type { Rule } from "../rule.ts";
import { hidden } from "../walk.ts";

export const propertyRemoved: Rule = {
  name: "property-removed",
  title: "A property is no longer accepted, or no longer answered.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    for (const [name, schema] of before.properties) {
      const now = after.properties.get(name);
      if (hidden(direction, schema) || (now !== undefined && !hidden(direction, now))) continue;
      if (direction === "response") report(`${place} no longer has ${name}.`, before.required.has(name) ? "error" : "warning");
      else if (after.additional === false) report(`${place} is refused with ${name} now.`);
      else report(`${place} still takes ${name}, but nothing says what it does.`, "warning");
    }
  },
};
