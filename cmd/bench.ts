import { parseArgs } from "node:util";
import { type Figures, print } from "./bench/report.ts";

/** Benchmarks by name; each measures side by side in one run. */
const benches: Record<string, { readonly title: string; run(argument?: string): Promise<Figures> }> = {
  serve: {
    title: "Requests per second over 32 connections, and microseconds of the processor for each",
    run: async (database) => (await import("./bench/serve.ts")).benchServe(database === "postgres" ? "postgres" : "sqlite", 6),
  },
  runs: {
    title: "Durable runs, beside DBOS and graphile-worker on the same Postgres",
    run: async () => (await import("./bench/runs.ts")).benchRuns(),
  },
  rls: {
    title: "Statements per second on Postgres, with row-level security and without",
    run: async () => (await import("./bench/row-security.ts")).benchRowSecurity(),
  },
  fairness: {
    title: "A single run, while another organization has a thousand in the queue",
    run: async () => (await import("./bench/runs.ts")).benchFairness(),
  },
  history: {
    title: "Dispatch beside a million events, runs, steps and lines that are over",
    run: async () => (await import("./bench/runs.ts")).benchHistory(),
  },
  memory: {
    title: "The server of `npm start`, idle",
    run: async () => (await import("./bench/memory.ts")).benchMemory(),
  },
  generate: {
    title: "The generator's command, process start included, medians; ratios to other generators",
    run: async (document) => (await import("./bench/generate.ts")).benchGenerate(document),
  },
};

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean", default: false } } });
const bench = benches[positionals[0] ?? ""];
if (bench === undefined) {
  process.stderr.write(`usage: npm run bench -- <${Object.keys(benches).join(" | ")}> [--json]\n`);
  process.stderr.write("serve measures on SQLite, serve postgres on a Postgres of its own.\n");
  process.stderr.write("generate takes the path of a large OpenAPI document, and makes one when there is none.\n");
  process.exit(2);
}
print(bench.title, await bench.run(positionals[1]), values.json);
// What a benchmark started in this process has nothing to keep, and would keep it alive.
process.exit(0);
