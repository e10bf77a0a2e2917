import { catalog } from "./catalog.ts";
import type { Diagnostic } from "./problems.ts";

/** Problems for programs: a JSON document with each problem and what the catalog says about its code. */
export function jsonReport(diagnostics: readonly Diagnostic[]): string {
  const entries = new Map<string, { readonly title: string; readonly cause: string; readonly fix: string }>(
    Object.values(catalog).map((entry) => [entry.code, entry]),
  );
  const problems = diagnostics.map((diagnostic) => {
    const { title = "", cause = "", fix = "" } = entries.get(diagnostic.code) ?? {};
    return { ...diagnostic, title, cause, fix };
  });
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return `${JSON.stringify({ errors, warnings: problems.length - errors, problems }, null, 2)}\n`;
}
