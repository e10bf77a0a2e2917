import type { Rule } from "../rule.ts";

export const parameterRemoved: Rule = {
  name: "parameter-removed",
  title: "A parameter is no longer there, or has another name.",
  severity: "error",
  operation(before, after, report) {
    for (const [key, { name, in: place, schema }] of before.parameters) {
      if (after.parameters.has(key)) continue;
      const heir = [...after.parameters].find(
        ([other, parameter]) =>
          !before.parameters.has(other) && parameter.in === place && JSON.stringify(parameter.schema) === JSON.stringify(schema),
      );
      report(
        heir === undefined
          ? `The ${place} parameter ${name} was removed.`
          : `The ${place} parameter ${name} was removed; it looks as if it were called ${heir[1].name} now.`,
      );
    }
  },
};
