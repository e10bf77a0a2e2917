import { parseArgs } from "node:util";
import { isUntouched } from "../generate/stamp.ts";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright generate [--dry-run] [--force]

Brings generated/ to what openapi/ says.
  --dry-run   Only print what would change
  --force     Make everything anew, and overwrite files that were changed by hand`,

  async run(args, root, print) {
    const { values } = parseArgs({
      args: [...args],
      options: { force: { type: "boolean", default: false }, "dry-run": { type: "boolean", default: false } },
    });
    if (!values.force && isUntouched(root)) {
      print("Up to date.");
      return 0;
    }
    const { generateCommand } = await import("../generate/command.ts");
    return generateCommand(root, { mode: values["dry-run"] ? "dry-run" : "write", force: values.force }, print);
  },
};
