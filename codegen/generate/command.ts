import type { Difference } from "../apply/compare.ts";
import { apply, editedFiles, prepare } from "./generate.ts";
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
  const { differences } = changes;
  // A warning must be shown again, so a tree with one is never taken as done.
  if (differences.length === 0 && diagnostics.length === 0) rememberUntouched(root);
  if (mode === "check") return check(differences, print);
  const edited = editedFiles(changes);
  if (edited.length > 0 && !force) {
    refuse(edited, print);
    return 1;
  }
  if (mode === "write") await apply(root, changes);
  for (const { kind, path } of differences) print(`${kind.padEnd(6)}  ${path}`);
  const took = `${Math.round(performance.now() - started)} ms`;
  if (differences.length === 0) print(`Up to date (${took}).`);
  else
    print(
      mode === "write" ? `${count(differences)} changed (${took}).` : `${count(differences)} would change (${took}). Nothing was written.`,
    );
  return 0;
}

async function check(differences: readonly Difference[], print: Print): Promise<0 | 1> {
  if (differences.length === 0) return 0;
  const { hunks } = await import("../apply/hunks.ts");
  for (const difference of differences) print(hunks(difference));
  print(`${count(differences)} not as the specs say. Run \`npm run generate\`, and commit what it changes.`);
  return 1;
}

function refuse(edited: readonly Difference[], print: Print): void {
  print("Changed by hand since they were generated:");
  for (const { path } of edited) print(`  ${path}`);
  print("Nothing was written. Move your changes into internal/ or the spec; `npm run generate -- --force` overwrites them.");
}

const count = (differences: readonly Difference[]): string => (differences.length === 1 ? "1 file" : `${differences.length} files`);
