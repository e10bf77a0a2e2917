import { parseArgs } from "node:util";
import { formatOf } from "../diagnostics/formats.ts";
import { inputs, untouchedReport } from "../generate/stamp.ts";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright generate [--dry-run] [--force] [--only <domain>] [--watch] [--format terminal|json|github|sarif]

Brings generated/ to what openapi/ says.
  --dry-run   Only print what would change
  --force     Make everything anew, and overwrite files that were changed by hand
  --only      Only the files of one domain, and nothing of other generators
  --watch     Stay, and do so whenever a spec changes
  --format    How problems of the specs are said; terminal unless told. --json is short for --format json`,

  async run(args, root, print) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ force: { type: "boolean", default: false }, "dry-run": { type: "boolean", default: false } },
        ...{ watch: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
        ...{ only: { type: "string" }, format: { type: "string" } },
      },
    });
    const { force, only } = values;
    const format = formatOf(values.format ?? (values.json ? "json" : "terminal"));
    if (values.watch) {
      if (force || values["dry-run"] || only !== undefined || format !== "terminal") throw new Error("--watch goes with no other option.");
      const { watch } = await import("../watch/watch.ts");
      const stop = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
      await watch(root, print, stop.signal);
      return 0;
    }
    const whole = only === undefined && format === "terminal";
    const from = whole ? inputs(root) : undefined;
    const report = force || from === undefined ? undefined : untouchedReport(root, from);
    if (report !== undefined) {
      if (report !== "") print(report);
      print("Up to date.");
      return 0;
    }
    const { generateCommand } = await import("../generate/command.ts");
    const isDocument = format === "json" || format === "sarif";
    const options = { mode: values["dry-run"] ? "dry-run" : "write", force, format, only, inputs: from } as const;
    return generateCommand(root, options, print, isDocument ? console.error : print);
  },
};
