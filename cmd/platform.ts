import type { AuthService } from "../generated/contracts/auth.gen.ts";
import { sensitive } from "../generated/domains.gen.ts";
import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import { serve } from "../internal/core/http/serve.ts";
import { explainStartFailure } from "../internal/core/problems/explain-start-failure.ts";
import { releaseMemoryWhenIdle } from "../internal/core/processes/release-memory.ts";
import { createLog } from "../internal/core/telemetry/create-log.ts";
import { openPlatform } from "../internal/project.ts";
import { welcome } from "./welcome.ts";

// API, worker and web in one process.
try {
  const config = readCoreConfig(process.env);
  const log = createLog(config.logLevel, sensitive);
  const platform = await openPlatform({ config, env: process.env, log });
  const server = await serve(platform, config, log);
  await platform.start();
  releaseMemoryWhenIdle();
  // Where accounts are kept elsewhere, the process that keeps them says how to get in.
  const auth = config.domains === "" ? (platform.service("auth") as AuthService) : undefined;
  const { firstAccount } = (await auth?.getSetup(platform.core.system("welcome", ""))) ?? { firstAccount: false };
  process.stdout.write(welcome(config, server.port, firstAccount, process.env.ARCHWRIGHT_PAGES));
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
}
