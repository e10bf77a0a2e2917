import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Tests start some two hundred processes. Each would strip the types of the same thousand files again; this way only the first one does.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/node");

/** Functions from text to text: no process, database or file of their own. They share a worker; all other files have one each. */
const pure = ["codegen/{annotations,breaking,diagnostics,model,print,published,read}/**/*.test.ts", "web/src/**/*.test.ts"];
/** Against hanging only: a busy machine is no failure. */
const limits = { testTimeout: 90_000, hookTimeout: 120_000 };

/** What takes most of a minute and more. */
const long = /\/(cmd\/(chaos|crash|drop-in)|codegen\/(init\/package|migrate\/migrate|emit\/compiles)|web\/e2e\/\w+)\.test\.ts$/;

/** In a fresh clone files go by their size: one that is short and takes long would be the last, and alone. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => Number(long.test(other.moduleId)) - Number(long.test(one.moduleId)));
  }
}

export default defineConfig({
  test: {
    globalSetup: ["cmd/testing/postgres-server.ts"],
    // Many tests wait for processes, servers and browsers that they started: more than one for each core is what keeps the cores busy.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongFirst },
    projects: [
      { test: { ...limits, name: "pure", isolate: false, include: pure } },
      {
        test: {
          ...limits,
          name: "whole",
          // Below examples/ are projects of their own, which their tests here run whole.
          include: ["{codegen,internal,cmd,generated,helm,web}/**/*.test.ts", "examples/*.test.ts", "generated/**/contract.test.gen.ts"],
          exclude: ["**/node_modules/**", ...pure],
        },
      },
    ],
  },
});
