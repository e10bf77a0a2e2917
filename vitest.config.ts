import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Tests start some two hundred processes. Each would strip the types of the same thousand files again; this way only the first one does.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/node");

/** Functions from text to text: no process, database or file of their own. They share a worker; all other files have one each. */
const pure = ["codegen/{annotations,breaking,diagnostics,model,print,published,read}/**/*.test.ts", "web/src/**/*.test.ts"];
/** Against hanging only: a busy machine is no failure. */
const limits = { testTimeout: 90_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    globalSetup: ["cmd/testing/postgres-server.ts"],
    // Many tests wait for processes, servers and browsers that they started: more than one for each core is what keeps the cores busy.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
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
