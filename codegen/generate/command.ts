import type { Difference } from "../apply/compare.ts";
import type { Item } from "../migrate/describe.ts";
import { apply, type Changes, editedFiles, prepare } from "./generate.ts";
import { rememberUntouched } from "./stamp.ts";

export interface Options {
  readonly mode: "write" | "dry-run" | "check";
  readonly force: boolean;
}

export type Print = (line: string) => void;

/** `generate` and `check`: prints what was found or changed, and returns the exit code. */
export async function generateCommand(root: string, { mode, force }: Options, print: Print): Promise<0 | 1> {
  const started = performance.now();
  const { specs, diagnostics, changes } = await prepare(root, force);
  if (diagnostics.length > 0) {
    const { terminalReport } = await import("../diagnostics/terminal.ts");
    print(terminalReport(diagnostics, specs));
  }
  if (changes === undefined) return 1;
  const { differences, drift } = changes;
  // A warning must be shown again, so a tree with one is never taken as done.
  if (differences.length === 0 && diagnostics.length === 0 && drift.length === 0) rememberUntouched(root);
  if (mode === "check") return check(changes, print);
  const edited = editedFiles(changes);
  if (edited.length > 0 && !force) {
    refuse(edited, print);
    return 1;
  }
  if (mode === "write") await apply(root, changes);
  for (const { kind, path } of differences) print(`${kind.padEnd(6)}  ${path}`);
  sayDrift(drift, print);
  const took = `${Math.round(performance.now() - started)} ms`;
  if (differences.length === 0) print(`Up to date (${took}).`);
  else
    print(
      mode === "write" ? `${count(differences)} changed (${took}).` : `${count(differences)} would change (${took}). Nothing was written.`,
    );
  return 0;
}

async function check({ differences, drift }: Changes, print: Print): Promise<0 | 1> {
  sayDrift(drift, print);
  if (differences.length === 0) return drift.length === 0 ? 0 : 1;
  const { hunks } = await import("../apply/hunks.ts");
  for (const difference of differences) print(hunks(difference));
  print(`${count(differences)} not as the specs say. Run \`npm run generate\`, and commit what it changes.`);
  return 1;
}

function sayDrift(drift: readonly Item[], print: Print): void {
  if (drift.length === 0) return;
  print("The tables that sql/ makes are not those that the specs ask for. A migration that brings them there:");
  for (const { text } of drift) print(`  ${text}`);
  print("Run `npm run migrate`. What people made and keep, they name in a migration: `-- keep: <name>`.");
}

function refuse(edited: readonly Difference[], print: Print): void {
  print("Changed by hand since they were generated:");
  for (const { path } of edited) print(`  ${path}`);
  print("Nothing was written. Move your changes into internal/ or the spec; `npm run generate -- --force` overwrites them.");
}

const count = (differences: readonly Difference[]): string => (differences.length === 1 ? "1 file" : `${differences.length} files`);
