import { parseArgs } from "node:util";
import { formatOf } from "../diagnostics/formats.ts";
import { inputs, untouchedReport } from "../generate/stamp.ts";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright check [--format terminal|json|github|sarif]

Exits with 1, and says why, when generated/ is not what openapi/ says, or sql/ does not make the tables that it asks for.
  --format    How problems of the specs are said; terminal unless told`,

  async run(args, root, print) {
    const { values } = parseArgs({ args: [...args], options: { format: { type: "string", default: "terminal" } } });
    const format = formatOf(values.format);
    // A log without problems is a log too.
    const from = format === "terminal" ? inputs(root) : undefined;
    const report = from === undefined ? undefined : untouchedReport(root, from);
    if (report !== undefined) {
      if (report !== "") print(report);
      return 0;
    }
    const { generateCommand } = await import("../generate/command.ts");
    const isDocument = format === "json" || format === "sarif";
    return generateCommand(root, { mode: "check", format, inputs: from }, print, isDocument ? console.error : print);
  },
};
