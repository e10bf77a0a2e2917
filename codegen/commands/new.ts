import { parseArgs } from "node:util";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright new domain <name>
archwright new entity <domain> <Name>

domain  Writes openapi/<name>.yaml, a spec with one entity that is yours to change. Nothing that is there is touched.
entity  Writes an entity that is yours to change behind the last schema of a domain's spec. The rest of the file stays as it is.`,

  async run(args, root, print) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [kind, first, second, ...more] = positionals;
    if (kind === "domain" && first !== undefined && second === undefined) {
      const { newDomain } = await import("../new/new-domain.ts");
      print(`write  ${await newDomain(root, first)}\n\nNow change it to what you want, and run \`npm run generate\`.`);
      return 0;
    }
    if (kind === "entity" && first !== undefined && second !== undefined && more.length === 0) {
      const { newEntity } = await import("../new/new-entity.ts");
      print(
        `change  ${await newEntity(root, first, second)}\n\nNow change the entity to what you want, run \`npm run generate\`, and \`npm run migrate\` for its table.`,
      );
      return 0;
    }
    throw new Error("Say what: archwright new domain <name>, or archwright new entity <domain> <Name>.");
  },
};
