import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { exportJWK, generateKeyPair } from "jose";
import { parseKeys } from "../auth/keys.ts";
import { AccessTokens } from "../auth/tokens.ts";
import { type HttpParts, mount } from "../http/mount.ts";
import { unknownPath } from "../http/unknown-path.ts";
import type { Log } from "../telemetry/log.ts";
import { SampleLabels, sampleOperations } from "./sample-operations.ts";

export interface SampleApp {
  readonly app: Hono;
  readonly service: SampleLabels;
  /** What was logged as an error. */
  readonly errors: readonly object[];
  readonly tokens: AccessTokens;
  tokenFor(caller: { readonly user: string; readonly organization: string; readonly permissions: readonly string[] }): Promise<string>;
}

export async function newTokens(isRevoked?: (session: string) => boolean): Promise<AccessTokens> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const keys = await parseKeys(JSON.stringify(await exportJWK(privateKey)), "test");
  // In tests a role is called like the one permission that it gives.
  return new AccessTokens({
    keys,
    issuer: "https://issuer.test",
    audience: "test",
    permissionsOf: (roles) => roles,
    ...(isRevoked && { isRevoked }),
  });
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
