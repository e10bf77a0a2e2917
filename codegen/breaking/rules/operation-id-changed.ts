import type { Rule } from "../rule.ts";

export const operationIdChanged: Rule = {
  name: "operation-id-changed",
  title: "An operation has another operationId: methods of generated clients change their names.",
  severity: "warning",
  operation(before, after, report) {
    if (before.id !== after.id) report(`The operationId ${before.id} is ${after.id} now: generated clients name their methods after it.`);
  },
};
