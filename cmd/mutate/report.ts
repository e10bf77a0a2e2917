import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { type Mutant, mutated } from "./mutant.ts";
import type { Fate, Finding } from "./run.ts";

const fates: readonly Fate[] = ["killed", "timeout", "refused", "survived"];

/** The share of faults that somebody notices, from 0 to 1. */
export const caughtShare = (findings: readonly Finding[]): number =>
  findings.filter(({ fate }) => fate !== "survived").length / Math.max(findings.length, 1);

/** A line for each kind of file, and one for all. */
export function table(findings: readonly Finding[]): string {
  const groups = [...Map.groupBy(findings, ({ mutant }) => mutant.artifact)].toSorted(([a], [b]) => a.localeCompare(b));
  const row = (name: string, of: readonly Finding[]) =>
    [
      name,
      String(of.length),
      ...fates.map((fate) => String(of.filter((one) => one.fate === fate).length)),
      `${(caughtShare(of) * 100).toFixed(1)} %`,
    ] as const;
  const rows = [["of", "faults", ...fates, "caught"], ...groups.map(([name, of]) => row(name, of)), row("all", findings)];
  return rows.map((cells) => cells.map((cell, index) => (index === 0 ? cell.padEnd(12) : cell.padStart(9))).join("")).join("\n");
}

/** Where a fault is, and what it changes. */
export function difference(mutant: Mutant): string {
  const before = readFileSync(mutant.file, "utf8");
  const [from, to] = lines(before, mutant.start, mutant.end);
  const old = before.slice(from, to);
  const changed = mutated(before, mutant).slice(from, to + mutant.replacement.length - (mutant.end - mutant.start));
  const signed = (sign: string, text: string) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => `  ${sign} ${line.trim()}`);
  return [`${placeOf(mutant)}  ${mutant.fault}`, ...signed("-", old), ...signed("+", changed)].join("\n");
}

/** `generated/runs/sqlite.gen.ts:107` */
export const placeOf = ({ file, line }: Mutant): string => `${relative(process.cwd(), file).replace(/^.*?(?=generated\/)/, "")}:${line}`;

function lines(text: string, start: number, end: number): readonly [number, number] {
  const to = text.indexOf("\n", end);
  return [text.lastIndexOf("\n", start - 1) + 1, to === -1 ? text.length : to];
}
