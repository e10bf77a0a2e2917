import { parseArgs } from "node:util";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright breaking <old> <new> [--format text|json|github|markdown] [--fail-on error|warning]

Says what of the new version breaks callers of the old one, and exits with 1 if anything does. Each version is a document, a folder
of specs, a git ref, or <ref>:<document>:
  archwright breaking main .
  archwright breaking v1.2.0:generated/openapi.json generated/openapi.json
  --format    How to say it; text unless told
  --fail-on   With warning, also exit with 1 for what may break callers`,

  async run(args, root, print) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: "string", default: "text" }, "fail-on": { type: "string", default: "error" } },
    });
    const [before, after, ...more] = positionals;
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error("Name two versions: archwright breaking <old> <new>.");
    const { breakingReport, formats } = await import("../breaking/reports.ts");
    const format = formats.find((name) => name === values.format);
    if (format === undefined) throw new Error(`--format is one of ${formats.join(", ")}, not ${values.format}.`);
    if (values["fail-on"] !== "error" && values["fail-on"] !== "warning") throw new Error("--fail-on is error or warning.");
    const [{ loadApi }, { findBreaking }] = await Promise.all([import("../breaking/load.ts"), import("../breaking/compare.ts")]);
    const findings = findBreaking(await loadApi(root, before), await loadApi(root, after));
    const report = breakingReport(findings, format);
    if (report !== "") print(report);
    return findings.some(({ severity }) => values["fail-on"] === "warning" || severity === "error") ? 1 : 0;
  },
};
