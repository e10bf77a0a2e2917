import { databaseAuditLog } from "../audit/database-audit-log.ts";
import type { Context } from "../context/context.ts";
import type { Database, SqlDatabase } from "../database/database.ts";
import type { MemoryDatabase } from "../database/memory.ts";
import type { Prunable } from "../database/pruning.ts";
import { cachedFeatures } from "../features/cached-features.ts";
import { featureStore } from "../features/feature-stores.ts";
import { databaseIdempotency, type IdempotencyTables } from "../idempotency/database-idempotency.ts";
import { once } from "../idempotency/idempotent.ts";
import { memoryIdempotency } from "../idempotency/memory-idempotency.ts";
import type { Live } from "../live/live.ts";
import { clientAddress } from "../rate-limit/client-address.ts";
import { databaseRateLimiter, type RateLimitTables } from "../rate-limit/database-rate-limiter.ts";
import { processRateLimiter } from "../rate-limit/process-rate-limiter.ts";
import type { Effects } from "./effects.ts";

export interface EffectsParts {
  readonly database: Database;
  readonly live: Live;
  readonly system: (name: string, organization: string) => Context;
  readonly now: () => Date;
  /** Where calls are counted; "auto" is the database on Postgres, which several replicas may share, and else the process. */
  readonly rateLimits: "auto" | "process" | "database";
  /** As TRUSTED_PROXIES says. */
  readonly trustedProxies: string;
}

export interface OpenEffects extends Required<Omit<Effects, "optional" | "administration">> {
  /** What grows with use, and has to be pruned. */
  readonly prunable: readonly Prunable[];
}

/** All that operations can ask for, on one database. @throws ConfigError when the proxies are no addresses */
export function openEffects({ database, live, system, now, rateLimits, trustedProxies }: EffectsParts): OpenEffects {
  const time = () => now().getTime();
  const acting = (name: string) => () => system(name, "");
  const shared = database.dialect !== "memory" && (rateLimits === "database" || (rateLimits === "auto" && database.dialect === "postgres"));
  const counted = shared ? databaseRateLimiter(database as SqlDatabase<RateLimitTables>, acting("rate-limit"), time) : undefined;
  const answers =
    database.dialect === "memory"
      ? memoryIdempotency(database as MemoryDatabase, time)
      : databaseIdempotency(database as SqlDatabase<IdempotencyTables>, time);
  return {
    database,
    rateLimiter: counted ?? processRateLimiter(time),
    clientAddress: clientAddress(trustedProxies),
    once: once(database, answers, acting("idempotency")),
    features: cachedFeatures({ database, store: featureStore(database), live, system: acting("features") }),
    audit: databaseAuditLog(database, now),
    prunable: [
      { name: "answers kept for Idempotency-Keys", prune: answers.prune },
      ...(counted === undefined ? [] : [{ name: "counted calls", prune: counted.prune }]),
    ],
  };
}
