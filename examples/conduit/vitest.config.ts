import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{cmd,internal}/**/*.test.ts", "generated/**/contract.test.gen.ts"],
    // One real Postgres for the whole run, started when the first test asks for it.
    globalSetup: [fileURLToPath(import.meta.resolve("archwright/testing/postgres-server"))],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
