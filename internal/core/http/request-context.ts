import type { Caller } from "../auth/caller.ts";
import type { Actor, Context } from "../context/context.ts";
import type { Log } from "../telemetry/log.ts";

const anonymous: Actor = Object.freeze({ kind: "anonymous" });
const noRoles: readonly string[] = Object.freeze([]);
const noPermissions: ReadonlySet<string> = new Set();
const language = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}/;

/** What a context is made from while its request is served, and what is made only when somebody asks. */
class Origin {
  readonly request: Request;
  readonly log: Log;
  controller: AbortController | undefined;
  requestLog: Log | undefined;
  reason: unknown;

  constructor(request: Request, log: Log) {
    this.request = request;
    this.log = log;
  }
}

const origin = Symbol("origin");
type Held = Context & { [origin]: Origin };

// Accessors are own properties, because contexts are copied with a spread when a transaction opens.
const accessors: PropertyDescriptorMap = {
  signal: {
    enumerable: true,
    get(this: Held) {
      return signalOf(this[origin]);
    },
  },
  log: {
    enumerable: true,
    get(this: Held) {
      const from = this[origin];
      from.requestLog ??= from.log.child({ request: this.requestId });
      return from.requestLog;
    },
  },
  locale: {
    enumerable: true,
    get(this: Held) {
      return language.exec(this[origin].request.headers.get("accept-language") ?? "")?.[0] ?? "en";
    },
  },
};

/** The context of one request. Its signal, log and locale are made when they are first asked for. */
export class RequestContext {
  readonly actor: Actor;
  readonly organization: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  readonly requestId: string;
  readonly trace: string | undefined;
  readonly deadline: number;
  readonly transaction = undefined;
  readonly [origin]: Origin;
  declare readonly signal: AbortSignal;
  declare readonly log: Log;
  declare readonly locale: string;

  constructor(request: Request, log: Log, caller: Caller | undefined, requestId: string, trace: string | undefined, deadline: number) {
    this.actor = caller === undefined ? anonymous : { kind: "user", id: caller.user, session: caller.session };
    this.organization = caller === undefined ? "" : caller.organization;
    this.roles = caller === undefined ? noRoles : caller.roles;
    this.permissions = caller === undefined ? noPermissions : caller.permissions;
    this.requestId = requestId;
    this.trace = trace;
    this.deadline = deadline;
    this[origin] = new Origin(request, log);
    Object.defineProperties(this, accessors);
  }

  /** Ends what goes on for this request: the deadline passed, or nobody reads the answer any more. */
  abort(reason: unknown): void {
    const from = this[origin];
    from.reason ??= reason;
    from.controller?.abort(from.reason);
  }
}

function signalOf(from: Origin): AbortSignal {
  if (from.controller !== undefined) return from.controller.signal;
  const controller = new AbortController();
  from.controller = controller;
  const { signal } = from.request;
  if (from.reason !== undefined) controller.abort(from.reason);
  else if (signal.aborted) controller.abort(gone());
  else signal.addEventListener("abort", () => controller.abort(gone()), { once: true });
  return controller.signal;
}

const gone = () => new Error("The client closed the connection.");
