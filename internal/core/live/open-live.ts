import type { Nats } from "../nats/nats.ts";
import type { Log } from "../telemetry/log.ts";
import { localLive } from "./local-live.ts";
import { natsCarrier } from "./nats-carrier.ts";
import { postgresCarrier } from "./postgres-carrier.ts";
import { type SharedLive, sharedLive } from "./shared-live.ts";

/** Live over all processes that share the database: by NATS where there is one, else on Postgres by way of it; SQLite has one process. */
export function openLive(databaseUrl: string, nats: Nats | undefined, log: Log): SharedLive {
  if (nats !== undefined) return sharedLive(natsCarrier(nats));
  if (databaseUrl.startsWith("sqlite:")) return { ...localLive(), close: async () => {} };
  return sharedLive(postgresCarrier(databaseUrl, log));
}
