import { join } from "node:path";
import { readCoreConfig } from "archwright/core/config/core-settings";
import { serve } from "archwright/core/http/serve";
import { explainStartFailure } from "archwright/core/problems/explain-start-failure";
import { createLog } from "archwright/core/telemetry/create-log";
import { composePlatform } from "archwright/platform";
import { basePath, domains, sensitive } from "../generated/domains.gen.ts";
import { tellErrors } from "../internal/http/tell-errors.ts";

// The whole service in one process. Its settings are environment variables: PORT, DATA_DIR, DATABASE_URL and those of the specs.
try {
  const config = readCoreConfig(process.env);
  const log = createLog(config.logLevel, sensitive);
  const root = join(import.meta.dirname, "..");
  const platform = await composePlatform(
    { domains, basePath, root, pages: undefined, tokenScheme: "Token", tell: tellErrors },
    { config, env: process.env, log },
  );
  const { port } = await serve(platform, config, log);
  await platform.start();
  process.stdout.write(`\n  Ready at http://${config.host}:${port}${basePath}\n  Stop with Ctrl+C.\n\n`);
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
}
