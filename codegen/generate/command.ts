import type { Difference } from "../apply/compare.ts";
import { type Format, report } from "../diagnostics/formats.ts";
import { jsonReport } from "../diagnostics/json.ts";
import type { Item } from "../migrate/describe.ts";
import { apply, type Changes, editedFiles, type Generation, prepare } from "./generate.ts";
import { prepareOnly } from "./only.ts";
import { rememberUntouched } from "./stamp.ts";

export interface Options {
  readonly mode: "write" | "dry-run" | "diff" | "check";
  readonly force?: boolean;
  /** How problems of the specs are said; in a terminal unless told. */
  readonly format?: Format;
  /** Only the files of this domain, and nothing of other generators. */
  readonly only?: string | undefined;
  /** What there is to generate from, by its hash, taken before any of it is read: with it, a tree left as it should be is remembered. */
  readonly inputs?: string | undefined;
}

export type Print = (text: string) => void;

/**
 * `generate`, `diff` and `check`: prints what was found or changed, and returns the exit code. What is printed in a format for programs
 * is one document; all else then goes to `note`.
 */
export async function generateCommand(root: string, options: Options, print: Print, note: Print = print): Promise<0 | 1> {
  const { mode, force = false, format = "terminal", only } = options;
  const started = performance.now();
  const generation = await (only === undefined ? prepare(root, force) : prepareOnly(root, only));
  const { specs, diagnostics, changes } = generation;
  const problems = format === "json" ? summary(generation) : await report(format, diagnostics, specs);
  if (problems !== "") print(problems);
  if (changes === undefined) return 1;
  const { differences, drift } = changes;
  // Of the specs nothing would be left to generate; migrations are people's, and only a check is stopped by them.
  const failed = diagnostics.some(({ severity }) => severity === "error");
  const remember = (): void => {
    if (options.inputs !== undefined && drift.length === 0 && !failed) rememberUntouched(root, options.inputs, problems);
  };
  if (differences.length === 0) remember();
  if (mode === "check") return (await check(changes, note)) === 0 && !failed ? 0 : 1;
  const edited = editedFiles(changes);
  if (mode === "diff") return showAll(changes, note);
  if (edited.length > 0 && !force) {
    refuse(edited, note);
    return 1;
  }
  if (mode === "write") {
    await apply(root, changes);
    remember();
  }
  for (const { kind, path } of differences) note(`${kind.padEnd(6)}  ${path}`);
  sayDrift(drift, note);
  const took = `${Math.round(performance.now() - started)} ms`;
  if (differences.length === 0) note(`Up to date (${took}).`);
  else
    note(
      mode === "write" ? `${count(differences)} changed (${took}).` : `${count(differences)} would change (${took}). Nothing was written.`,
    );
  return 0;
}

/** All of it as one JSON document. */
function summary({ diagnostics, changes }: Generation): string {
  const files = changes?.differences.map(({ kind, path, edited }) => ({ kind, path, edited })) ?? [];
  const drift = changes?.drift.map(({ text, destroys }) => ({ text, destroys })) ?? [];
  return JSON.stringify({ ...JSON.parse(jsonReport(diagnostics)), changes: files, drift }, null, 2);
}

async function check({ differences, drift }: Changes, print: Print): Promise<0 | 1> {
  sayDrift(drift, print);
  if (differences.length === 0) return drift.length === 0 ? 0 : 1;
  const { hunks } = await import("../apply/hunks.ts");
  for (const difference of differences) print(hunks(difference));
  print(`${count(differences)} not as the specs say. Run \`npm run generate\`, and commit what it changes.`);
  return 1;
}

/** Every difference as a whole. */
async function showAll({ differences, drift }: Changes, print: Print): Promise<0> {
  const { hunks } = await import("../apply/hunks.ts");
  for (const difference of differences) print(hunks(difference, Number.POSITIVE_INFINITY));
  sayDrift(drift, print);
  if (differences.length === 0) print("Nothing would change.");
  return 0;
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
