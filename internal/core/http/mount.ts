import type { HttpBindings } from "@hono/node-server";
import type { Handler, Hono } from "hono";
import { type Authenticate, type Caller, missingToken } from "../auth/caller.ts";
import { idempotencyKey } from "../idempotency/idempotency-key.ts";
import { problem } from "../problems/problem.ts";
import type { Log } from "../telemetry/log.ts";
import type { Observe } from "../telemetry/metrics.ts";
import { newPlace } from "../validation/place.ts";
import { acrossTenants } from "./across-tenants.ts";
import { answerOf } from "./answers.ts";
import { type Chosen, chosenAnswer } from "./choice-answers.ts";
import { readContent } from "./content-body.ts";
import type { Bytes } from "./contents.ts";
import { requestIdOf, traceOf } from "./correlation.ts";
import { within } from "./deadlines.ts";
import { type Effects, needed } from "./effects.ts";
import { failureResponse } from "./failure.ts";
import { gatesOf } from "./gates.ts";
import { readJson, refuseCompressed } from "./json-body.ts";
import { measured } from "./measured.ts";
import type { Input, Operation, OperationTable } from "./operation.ts";
import { parametersReader } from "./parameters.ts";
import { pathTemplate } from "./path-template.ts";
import { expectedVersion } from "./preconditions.ts";
import { type QuotaHeaders, quotaCheck } from "./quota.ts";
import { timeoutHeader } from "./remote-request.ts";
import { type RequestContext, requestContext } from "./request-context.ts";
import { eventStream, heartbeatMilliseconds, type StreamEnd, streamHeaders } from "./server-sent-events.ts";
import { streamSlots } from "./stream-slots.ts";
import type { TellProblem } from "./tell-problem.ts";
import { workOf } from "./work.ts";

/** What serving needs beside the operations. */
export interface HttpParts extends Effects {
  readonly authenticate: Authenticate;
  /** What stands before a token in an Authorization header, where not `Bearer`. */
  readonly tokenScheme?: string;
  readonly log: Log;
  /** How long an operation may take, in milliseconds; 30 s unless told. Streams and bytes may take any time. */
  readonly timeout?: number;
  /** Pause after which a silent stream of events says that it is still there, in milliseconds. */
  readonly heartbeat?: number;
  /** Notes how long operations take. */
  readonly observe?: Observe;
  /** Aborts when the server stops: streams of events end then, for their readers to come back elsewhere. */
  readonly stopping?: AbortSignal;
  /** How problems are told; as RFC 9457 has it unless told. */
  readonly tell?: TellProblem;
}

const defaultTimeout = 30_000;

/**
 * Serves each operation of the table below `basePath`. What a request needs is decided here, once for each operation.
 * Paths that no operation has are for `unknownPath`, set as the app's notFound.
 */
export function mount<Service>(app: Hono, basePath: string, operations: OperationTable<Service>, service: Service, parts: HttpParts): void {
  const templates = operations.map((operation) => ({ operation, template: pathTemplate(operation.path) }));
  const asked = ({ operation }: { readonly operation: Operation<Service> }): number => operation.query?.length ?? 0;
  const ordered = templates.toSorted((a, b) =>
    a.template.order === b.template.order ? asked(b) - asked(a) : a.template.order < b.template.order ? -1 : 1,
  );
  for (const { operation, template } of ordered) {
    if (operation.method !== "head") {
      app.on(operation.method.toUpperCase(), basePath + template.route, withHead(operation, operations, service, parts));
    } else if (!operations.some((other) => other.method === "get" && other.path === operation.path)) {
      // Hono answers HEAD by the handlers of GET: what GET itself would answer here is for others.
      const head = handlerOf(operation, service, parts);
      app.on("GET", basePath + template.route, (c, next) => (c.req.raw.method === "HEAD" ? head(c, next) : next()));
    }
  }
}

/** The handler of an operation; for GET, on a path with an operation for HEAD, both. */
function withHead<Service>(operation: Operation<Service>, all: OperationTable<Service>, service: Service, parts: HttpParts): Handler {
  const handler = whenAsked(operation.query, handlerOf(operation, service, parts));
  const own = all.find((other) => other.method === "head" && other.path === operation.path);
  if (operation.method !== "get" || own === undefined) return handler;
  const head = handlerOf(own, service, parts);
  return (c, next) => (c.req.raw.method === "HEAD" ? head(c, next) : handler(c, next));
}

/** The handler, for requests whose query has what the operation fixes; others go on to the next operation of the path. */
function whenAsked(query: Operation<never>["query"], handler: Handler): Handler {
  if (query === undefined) return handler;
  return (c, next) => {
    const given = new URL(c.req.raw.url).searchParams;
    return query.every(([name, value]) => given.getAll(name).includes(value)) ? handler(c, next) : next();
  };
}

function handlerOf<Service>(operation: Operation<Service>, service: Service, parts: HttpParts): Handler {
  const { id, body, permission } = operation;
  const isPublic = permission === "public";
  const isOptional = permission === "optional";
  const demanded = isPublic || isOptional || permission === "authenticated" ? undefined : permission;
  const template = pathTemplate(operation.path);
  const { variables } = template;
  const readParameters = operation.parameters === undefined ? undefined : parametersReader(operation.parameters, variables);
  const streams = operation.answer === "stream";
  const choices = operation.answer === "choice" ? operation.choices : undefined;
  const answer = answerOf(operation as Operation<never>);
  const untimed = streams || takesBytes(body) || choices?.some(({ kind }) => kind === "sse") === true;
  const timeout = operation.timeout ?? (untimed ? Number.POSITIVE_INFINITY : (parts.timeout ?? defaultTimeout));
  const heartbeat = parts.heartbeat ?? heartbeatMilliseconds;
  const slots = streamSlots();
  const { authenticate, log, tell } = parts;
  const addressOf = parts.clientAddress ?? noAddress;
  const quota = quotaCheck(operation as Operation<never>, parts);
  const gates = gatesOf(operation as Operation<never>, parts);
  const across = acrossTenants(operation as Operation<never>, template, parts);
  const work = workOf(operation, service, parts);
  if (operation.idempotent === true && choices?.some(({ kind }) => kind === "sse" || kind === "binary") === true)
    throw new Error(`${id} cannot be idempotent: a stream is not kept to be answered again.`);
  const once = operation.idempotent === true ? needed(parts.once, id, "a place to keep answers in") : undefined;

  function admit(caller: Caller): void {
    if (operation.tenant && caller.organization === "") {
      throw problem.forbidden("You act in no organization. Choose one, then try again.");
    }
    if (demanded !== undefined && !caller.permissions.has(demanded)) {
      throw problem.forbidden(`${id} needs the permission ${demanded}, which you do not have.`);
    }
  }

  const endOf = (request: Request, caller: Caller | undefined): StreamEnd => ({
    at: caller?.expires ?? Number.POSITIVE_INFINITY,
    holds: async () => caller === undefined || (await stillAdmitted(request, caller.organization)),
    stopping: parts.stopping,
  });

  /** Whether the same request would be let in now; if that cannot be found out, its sender has to come back. */
  async function stillAdmitted(request: Request, organization: string): Promise<boolean> {
    try {
      const now = await authenticate(request);
      if (now === undefined) return false;
      // Another process, and who runs the platform in an organization that is not theirs, were not let in by their own permissions.
      const elsewhere = now.administrator && now.organization !== organization;
      if (now.process === undefined && !elsewhere) admit(now);
      return true;
    } catch {
      return false;
    }
  }

  /** The response of what the service gave. */
  function respond(result: unknown, request: Request, ctx: RequestContext, caller: Caller | undefined): Response | Promise<Response> {
    if (choices === undefined) return answer(result, request, ctx.requestId);
    return chosenAnswer(choices, result as Chosen, request, ctx.requestId, (events) => {
      ctx.signal.addEventListener("abort", slots.take(ctx.organization), { once: true });
      return eventStream(events, ctx, heartbeat, endOf(request, caller));
    });
  }

  const handle: Handler = async (c) => {
    const request = c.req.raw;
    const { headers } = request;
    const requestId = requestIdOf(headers);
    let left: QuotaHeaders | undefined;
    try {
      let caller: Caller | undefined;
      if (quota?.first === true) left = await quota.take(c, caller);
      if (!isPublic) {
        const found = authenticate(request);
        caller = found instanceof Promise ? await found : found;
        if (caller === undefined) {
          if (!isOptional) throw missingToken(parts.tokenScheme);
        } else if (caller.process === undefined) {
          if (caller.administrator && across !== undefined) caller = await across(caller, c, requestId);
          admit(caller);
          for (const gate of gates) await gate(caller);
        }
      }
      if (quota?.first === false && caller?.process === undefined) left = await quota.take(c, caller);
      const place = newPlace();
      const params = readParameters === undefined ? {} : readParameters(c, place);
      const expected = operation.ifMatch === true ? expectedVersion(headers) : undefined;
      let given: unknown;
      if (body === "bytes") given = bytesOf(request);
      else if (body !== undefined) {
        if ("contents" in body) given = await readContent(request, body, place);
        else {
          given = await readJson(request);
          if (given !== undefined) body.validator.check(given, place);
        }
        if (given === undefined && body.required)
          throw problem.malformed(`The request has no body; this operation needs one${wanted(body)}.`);
      }
      if (place.errors.length > 0) throw problem.invalid("Some of the input is not right; see `errors`.", { errors: place.errors });

      const allowed = timeoutOf(headers, timeout);
      const ctx = requestContext(request, log, caller, requestId, traceOf(headers), Date.now() + allowed, () =>
        addressOf(headers, c.env as Partial<HttpBindings> | undefined),
      );
      const input: Input = { params, body: given, expected };
      const late = () => tooLate(ctx);
      if (streams) {
        // Nothing may start that only a reader would stop.
        if (request.method === "HEAD") return new Response(null, { headers: streamHeaders(requestId) });
        ctx.signal.addEventListener("abort", slots.take(ctx.organization), { once: true });
        const events = operation.call(service, ctx, input) as AsyncIterable<unknown>;
        return told(await eventStream(events, ctx, heartbeat, endOf(request, caller)), left);
      }
      const key = once === undefined ? undefined : idempotencyKey(headers);
      if (once !== undefined && key !== undefined) {
        const keyed = { operation: id, key, input, milliseconds: allowed };
        const response = once(ctx, keyed, async (inner) => respond(await work(inner, input), request, ctx, caller));
        return told(await within(allowed, response, late), left);
      }
      const response = respond(await within(allowed, work(ctx, input), late), request, ctx, caller);
      return told(response instanceof Promise ? await response : response, left);
    } catch (error) {
      // When the client has gone, whatever broke because of it is no failure of the server; nobody reads this answer.
      const failure = request.signal.aborted ? problem.malformed("The client closed the connection.", { cause: error }) : error;
      return told(failureResponse(failure, requestId, id, log, tell), left);
    }
  };
  return parts.observe === undefined ? handle : measured(id, handle, parts.observe);
}

const noAddress = (): string => "unknown";

/** Whether the body may be as long as its sender likes. */
const takesBytes = (body: Operation<never>["body"]): boolean =>
  body === "bytes" || (body !== undefined && "contents" in body && body.contents.some(({ kind }) => kind === "binary"));

const wanted = (body: Exclude<Operation<never>["body"], "bytes" | undefined>): string => ("contents" in body ? "" : ", as JSON");

/** The response, with the headers that tell of the quota when there is one. */
function told(response: Response, left: QuotaHeaders | undefined): Response {
  if (left !== undefined) for (const [name, value] of Object.entries(left)) response.headers.set(name, value);
  return response;
}

function bytesOf(request: Request): Bytes {
  refuseCompressed(request.headers);
  return (request.body as Bytes | null) ?? new ReadableStream({ start: (controller) => controller.close() });
}

/** The operation's own timeout, or less when the caller says so: a caller can only shorten it. */
function timeoutOf(headers: Headers, longest: number): number {
  const given = headers.get(timeoutHeader);
  return given !== null && /^[1-9]\d{0,8}$/.test(given) ? Math.min(Number(given), longest) : longest;
}

/** What a client that waited for too long is told; the context's signal tells the work to stop. */
function tooLate(ctx: RequestContext): unknown {
  const late = problem.timeout("The server did not finish this in time. Try again, or ask for less at once.");
  ctx.life.end(late);
  return late;
}
