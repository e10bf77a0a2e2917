import type { Rule } from "../rule.ts";

export const operationRemoved: Rule = {
  name: "operation-removed",
  title: "An operation is no longer there.",
  severity: "error",
  api(before, after, report) {
    for (const [key, operation] of before.operations) {
      if (after.operations.has(key)) continue;
      report(
        operation.title,
        operation.deprecated ? "The operation was removed after it had been deprecated." : "The operation was removed.",
      );
    }
  },
};
