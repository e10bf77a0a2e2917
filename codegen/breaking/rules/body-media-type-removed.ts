import type { Rule } from "../rule.ts";

export const bodyMediaTypeRemoved: Rule = {
  name: "body-media-type-removed",
  title: "A body of some media type is no longer accepted.",
  severity: "error",
  operation(before, after, report) {
    for (const type of before.body?.content.keys() ?? []) {
      if (after.body?.content.has(type) !== true) report(`A body of ${type} is no longer accepted.`);
    }
  },
};
