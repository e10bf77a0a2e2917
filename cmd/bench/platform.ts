import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sensitive } from "../../generated/domains.gen.ts";
import { type CoreConfig, readCoreConfig } from "../../internal/core/config/core-settings.ts";
import { serve } from "../../internal/core/http/serve.ts";
import { createLog } from "../../internal/core/telemetry/create-log.ts";
import type { Platform } from "../../internal/platform.ts";
import { openPlatform } from "../../internal/project.ts";
import { type Person, register } from "../testing/api.ts";

export interface BenchPlatform {
  readonly url: string;
  /** The SQLite file; "" on Postgres. */
  readonly databaseFile: string;
  readonly person: Person;
  readonly platform: Platform;
  readonly config: CoreConfig;
}

/** The platform as `npm start` runs it, on a fresh data folder and a free port, with one signed-in person. Errors only are logged. */
export async function startForBench(databaseUrl: string | undefined): Promise<BenchPlatform> {
  const dataFolder = mkdtempSync(join(tmpdir(), "archwright-bench-"));
  const place = databaseUrl === "" ? undefined : databaseUrl;
  const env = { ...process.env, DATA_DIR: dataFolder, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "error", DATABASE_URL: place };
  const config = readCoreConfig(env);
  const log = createLog(config.logLevel, sensitive);
  const platform = await openPlatform({ config, env, log });
  const { port } = await serve(platform, config, log);
  await platform.start();
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    databaseFile: place === undefined ? join(dataFolder, "archwright.db") : "",
    person: await register(url),
    platform,
    config,
  };
}
