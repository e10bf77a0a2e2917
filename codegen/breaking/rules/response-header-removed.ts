import type { Rule } from "../rule.ts";

export const responseHeaderRemoved: Rule = {
  name: "response-header-removed",
  title: "An answer no longer has a header, or may lack it.",
  severity: "error",
  operation(before, after, report) {
    for (const [status, { headers }] of before.responses) {
      const now = after.responses.get(status);
      if (now === undefined) continue;
      for (const [name, { required }] of headers) {
        const header = now.headers.get(name);
        if (header === undefined) report(`The answer ${status} no longer has the header ${name}.`, required ? "error" : "warning");
        else if (required && !header.required) report(`The answer ${status} may lack the header ${name} now.`);
      }
    }
  },
};
