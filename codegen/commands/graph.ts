import { parseArgs } from "node:util";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright graph

Draws domains and what they require, entities and what they refer to, and states: Markdown with Mermaid.`,

  async run(args, root, print) {
    parseArgs({ args: [...args], options: {} });
    const [{ graph }, { soundModel }] = await Promise.all([import("../graph/graph.ts"), import("../generate/sound-model.ts")]);
    print(graph(await soundModel(root)).trimEnd());
    return 0;
  },
};
