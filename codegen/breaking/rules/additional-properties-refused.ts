import type { Rule } from "../rule.ts";

export const additionalPropertiesRefused: Rule = {
  name: "additional-properties-refused",
  title: "A request is refused for properties of other names, which it could have.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    if (direction !== "request" || !before.types.has("object") || !after.types.has("object")) return;
    if (before.additional !== false && after.additional === false) report(`${place} is refused with properties of other names now.`);
  },
};
