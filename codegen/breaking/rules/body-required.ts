import type { Rule } from "../rule.ts";

export const bodyRequired: Rule = {
  name: "body-required",
  title: "A request must have a body that could do without.",
  severity: "error",
  operation(before, after, report) {
    if (after.body?.required !== true || before.body?.required === true) return;
    report(
      before.body === undefined ? "A request had no body, and must have one now." : "The body could be left out, and must be sent now.",
    );
  },
};
