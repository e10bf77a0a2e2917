import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{codegen,internal,cmd,generated,web,examples}/**/*.test.ts", "generated/**/contract.test.gen.ts"],
    globalSetup: ["cmd/testing/postgres-server.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
