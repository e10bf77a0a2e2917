import type { Rule } from "../rule.ts";

export const parameterRequired: Rule = {
  name: "parameter-required",
  title: "A parameter must be given that could be left out, or was not there.",
  severity: "error",
  operation(before, after, report) {
    for (const [key, parameter] of after.parameters) {
      const former = before.parameters.get(key);
      if (!parameter.required || former?.required) continue;
      report(
        `The ${parameter.in} parameter ${parameter.name} ${former === undefined ? "is new, and must be given" : "could be left out, and must be given now"}.`,
      );
    }
  },
};
