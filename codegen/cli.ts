import { enableCompileCache } from "node:module";
import { parseArgs } from "node:util";

// Types are stripped and code is compiled once, not at each start.
enableCompileCache();

const usage = `Usage: node codegen/cli.ts <command>

  generate    Bring generated/ to what openapi/ says
    --dry-run   Only print what would change
    --force     Make everything anew, and overwrite files that were changed by hand
  check       Exit with 1 when generated/ is not what openapi/ says, and print the difference`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { force: { type: "boolean", default: false }, "dry-run": { type: "boolean", default: false }, help: { type: "boolean" } },
    });
    const [command, ...more] = positionals;
    if (values.help) return say(usage, 0);
    if (more.length > 0 || (command !== "generate" && command !== "check")) return say(usage, 1);
    if (command === "check" && (values.force || values["dry-run"])) return say("check takes no options.", 1);
    const { isUntouched } = await import("./generate/stamp.ts");
    if (!values.force && isUntouched(process.cwd())) return say(command === "check" ? "" : "Up to date.", 0);
    const { generateCommand } = await import("./generate/command.ts");
    const mode = command === "check" ? "check" : values["dry-run"] ? "dry-run" : "write";
    return await generateCommand(process.cwd(), { mode, force: values.force }, console.log);
  } catch (error) {
    return say(error instanceof Error ? error.message : String(error), 1);
  }
}

function say(text: string, code: number): number {
  if (text !== "") (code === 0 ? console.log : console.error)(text);
  return code;
}
