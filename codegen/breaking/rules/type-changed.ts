import type { Rule } from "../rule.ts";
import { describeTypes } from "../words.ts";

export const typeChanged: Rule = {
  name: "type-changed",
  title: "A value is of another type: one that was accepted no longer is, or one is answered that never was.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    const [wider, narrower] = direction === "request" ? [after, before] : [before, after];
    if ([...narrower.types].every((type) => wider.types.has(type))) return;
    const verb = direction === "request" ? "accepts" : "may be";
    report(`${place} was ${describeTypes(before.types)}, and ${verb} ${describeTypes(after.types)} now.`);
  },
};
