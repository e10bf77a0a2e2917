import { parseArgs } from "node:util";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright new domain <name>

Writes openapi/<name>.yaml, a spec with one entity that is yours to change. Nothing that is there is touched.`,

  async run(args, root, print) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [kind, name, ...more] = positionals;
    if (kind !== "domain" || name === undefined || more.length > 0) throw new Error("Say what: archwright new domain <name>.");
    const { newDomain } = await import("../new/new-domain.ts");
    print(`write  ${await newDomain(root, name)}\n\nNow change it to what you want, and run \`npm run generate\`.`);
    return 0;
  },
};
