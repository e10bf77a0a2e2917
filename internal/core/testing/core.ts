import { join } from "node:path";
import { sessionCookies } from "../auth/session-cookies.ts";
import type { Context } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import { hashedNgrams } from "../embedding/hashed-ngrams.ts";
import type { DomainEvent } from "../events/event.ts";
import { memoryEventLog } from "../events/memory-log.ts";
import { cachedFeatures } from "../features/cached-features.ts";
import { featureStore } from "../features/feature-stores.ts";
import { localLive } from "../live/local-live.ts";
import type { Mail } from "../mail/mailer.ts";
import { catalogOf } from "../modules/catalog.ts";
import type { AccessClaims, Core } from "../modules/domain.ts";
import { purgeOrganization } from "../purge/purge-organization.ts";
import { processRateLimiter } from "../rate-limit/process-rate-limiter.ts";
import { organizationSettings } from "../settings/organization-settings.ts";
import { settingStore } from "../settings/setting-store.ts";
import { noMetrics } from "../telemetry/metrics.ts";
import { noTracing } from "../telemetry/tracing.ts";
import { ThreadPool } from "../threads/thread-pool.ts";
import { silentLog, testContext } from "./context.ts";

/** A core for the service of one domain: its database is real, its events are only remembered, its clock is the test's. */
export interface TestCore extends Core {
  readonly appended: readonly DomainEvent[];
  /** What was handed over to be sent by transactions that committed. */
  readonly mailed: readonly Mail[];
  /** Moves the clock. */
  advance(milliseconds: number): void;
}

/** A domain as far as other domains see something of it. */
type TestDomain = Parameters<typeof catalogOf>[0][number] & { readonly tenantTables?: readonly string[] };

/**
 * `folder` is where domains keep their files; the catalog is that of `domains`. An access token is its claims as JSON, for the test to
 * look at.
 */
export function testCore(database: Database, folder: string, domains: readonly TestDomain[] = []): TestCore {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const events = memoryEventLog(now);
  const live = localLive();
  const system = (name = "test", organization = ""): Context => ({
    ...testContext({ organization, user: null }),
    actor: { kind: "system", id: name },
  });
  const mailed: Mail[] = [];
  const kept = domains.map(({ name, tenantTables = [] }) => ({ domain: name, tables: tenantTables }));
  return {
    database,
    events,
    appended: events.events,
    mailed,
    mailer: { ends: "outbox", send: async (ctx, mail) => database.afterCommit(ctx, () => void mailed.push(mail)) },
    live,
    catalog: catalogOf(domains, () => ({})),
    features: cachedFeatures({ database, store: featureStore(database), live, system }),
    settings: organizationSettings({ database, store: settingStore(database), live, system }),
    tokens: { issue: async (claims) => JSON.stringify(claims) },
    cookies: sessionCookies({ secure: true, https: true, signInPath: "/api/v1/auth" }),
    rateLimiter: processRateLimiter(() => now().getTime()),
    embedder: hashedNgrams,
    threads: new ThreadPool(),
    log: silentLog,
    metrics: noMetrics,
    tracing: noTracing,
    folder: (domain) => join(folder, domain),
    address: (path) => `https://platform.example${path}`,
    purgeOrganization: purgeOrganization(database, kept, system),
    system,
    now,
    advance(milliseconds) {
      ahead += milliseconds;
    },
  };
}

/** What a token of the test core says. */
export function claimsOf(token: string): AccessClaims {
  return JSON.parse(token) as AccessClaims;
}
