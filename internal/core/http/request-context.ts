import type { Caller } from "../auth/caller.ts";
import type { Actor, Client, Context, Teams } from "../context/context.ts";
import type { Log } from "../telemetry/log.ts";
import { traceFields } from "../telemetry/traceparent.ts";
import { RequestLife } from "./request-life.ts";

const anonymous: Actor = Object.freeze({ kind: "anonymous" });
const noRoles: readonly string[] = Object.freeze([]);
const noTeams: Teams = Object.freeze([]);
const noPermissions: ReadonlySet<string> = new Set();
const language = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}/;

/** The context of one request, with what can end it. */
export interface RequestContext extends Context {
  readonly life: RequestLife;
}

/**
 * An accessor of the object itself, for contexts are copied with a spread. One for all requests: written into the literal, it would be a
 * new one each time, and V8 then keeps the object as a dictionary (0.7 µs instead of 0.1, and a kilobyte to collect).
 */
const signal = {
  enumerable: true,
  get(this: RequestContext): AbortSignal {
    return this.life.signal;
  },
};

/** The context of one request. Its signal, log and client are made when they are first asked for. */
export function requestContext(
  request: Request,
  log: Log,
  caller: Caller | undefined,
  requestId: string,
  trace: string | undefined,
  deadline: number,
  addressOf: () => string,
): RequestContext {
  const known = {
    actor: caller === undefined ? anonymous : caller.actor,
    organization: caller === undefined ? "" : caller.organization,
    roles: caller === undefined ? noRoles : caller.roles,
    teams: caller === undefined ? noTeams : caller.teams,
    permissions: caller === undefined ? noPermissions : caller.permissions,
    client: new RequestClient(request, addressOf),
    requestId,
    trace,
    locale: localeOf(request.headers),
    deadline,
    log: new RequestLog(log, requestId, caller, trace),
    transaction: undefined,
    life: new RequestLife(request),
  };
  return Object.defineProperty(known, "signal", signal) as typeof known & Pick<Context, "signal">;
}

function localeOf(headers: Headers): string {
  const accepted = headers.get("accept-language");
  return accepted === null ? "en" : (language.exec(accepted)?.[0] ?? "en");
}

class RequestClient implements Client {
  readonly #request: Request;
  readonly #addressOf: () => string;
  #address: string | undefined;

  constructor(request: Request, addressOf: () => string) {
    this.#request = request;
    this.#addressOf = addressOf;
  }

  get address(): string {
    this.#address ??= this.#addressOf();
    return this.#address;
  }

  get agent(): string {
    return this.#request.headers.get("user-agent") ?? "";
  }
}

/** Whose rows a line is about; no name, an id. */
const organizationField = (caller: Caller | undefined): { readonly organization?: string } =>
  caller === undefined || caller.organization === "" ? {} : { organization: caller.organization };

/** Names the request in each line. Most requests have nothing to say. */
class RequestLog implements Log {
  readonly #log: Log;
  readonly #requestId: string;
  readonly #caller: Caller | undefined;
  readonly #trace: string | undefined;
  #named: Log | undefined;

  constructor(log: Log, requestId: string, caller: Caller | undefined, trace: string | undefined) {
    this.#log = log;
    this.#requestId = requestId;
    this.#caller = caller;
    this.#trace = trace;
  }

  get #own(): Log {
    this.#named ??= this.#log.child({ request: this.#requestId, ...organizationField(this.#caller), ...traceFields(this.#trace) });
    return this.#named;
  }

  debug(fields: object, message: string): void {
    this.#own.debug(fields, message);
  }
  info(fields: object, message: string): void {
    this.#own.info(fields, message);
  }
  warn(fields: object, message: string): void {
    this.#own.warn(fields, message);
  }
  error(fields: object, message: string): void {
    this.#own.error(fields, message);
  }
  child(fields: object): Log {
    return this.#own.child(fields);
  }
}
