import { type Actor, type Client, type Context, noClient, type Teams } from "../context/context.ts";
import type { Log } from "../telemetry/log.ts";

/** What a test wants to say of its caller; the rest is filled in. */
export interface TestCaller {
  readonly organization?: string;
  /** The id of a signed-in user; null for nobody. */
  readonly user?: string | null;
  readonly roles?: readonly string[];
  /** None unless told. */
  readonly teams?: Teams;
  readonly permissions?: readonly string[];
  readonly client?: Client;
  readonly signal?: AbortSignal;
  readonly log?: Log;
}

/** Says nothing. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => silentLog };

/** The context of a call as a test makes it: unless told, the user `us-1111111111111111` of the organization `og-1111111111111111`. */
export function testContext(caller: TestCaller = {}): Context {
  const user = caller.user === undefined ? "us-1111111111111111" : caller.user;
  const actor: Actor = user === null ? { kind: "anonymous" } : { kind: "user", id: user, session: "se-1111111111111111" };
  return Object.freeze({
    actor,
    organization: caller.organization ?? "og-1111111111111111",
    roles: caller.roles ?? [],
    teams: caller.teams ?? [],
    permissions: new Set(caller.permissions ?? []),
    client: caller.client ?? noClient,
    requestId: "test",
    trace: undefined,
    locale: "en",
    deadline: Number.POSITIVE_INFINITY,
    signal: caller.signal ?? new AbortController().signal,
    log: caller.log ?? silentLog,
    transaction: undefined,
  });
}
