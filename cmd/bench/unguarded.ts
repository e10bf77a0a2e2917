import { Hono } from "hono";
import { basePath, domains } from "../../generated/domains.gen.ts";
import type { Caller } from "../../internal/core/auth/caller.ts";
import type { CoreConfig } from "../../internal/core/config/core-settings.ts";
import { mount } from "../../internal/core/http/mount.ts";
import { openEffects } from "../../internal/core/http/open-effects.ts";
import { serve } from "../../internal/core/http/serve.ts";
import { prometheus } from "../../internal/core/telemetry/prometheus.ts";
import { watchRequests } from "../../internal/core/telemetry/watched.ts";
import type { Platform } from "../../internal/platform.ts";
import { worked } from "./worked.ts";

/**
 * The same operations on the same services, watched alike, for a caller whom nobody checks: what the check costs is the difference. `/cpu` tells the
 * microseconds that this process has worked so far. Gives the address.
 */
export async function serveUnguarded({ core, service }: Platform, organization: string, config: CoreConfig): Promise<string> {
  const caller: Caller = {
    actor: { kind: "user", id: "us-0000000000000001", session: "ss-0000000000000001" },
    organization,
    roles: ["owner"],
    teams: [],
    permissions: core.catalog.roles.get("owner") ?? new Set(),
    administrator: false,
    expires: Number.POSITIVE_INFINITY,
  };
  const { prunable: _, ...effects } = openEffects({ ...core, rateLimits: "process", trustedProxies: "" });
  const observe = watchRequests(await prometheus(core.log));
  const parts = { authenticate: () => caller, observe, log: core.log, stopping: new AbortController().signal, ...effects };
  const app = new Hono();
  for (const { name, operations } of domains) mount(app, basePath, operations as never, service(name), parts);
  app.get("/cpu", (c) => c.json(worked()));
  const nothing = async (): Promise<void> => {};
  const { port } = await serve(
    { fetch: (request, bindings) => app.fetch(request, bindings), drain: nothing, stop: nothing },
    config,
    core.log,
  );
  return `http://127.0.0.1:${port}`;
}
