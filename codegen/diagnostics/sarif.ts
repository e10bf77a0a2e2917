import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import { catalog } from "./catalog.ts";
import type { Diagnostic } from "./problems.ts";

const entries = Object.values(catalog);

/** Problems as a log of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0), which code scanning services read. */
export function sarifReport(diagnostics: readonly Diagnostic[]): string {
  const rules = entries.map(
    ({ code, severity, title, cause, fix }): ReportingDescriptor => ({
      id: code,
      shortDescription: { text: title },
      fullDescription: { text: cause },
      help: { text: fix },
      defaultConfiguration: { level: severity },
    }),
  );
  const results = diagnostics.map(
    ({ code, severity, message, location, length, suggestion, related = [] }): Result => ({
      ruleId: code,
      ruleIndex: entries.findIndex((entry) => entry.code === code),
      level: severity,
      message: { text: suggestion === undefined ? message : `${message} Did you mean "${suggestion}"?` },
      locations: [place(location, length)],
      ...(related.length > 0 && {
        relatedLocations: related.map((other, id) => ({ id, message: { text: other.message }, ...place(other.location, 1) })),
      }),
    }),
  );
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "archwright", rules } }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function place({ file, line, column }: Diagnostic["location"], length: number): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
      region: { startLine: line, startColumn: column, endColumn: column + length },
    },
  };
}
