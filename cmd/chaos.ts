import { parseArgs } from "node:util";
import { chaos, embeddedChaos } from "./chaos/chaos.ts";

// Kills and pauses real processes under load, and counts what is left: every run, step, event and artifact must be there exactly once.
// `--embedded` does so with one process on SQLite.
const { values } = parseArgs({
  options: {
    strikes: { type: "string", default: "100" },
    runs: { type: "string", default: "300" },
    embedded: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const strikes = Number(values.strikes);
const runs = Number(values.runs);
if (!Number.isSafeInteger(strikes) || strikes < 0 || !Number.isSafeInteger(runs) || runs < 1) {
  process.stderr.write("usage: npm run chaos -- [--strikes 100] [--runs 300] [--embedded] [--json]\n");
  process.exit(2);
}
const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const report = await (values.embedded ? embeddedChaos : chaos)({ strikes, runs, random: Math.random, tell });
const { counts, complaints, unclean } = report;
const wrong = counts.filter(({ found, wanted }) => found !== wanted);
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  for (const { what, found, wanted } of counts)
    process.stdout.write(`${found === wanted ? "  " : "! "}${String(found).padStart(6)} of ${String(wanted).padStart(6)}  ${what}\n`);
  process.stdout.write(`${report.kills} kills, ${report.pauses} pauses, ${report.repeated} requests sent again.\n`);
}
for (const line of complaints) tell(line);
if (unclean.length > 0) tell(`Did not stop cleanly: ${unclean.join(", ")}.`);
process.exit(wrong.length + unclean.length > 0 ? 1 : 0);
