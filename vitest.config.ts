import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Tests start some two hundred processes. Each would strip the types of the same thousand files again; this way only the first one does.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/node");

export default defineConfig({
  test: {
    // Below examples/ are projects of their own, which their tests here run whole.
    include: ["{codegen,internal,cmd,generated,helm,web}/**/*.test.ts", "examples/*.test.ts", "generated/**/contract.test.gen.ts"],
    globalSetup: ["cmd/testing/postgres-server.ts"],
    // The default leaves one core idle, which is half of a small machine.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
