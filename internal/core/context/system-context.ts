import { newId } from "../ids/ids.ts";
import type { Log } from "../telemetry/log.ts";
import { type Context, noClient } from "./context.ts";

const none: ReadonlySet<string> = new Set();
const never = new AbortController().signal;

/**
 * The platform itself at work in an organization ("" for none): a worker, a consumer, a command. It calls services directly, so no
 * permission is asked for; the tenant predicates hold for it as for anybody, and of the organization it sees the rows of every team.
 */
export function systemContext(name: string, organization: string, log: Log): Context {
  const requestId = newId("rq");
  return {
    actor: { kind: "system", id: name },
    organization,
    roles: [],
    teams: "all",
    permissions: none,
    client: noClient,
    requestId,
    trace: undefined,
    locale: "en",
    deadline: Number.POSITIVE_INFINITY,
    signal: never,
    log: log.child({ request: requestId, by: name }),
    transaction: undefined,
  };
}
