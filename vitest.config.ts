import { defineConfig } from "vitest/config";

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
