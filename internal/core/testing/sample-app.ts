import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { authentication } from "../auth/authentication.ts";
import type { Authenticate } from "../auth/caller.ts";
import { claimedStandings } from "../auth/claimed-standings.ts";
import { fixedKeys } from "../auth/key-ring.ts";
import { keySet, makeKey, parseKeys } from "../auth/keys.ts";
import { sessionCookies } from "../auth/session-cookies.ts";
import { AccessTokens } from "../auth/tokens.ts";
import { type HttpParts, mount } from "../http/mount.ts";
import { unknownPath } from "../http/unknown-path.ts";
import { localLive } from "../live/local-live.ts";
import type { Tokens } from "../modules/domain.ts";
import type { Log } from "../telemetry/log.ts";
import { silentLog } from "./context.ts";
import { SampleLabels, sampleOperations } from "./sample-operations.ts";

export interface SampleApp {
  readonly app: Hono;
  readonly service: SampleLabels;
  /** What was logged as an error. */
  readonly errors: readonly object[];
  readonly tokens: TestTokens;
  tokenFor(caller: { readonly user: string; readonly organization: string; readonly permissions: readonly string[] }): Promise<string>;
}

/** Real access tokens, believed in what they say. In tests a role is called like the one permission that it gives. */
export interface TestTokens extends Tokens {
  readonly authenticate: Authenticate;
}

export async function newTokens(): Promise<TestTokens> {
  const keys = fixedKeys(await parseKeys(keySet([await makeKey()]), "test"));
  const tokens = new AccessTokens({ keys, issuer: "https://issuer.test", audience: "test" });
  const authenticate = authentication({
    tokens,
    source: claimedStandings((roles) => roles),
    cookies: sessionCookies({ secure: true, https: false, signInPath: "/api/auth" }),
    live: localLive(),
    log: silentLog,
  });
  return { issue: (...claims) => tokens.issue(...claims), authenticate };
}

/** The sample service behind real tokens, mounted at /api. */
export async function openSample(parts: Partial<HttpParts> = {}): Promise<SampleApp> {
  const errors: object[] = [];
  const log: Log = { debug() {}, info() {}, warn() {}, error: (fields) => errors.push(fields), child: () => log };
  const tokens = await newTokens();
  const app = new Hono();
  const service = new SampleLabels();
  const all: HttpParts = { authenticate: tokens.authenticate, log, ...parts };
  mount(app, "/api", sampleOperations, service, all);
  app.notFound(unknownPath(app, "/api", all, (c) => c.text("a page")));
  return {
    app,
    service,
    errors,
    tokens,
    tokenFor: ({ user, organization, permissions }) => tokens.issue({ user, session: "ss-1", organization, roles: permissions }, 60),
  };
}

/** Serves an app on a free port of this machine. */
export async function listen(app: Hono): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>();
  const server: ServerType = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, resolve);
  const { port } = await promise;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
