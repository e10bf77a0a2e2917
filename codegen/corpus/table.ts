import type { CorpusResult } from "./result.ts";

/** Prints a line for each document, and how many came how far. */
export function printTable(results: readonly CorpusResult[]): void {
  const width = Math.max(8, ...results.map(({ document }) => document.length));
  const line = (name: string, outcome: string, took: string, operations: string, warnings: string): string =>
    `${name.padEnd(width)}  ${outcome.padEnd(9)}  ${took.padStart(8)}  ${operations.padStart(10)}  ${warnings.padStart(8)}`;
  process.stdout.write(`${line("document", "outcome", "ms", "operations", "warnings")}\n`);
  for (const { document, outcome, milliseconds, operations, warnings, error } of results) {
    process.stdout.write(`${line(document, outcome, String(milliseconds ?? "-"), String(operations), String(warnings))}\n`);
    if (error !== undefined) process.stdout.write(`    ${error}\n`);
  }
  const count = (outcome: CorpusResult["outcome"]): number => results.filter((result) => result.outcome === outcome).length;
  process.stdout.write(
    `${results.length} documents: ${count("compiled")} compiled, ${count("broken")} do not compile, ${count("diagnosed")} diagnosed, ${count("crashed")} crashed\n`,
  );
}
