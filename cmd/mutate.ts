import { parseArgs } from "node:util";
import { caughtShare, difference, placeOf, table } from "./mutate/report.ts";

/** Below this share of faults that are noticed, the run fails: what is reached, to be raised with it. */
const bar = 0.97;

const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "240" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const [sample, seed] = [Number(values.sample), Number(values.seed)];
if (!Number.isInteger(sample) || sample < 1 || !Number.isInteger(seed)) {
  process.stderr.write("usage: npm run mutate -- [--sample <how many>] [--seed <number>] [--only <domain>] [--json]\n");
  process.exit(2);
}

// What was started ends with this process, however that ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const { mutate } = await import("./mutate/run.ts");
const differences: string[] = [];
const findings = await mutate({ sample, seed, ...(values.only === undefined ? {} : { only: values.only }) }, ({ mutant, fate }) => {
  if (fate === "survived") differences.push(difference(mutant));
  if (!values.json && process.stderr.isTTY) process.stderr.write(fate === "survived" ? "S" : ".");
});
const share = caughtShare(findings);
if (values.json) {
  const rows = findings.map(({ mutant, fate, by }) => ({ place: placeOf(mutant), fault: mutant.fault, fate, by }));
  process.stdout.write(`${JSON.stringify({ sample: findings.length, seed, share, bar, findings: rows }, null, 2)}\n`);
} else {
  process.stdout.write(`${differences.toSorted().join("\n\n")}\n\n${table(findings)}\n`);
  if (share < bar) process.stdout.write(`Fewer than ${bar * 100} % of the faults were noticed.\n`);
}
process.exit(share < bar ? 1 : 0);
