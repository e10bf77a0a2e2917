import type { Rule } from "../rule.ts";

export const responseMediaTypeRemoved: Rule = {
  name: "response-media-type-removed",
  title: "An answer no longer comes in some media type.",
  severity: "error",
  operation(before, after, report) {
    for (const [status, { content }] of before.responses) {
      const now = after.responses.get(status);
      if (now === undefined) continue;
      for (const type of content.keys()) if (!now.content.has(type)) report(`The answer ${status} no longer comes as ${type}.`);
    }
  },
};
