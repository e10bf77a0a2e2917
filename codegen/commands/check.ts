import { parseArgs } from "node:util";
import { isUntouched } from "../generate/stamp.ts";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright check

Exits with 1, and says why, when generated/ is not what openapi/ says, or sql/ does not make the tables that it asks for.`,

  async run(args, root, print) {
    parseArgs({ args: [...args], options: {} });
    if (isUntouched(root)) return 0;
    const { generateCommand } = await import("../generate/command.ts");
    return generateCommand(root, { mode: "check", force: false }, print);
  },
};
