import { catalog } from "./catalog.ts";
import type { Diagnostic } from "./problems.ts";

const entries = new Map<string, { readonly title: string; readonly fix: string }>(
  Object.values(catalog).map((entry) => [entry.code, entry]),
);

/** Problems as workflow commands (https://docs.github.com/actions/reference/workflow-commands): each is shown at its line. */
export function githubReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ code, severity, message, location, length, suggestion }) => {
      const { title = "", fix = "" } = entries.get(code) ?? {};
      const place = `file=${property(location.file)},line=${location.line},col=${location.column},endColumn=${location.column + length}`;
      const meant = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
      return `::${severity} ${place},title=${property(`${code}: ${title}`)}::${value(`${message}${meant}\n${fix}`)}\n`;
    })
    .join("");
}

const value = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => value(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
