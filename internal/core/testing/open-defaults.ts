import { Hono } from "hono";
import { MemoryDatabase } from "../database/memory.ts";
import { memoryEventLog } from "../events/memory-log.ts";
import { mount } from "../http/mount.ts";
import type { Domain } from "../modules/domain.ts";
import { silentLog } from "./context.ts";
import type { OpenApp } from "./operation-contract.ts";
import { newTokens } from "./sample-app.ts";

/** Serves what the spec alone says of a domain's operations, in memory, behind real tokens. */
export async function openDefaults<Repositories extends object, Service>(domain: Domain<Repositories, Service>): Promise<OpenApp> {
  const tokens = await newTokens();
  const database = new MemoryDatabase();
  const log = memoryEventLog();
  const parts = {
    ...domain.repositories(database),
    events: domain.events(log),
    guards: {},
    config: {},
    core: { database, events: log, now: () => new Date() },
    contracts: {},
  };
  const app = new Hono();
  // Operations that are not among the defaults are left out of the contract, and so never called.
  mount(app, "/api/v1", domain.operations, domain.defaults(parts) as Service, { authenticate: tokens.authenticate, log: silentLog });
  return {
    fetch: app.fetch,
    tokenFor: ({ user, organization, permissions }) => tokens.issue({ user, session: "ss-1", organization, roles: permissions }, 60),
    close: () => database.close(),
  };
}
