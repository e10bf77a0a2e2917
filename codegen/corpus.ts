import { parseArgs } from "node:util";
import { runCorpus } from "./corpus/run.ts";
import { printTable } from "./corpus/table.ts";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean", default: false } } });
const [folder, ...more] = positionals;
if (folder === undefined || more.length > 0) {
  process.stderr.write("usage: npm run corpus -- <folder with OpenAPI documents> [--json]\n");
  process.exit(2);
}
const results = await runCorpus(folder);
if (values.json) {
  const count = (outcome: string): number => results.filter((result) => result.outcome === outcome).length;
  const generated = results.filter(({ milliseconds }) => milliseconds !== undefined).length;
  const totals = {
    documents: results.length,
    generated,
    compiled: count("compiled"),
    diagnosed: count("diagnosed"),
    crashed: count("crashed"),
  };
  process.stdout.write(`${JSON.stringify({ ...totals, results })}\n`);
} else printTable(results);
if (results.length === 0 || results.some(({ outcome }) => outcome === "crashed" || outcome === "broken")) process.exitCode = 1;
