import { parseArgs } from "node:util";
import { inputs, untouchedReport } from "../generate/stamp.ts";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright diff [--only <domain>]

Shows what generate would change, line by line; changes nothing.
  --only   Only the files of one domain, and nothing of other generators`,

  async run(args, root, print) {
    const { values } = parseArgs({ args: [...args], options: { only: { type: "string" } } });
    if (values.only === undefined && untouchedReport(root, inputs(root)) !== undefined) {
      print("Nothing would change.");
      return 0;
    }
    const { generateCommand } = await import("../generate/command.ts");
    return generateCommand(root, { mode: "diff", only: values.only }, print);
  },
};
