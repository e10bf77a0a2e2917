import type { Log } from "../telemetry/log.ts";
import { localLive } from "./local-live.ts";
import { postgresCarrier } from "./postgres-carrier.ts";
import { type SharedLive, sharedLive } from "./shared-live.ts";

/** Live over all processes that share the database: on Postgres by way of it; SQLite has one process. */
export function openLive(databaseUrl: string, log: Log): SharedLive {
  if (databaseUrl.startsWith("sqlite:")) return { ...localLive(), close: async () => {} };
  return sharedLive(postgresCarrier(databaseUrl, log));
}
