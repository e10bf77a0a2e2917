import type { Finding } from "./rule.ts";

export const formats = ["text", "json", "github", "markdown"] as const;
export type Format = (typeof formats)[number];

/** The findings for people and programs. */
export function breakingReport(findings: readonly Finding[], format: Format): string {
  return writers[format](findings);
}

const errors = (findings: readonly Finding[]): number => findings.filter(({ severity }) => severity === "error").length;

const writers: Readonly<Record<Format, (findings: readonly Finding[]) => string>> = {
  text(findings) {
    if (findings.length === 0) return "Nothing that breaks callers.";
    const lines = findings.map(({ severity, where, message, rule }) => `${severity}  ${where}: ${upperFirst(message)}  [${rule}]`);
    return [...lines, "", `${errors(findings)} breaking, ${findings.length - errors(findings)} that may break.`].join("\n");
  },
  json(findings) {
    return JSON.stringify({ errors: errors(findings), warnings: findings.length - errors(findings), findings }, null, 2);
  },
  /** https://docs.github.com/actions/reference/workflow-commands: how a value is escaped differs from how a message is. */
  github(findings) {
    return findings
      .map(
        ({ severity, where, message, rule }) =>
          `::${severity} title=${escaped(`${rule}: ${where}`, true)}::${escaped(upperFirst(message), false)}`,
      )
      .join("\n");
  },
  markdown(findings) {
    if (findings.length === 0) return "Nothing that breaks callers.";
    const cell = (text: string): string => text.replaceAll(/[\\|<>`*_[\]]/g, "\\$&").replaceAll(/\s+/g, " ");
    const rows = findings.map(
      ({ severity, where, message, rule }) => `| ${severity} | ${cell(where)} | ${cell(upperFirst(message))} | ${cell(rule)} |`,
    );
    return ["| Severity | Where | Change | Rule |", "| --- | --- | --- | --- |", ...rows].join("\n");
  },
};

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function escaped(text: string, isProperty: boolean): string {
  const plain = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return isProperty ? plain.replaceAll(":", "%3A").replaceAll(",", "%2C") : plain;
}
