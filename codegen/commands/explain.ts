import { parseArgs } from "node:util";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright explain <code | path>

Says what a diagnostic code means, or which lines of which specs a generated file or a migration follows from.`,

  async run(args, root, print) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [what, ...more] = positionals;
    if (what === undefined || more.length > 0) throw new Error("Name one code or path: archwright explain AW2006.");
    const { explainCode, explainPath } = await import("../explain/explain.ts");
    if (/^AW\d+$/i.test(what)) print(explainCode(what));
    else {
      const { soundModel } = await import("../generate/sound-model.ts");
      print(explainPath(what, await soundModel(root)));
    }
    return 0;
  },
};
