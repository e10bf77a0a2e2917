import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Figures } from "../report.ts";

/** Runs a script beside this file in a process of its own, and gives the figures that it prints. @throws when it fails */
export async function runContender(script: string, env: Readonly<Record<string, string>>): Promise<Figures> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script)], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`${script} ended with ${code}.`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Figures;
}
