/** Metric name to number: what `--json` prints, and what a table is made of. */
export type Figures = Readonly<Record<string, number>>;

/** Prints figures as one flat JSON object, or as a table with the note that says what to compare. */
export function print(title: string, figures: Figures, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return;
  }
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  const lines = Object.entries(figures).map(
    ([name, figure]) => `  ${name.padEnd(width)}  ${round(figure).toLocaleString("en").padStart(12)}`,
  );
  process.stdout.write(`${title}\n${lines.join("\n")}\n`);
}

const round = (figure: number): number => (figure >= 100 ? Math.round(figure) : Math.round(figure * 100) / 100);

/** The value below which the share `p` (0 to 1) of all values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}
