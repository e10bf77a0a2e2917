import { sensitive } from "../generated/domains.gen.ts";
import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import { serve } from "../internal/core/http/serve.ts";
import { explainStartFailure } from "../internal/core/problems/explain-start-failure.ts";
import { releaseMemoryWhenIdle } from "../internal/core/processes/release-memory.ts";
import type { Role } from "../internal/core/processes/role.ts";
import { createLog } from "../internal/core/telemetry/create-log.ts";
import { openPlatform } from "../internal/project.ts";

/** Runs one role of the platform in this process. Every role listens on PORT: those that serve no requests answer what their health is. */
export async function startProcess(role: Role): Promise<void> {
  try {
    const config = readCoreConfig(process.env);
    const log = createLog(config.logLevel, sensitive);
    const platform = await openPlatform({ config, env: process.env, log, roles: [role] });
    const { port } = await serve(platform, config, log);
    await platform.start();
    releaseMemoryWhenIdle();
    log.info({ role, port }, "ready");
  } catch (error) {
    process.stderr.write(`${explainStartFailure(error)}\n`);
    process.exit(1);
  }
}
