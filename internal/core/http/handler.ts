import type { HttpBindings } from "@hono/node-server";
import type { Handler } from "hono";
import type { Caller } from "../auth/caller.ts";
import { after, type Eventual } from "../eventual/eventual.ts";
import { idempotencyKey } from "../idempotency/idempotency-key.ts";
import { Problem, problem } from "../problems/problem.ts";
import { admissionOf } from "./admission.ts";
import { answerOf } from "./answers.ts";
import { type Asked, askedBy } from "./asked.ts";
import { type Chosen, chosenAnswer } from "./choice-answers.ts";
import { within } from "./deadlines.ts";
import { needed } from "./effects.ts";
import { failureResponse } from "./failure.ts";
import { measured } from "./measured.ts";
import type { HttpParts } from "./mount.ts";
import type { Input, Operation } from "./operation.ts";
import { inputReader, takesBytes } from "./read-input.ts";
import { timeoutHeader } from "./remote-request.ts";
import { type RequestContext, requestContext } from "./request-context.ts";
import { eventStream, heartbeatMilliseconds, type StreamEnd, streamHeaders } from "./server-sent-events.ts";
import { streamSlots } from "./stream-slots.ts";
import { traced } from "./traced.ts";
import { workOf } from "./work.ts";

const defaultTimeout = 30_000;

/**
 * Serves one operation; what its requests need is decided here, once. A request whose steps all have their values at once is answered in
 * the same turn, without a promise: of a point read on SQLite that saves an eighth of our own work.
 */
export function handlerOf<Service>(operation: Operation<Service>, service: Service, parts: HttpParts): Handler {
  const { id, body } = operation;
  const streams = operation.answer === "stream";
  const choices = operation.answer === "choice" ? operation.choices : undefined;
  const untimed = streams || takesBytes(body) || choices?.some(({ kind }) => kind === "sse") === true;
  const timeout = operation.timeout ?? (untimed ? Number.POSITIVE_INFINITY : (parts.timeout ?? defaultTimeout));
  const heartbeat = parts.heartbeat ?? heartbeatMilliseconds;
  const slots = streamSlots();
  const { log, tell, tracing, seen } = parts;
  const staleness = operation.stale === true ? seen : undefined;
  const addressOf = parts.clientAddress ?? noAddress;
  const admission = admissionOf(operation as Operation<never>, parts);
  const readInput = inputReader(operation as Operation<never>);
  const answer = answerOf(operation as Operation<never>);
  const work = workOf(operation, service, parts);
  if (operation.idempotent === true && choices?.some(({ kind }) => kind === "sse" || kind === "binary") === true)
    throw new Error(`${id} cannot be idempotent: a stream is not kept to be answered again.`);
  const once = operation.idempotent === true ? needed(parts.once, id, "a place to keep answers in") : undefined;

  const endOf = (request: Request, caller: Caller | undefined): StreamEnd => ({
    at: caller?.expires ?? Number.POSITIVE_INFINITY,
    holds: async () => caller === undefined || (await admission.stillHolds(request, caller)),
    stopping: parts.stopping,
  });

  function stream(events: AsyncIterable<unknown>, request: Request, ctx: RequestContext, caller: Caller | undefined): Promise<Response> {
    return eventStream(events, ctx, heartbeat, endOf(request, caller));
  }

  const takeSlot = (ctx: RequestContext): void => ctx.signal.addEventListener("abort", slots.take(ctx.organization), { once: true });

  /** The response of what the service gave. */
  function respond(result: unknown, request: Request, ctx: RequestContext, caller: Caller | undefined): Eventual<Response> {
    if (choices === undefined) return answer(result, request, ctx.requestId);
    return chosenAnswer(choices, result as Chosen, request, ctx.requestId, (events) => {
      takeSlot(ctx);
      return stream(events, request, ctx, caller);
    });
  }

  function perform({ c, request, requestId, trace }: Asked, caller: Caller | undefined, input: Input): Eventual<Response> {
    const { headers } = request;
    const allowed = timeoutOf(headers, timeout);
    const address = () => addressOf(headers, c.env as Partial<HttpBindings> | undefined);
    const fresh = requestContext(request, log, caller, requestId, trace, Date.now() + allowed, address);
    const ctx: RequestContext = staleness?.mayBeStale(request) === true ? { ...fresh, stale: true } : fresh;
    if (streams) {
      // Nothing may start that only a reader would stop.
      if (request.method === "HEAD") return new Response(null, { headers: streamHeaders(requestId) });
      takeSlot(ctx);
      return stream(operation.call(service, ctx, input) as AsyncIterable<unknown>, request, ctx, caller);
    }
    const key = once === undefined ? undefined : idempotencyKey(headers);
    if (once !== undefined && key !== undefined) {
      const keyed = { operation: id, key, input, milliseconds: allowed };
      const response = once(ctx, keyed, async (inner) => respond(await work(inner, input), request, ctx, caller));
      return within(allowed, response, () => tooLate(ctx));
    }
    const result = within(allowed, work(ctx, input), () => tooLate(ctx));
    return after(result, (given) => respond(given, request, ctx, caller));
  }

  function failed({ request, requestId, trace }: Asked, error: unknown): Response {
    // When the client has gone, whatever broke because of it is no failure of the server; nobody reads this answer.
    const gone = !isTold(error) && request.signal.aborted;
    const failure = gone ? problem.malformed("The client closed the connection.", { cause: error }) : error;
    return failureResponse(failure, requestId, id, log, tell, trace);
  }

  const handle = (asked: Asked): Eventual<Response> =>
    after(admission.letIn(asked), (caller) => after(readInput(asked), (input) => perform(asked, caller, input)));

  const handler: Handler = (c) => {
    const asked = askedBy(c);
    let response: Eventual<Response>;
    try {
      response = handle(asked);
    } catch (error) {
      return told(failed(asked, error), asked);
    }
    if (!(response instanceof Promise)) return told(response, asked);
    return response.catch((error) => failed(asked, error)).then((response) => told(response, asked));
  };
  const marked = seen === undefined ? handler : seen.marked(operation as Operation<never>, handler);
  const watched = parts.observe === undefined ? marked : measured(id, marked, parts.observe);
  return tracing === undefined ? watched : traced(operation as Operation<never>, watched, tracing);
}

/** Whether a failure is the caller's: nobody has to look why. */
const isTold = (error: unknown): boolean => error instanceof Problem && error.status < 500;

const noAddress = (): string => "unknown";

/** The response, with the headers that tell of the quota when there is one. */
function told(response: Response, { left }: Asked): Response {
  if (left !== undefined) for (const [name, value] of Object.entries(left)) response.headers.set(name, value);
  return response;
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
