import type { Rule } from "../rule.ts";

export const responseStatusRemoved: Rule = {
  name: "response-status-removed",
  title: "A status is no longer among the answers.",
  severity: "error",
  operation(before, after, report) {
    for (const status of before.responses.keys()) {
      if (after.responses.has(status)) continue;
      report(`The answer ${status} was removed.`, /^2/.test(status) ? "error" : "warning");
    }
  },
};
