import { parseArgs } from "node:util";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright init

Makes this folder a project with one sample domain. What is there is left as it is; package.json gets what it lacks.`,

  async run(args, root, print) {
    parseArgs({ args: [...args], options: {} });
    const { init } = await import("../init/init.ts");
    for (const path of await init(root)) print(`write  ${path}`);
    print("\nNow: npm install && npm start");
    return 0;
  },
};
