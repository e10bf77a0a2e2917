import type { Caller } from "../auth/caller.ts";
import type { Actor, Client, Context } from "../context/context.ts";
import type { Log } from "../telemetry/log.ts";
import { traceFields } from "../telemetry/traceparent.ts";

const anonymous: Actor = Object.freeze({ kind: "anonymous" });
const noRoles: readonly string[] = Object.freeze([]);
const noPermissions: ReadonlySet<string> = new Set();
const language = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}/;

/** The context of one request, and how to end it. */
export interface RequestContext extends Context {
  /** Ends what goes on for this request: the deadline passed, or nobody reads the answer any more. */
  readonly abort: (reason: unknown) => void;
}

/** The context of one request. Its signal, log, client and locale are made when they are first asked for. */
export function requestContext(
  request: Request,
  log: Log,
  caller: Caller | undefined,
  requestId: string,
  trace: string | undefined,
  deadline: number,
  addressOf: () => string,
): RequestContext {
  const life = new Life(request);
  let requestLog: Log | undefined;
  let client: Client | undefined;
  return {
    actor: caller === undefined ? anonymous : caller.actor,
    organization: caller === undefined ? "" : caller.organization,
    roles: caller === undefined ? noRoles : caller.roles,
    permissions: caller === undefined ? noPermissions : caller.permissions,
    requestId,
    trace,
    deadline,
    transaction: undefined,
    // Accessors of the object itself, not of a class: contexts are copied with a spread.
    get signal() {
      return life.signal();
    },
    get client() {
      client ??= { address: addressOf(), agent: request.headers.get("user-agent") ?? "" };
      return client;
    },
    get log() {
      requestLog ??= log.child({ request: requestId, ...organizationField(caller), ...traceFields(trace) });
      return requestLog;
    },
    get locale() {
      return language.exec(request.headers.get("accept-language") ?? "")?.[0] ?? "en";
    },
    abort: (reason) => life.end(reason),
  };
}

/** Whose rows a line is about; no name, an id. */
const organizationField = (caller: Caller | undefined): { readonly organization?: string } =>
  caller === undefined || caller.organization === "" ? {} : { organization: caller.organization };

/** Whether a request is still wanted. */
class Life {
  readonly #request: Request;
  #controller: AbortController | undefined;
  #reason: unknown;

  constructor(request: Request) {
    this.#request = request;
  }

  end(reason: unknown): void {
    this.#reason ??= reason;
    this.#controller?.abort(this.#reason);
  }

  signal(): AbortSignal {
    if (this.#controller !== undefined) return this.#controller.signal;
    const controller = new AbortController();
    this.#controller = controller;
    const { signal } = this.#request;
    if (this.#reason !== undefined) controller.abort(this.#reason);
    else if (signal.aborted) controller.abort(gone());
    else signal.addEventListener("abort", () => controller.abort(gone()), { once: true });
    return controller.signal;
  }
}

const gone = () => new Error("The client closed the connection.");
