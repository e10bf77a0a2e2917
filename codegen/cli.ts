#!/usr/bin/env node
import module from "node:module";
import type { Command } from "./commands/command.ts";

// Types are stripped and code is compiled once, not at each start.
module.enableCompileCache?.();

interface Listed {
  readonly summary: string;
  load(): Promise<{ readonly command: Command }>;
}

/** Only the command that is asked for is loaded. */
const commands: Readonly<Record<string, Listed>> = {
  generate: { summary: "bring generated/ to what openapi/ says", load: () => import("./commands/generate.ts") },
  check: { summary: "fail when generated/ or sql/ is not what openapi/ says", load: () => import("./commands/check.ts") },
  diff: { summary: "show what generate would change", load: () => import("./commands/diff.ts") },
  migrate: { summary: "write the next migrations", load: () => import("./commands/migrate.ts") },
  breaking: { summary: "say what of a new version breaks callers of an old one", load: () => import("./commands/breaking.ts") },
  explain: { summary: "say what a code means, or what a file follows from", load: () => import("./commands/explain.ts") },
  graph: { summary: "draw domains, entities and states", load: () => import("./commands/graph.ts") },
  new: { summary: "write the spec of a new domain, or an entity into one", load: () => import("./commands/new.ts") },
  init: { summary: "make this folder a project", load: () => import("./commands/init.ts") },
};

process.exitCode = await main(process.argv.slice(2));

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const listed = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (name === "" || name === "help" || name === "--help") return say(overview(), 0);
  if (listed === undefined) return say(`There is no command "${name}".${await meant(name)}\n\n${overview()}`, 1);
  try {
    const { command } = await listed.load();
    if (args.includes("--help")) return say(command.usage, 0);
    return await command.run(args, process.cwd(), console.log);
  } catch (error) {
    if (isArgumentError(error)) return say(`${error.message}\n\n${(await listed.load()).command.usage}`, 2);
    return say(error instanceof Error ? error.message : String(error), 1);
  }
}

async function meant(name: string): Promise<string> {
  const { nearest } = await import("./diagnostics/nearest.ts");
  const found = nearest(name, Object.keys(commands));
  return found === undefined ? "" : ` Did you mean "${found}"?`;
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: archwright <command> [options]\n\n${lines.join("\n")}\n\nMore of each: archwright <command> --help`;
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}

function say(text: string, code: number): number {
  (code === 0 ? console.log : console.error)(text);
  return code;
}
