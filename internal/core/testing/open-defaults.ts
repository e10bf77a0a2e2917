import { Hono } from "hono";
import { MemoryDatabase } from "../database/memory.ts";
import { hashedNgrams } from "../embedding/hashed-ngrams.ts";
import { memoryEventLog } from "../events/memory-log.ts";
import { mount } from "../http/mount.ts";
import { openEffects } from "../http/open-effects.ts";
import { localLive } from "../live/local-live.ts";
import type { Domain } from "../modules/domain.ts";
import { problem } from "../problems/problem.ts";
import { silentLog, testContext } from "./context.ts";
import type { OpenApp } from "./operation-contract.ts";
import { newTokens } from "./sample-app.ts";

/** A domain in which nothing is there: whatever is asked for, it has none. */
const nothingThere = new Proxy({}, { get: () => () => Promise.reject(problem.notFound("There is nothing here.")) });

/** Serves what the spec alone says of a domain's operations, in memory, behind real tokens. */
export async function openDefaults<Repositories extends object, Service>(domain: Domain<Repositories, Service>): Promise<OpenApp> {
  const tokens = await newTokens();
  const database = new MemoryDatabase();
  const log = memoryEventLog();
  const now = () => new Date();
  const system = () => testContext({ organization: "", user: null });
  const { prunable: _, ...effects } = openEffects({
    database,
    live: localLive(),
    system,
    now,
    rateLimits: "process",
    trustedProxies: "",
  });
  const parts = {
    ...domain.repositories(database),
    events: domain.events(log),
    guards: {},
    config: {},
    core: { database, events: log, embedder: hashedNgrams, features: effects.features, now: () => new Date() },
    contracts: Object.fromEntries(domain.requires.map((name) => [name, nothingThere])),
  };
  const app = new Hono();
  // Operations that are not among the defaults are left out of the contract, and so never called.
  const http = { authenticate: tokens.authenticate, log: silentLog, ...effects };
  mount(app, "/api/v1", domain.operations, domain.defaults(parts) as Service, http);
  return {
    fetch: app.fetch,
    tokenFor: ({ user, organization, permissions }) => tokens.issue({ user, session: "ss-1", organization, roles: permissions }, 60),
    events: () => log.events.map(({ type }) => type),
    close: () => database.close(),
  };
}
