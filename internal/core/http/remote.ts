import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../context/context.ts";
import { type FieldError, Problem, type ProblemDocument, problem } from "../problems/problem.ts";
import { noTracing, type Tracing } from "../telemetry/tracing.ts";
import type { Chosen } from "./choice-answers.ts";
import { CircuitBreaker } from "./circuit-breaker.ts";
import { Failure } from "./declared-failure.ts";
import { encodeBody } from "./encode-body.ts";
import { parseEventStream } from "./event-stream-parser.ts";
import type { Reply, StreamEvent } from "./operation.ts";
import { headersOf, type RemoteCall, urlOf } from "./remote-request.ts";
import { entryShape, fromText } from "./shape.ts";
import { Silent, whileAlive } from "./while-alive.ts";

export interface RemoteParts {
  /** Name of the domain, for people who read the 503. */
  readonly domain: string;
  /** Where its operations are, base path included: `http://runs:8080/api/v1`. */
  readonly url: string;
  /** Where the operations are that only other domains may call: `http://runs:8080/internal/v1`. */
  readonly internalUrl?: string;
  /** The Authorization header for a call: the caller's own token, or one of this service. */
  readonly authorize: (ctx: Context) => string | Promise<string>;
  readonly tracing?: Tracing;
}

/** How often, and after what pause, a read is repeated whose connection failed. */
const furtherTries = 2;
const tryAgain = 100;

/** A domain that runs in another process. What goes wrong there comes back as the same problem; what goes wrong on the way as 503 or 504. */
export class Remote {
  readonly #parts: RemoteParts;
  readonly #origin: string;
  readonly #breaker = new CircuitBreaker();
  readonly #tracing: Tracing;

  constructor(parts: RemoteParts) {
    this.#parts = parts;
    this.#tracing = parts.tracing ?? noTracing;
    this.#origin = new URL(parts.url).origin;
  }

  /** Calls an operation and gives what its service answered. */
  async call<Result>(ctx: Context, call: RemoteCall): Promise<Result> {
    const response = await this.#send(ctx, call);
    if (call.answer === "choice") return (await this.#chosen(ctx, call, response)) as Result;
    if (call.answer === "text") return (await this.#text(ctx, response)) as Result;
    if (call.answer === "bytes")
      return { body: response.body ?? new Blob([]).stream(), headers: headersIn(response, call.reads) } as Result;
    const body = await this.#json(ctx, response);
    return (
      call.answer === "reply" ? ({ body, headers: headersIn(response, call.reads) } satisfies Reply<unknown, object>) : body
    ) as Result;
  }

  /** Calls an operation that answers with events. The connection ends with the iteration. */
  async *stream<Data>(ctx: Context, call: RemoteCall): AsyncGenerator<StreamEvent<Data>> {
    yield* this.#events<Data>(ctx, await this.#send(ctx, call));
  }

  async *#events<Data>(ctx: Context, response: Response): AsyncGenerator<StreamEvent<Data>> {
    if (response.body === null) return;
    try {
      for await (const event of parseEventStream(response.body)) {
        if (event.event === "problem") throw fromDocument(event.data, 500);
        yield event as StreamEvent<Data>;
      }
    } catch (error) {
      throw error instanceof Problem ? error : this.#broken(ctx, error);
    }
  }

  /** Calls an operation that only other domains may call. */
  async invoke<Result>(ctx: Context, operation: string, input?: unknown): Promise<Result> {
    const { domain, internalUrl } = this.#parts;
    if (internalUrl === undefined) throw this.#unavailable(`takes no calls of ${operation} from this process`);
    const call = { method: "post", path: "/{domain}/{operation}", params: { domain, operation }, body: { input } } as const;
    return (await this.#json(ctx, await this.#send(ctx, call, internalUrl))) as Result;
  }

  /** The span of a call ends with the head of its answer. */
  #send(ctx: Context, call: RemoteCall, base: string = this.#parts.url): Promise<Response> {
    const { domain } = this.#parts;
    const verb = call.method.toUpperCase();
    const path = call.path.replace("{domain}", domain).replace("{operation}", String(call.params?.operation));
    const attributes = { "http.request.method": verb, "url.template": path, "archwright.domain": domain };
    const what = { name: `${verb} ${path}`, kind: "client", attributes } as const;
    return this.#tracing.within(ctx.trace, what, (trace) => this.#request({ ...ctx, trace }, call, base));
  }

  async #request(ctx: Context, call: RemoteCall, base: string): Promise<Response> {
    const headers = headersOf(ctx, call, await this.#parts.authorize(ctx));
    const { body } = call;
    const sent = body === undefined ? {} : { body: encodeBody(body, call.bodyType), duplex: "half" as const };
    const url = urlOf(base, call);
    const redirect = call.fails === true || call.answer === "choice" ? "manual" : "error";
    const response = await this.#reach(ctx, call, (signal) =>
      fetch(url, { method: call.method.toUpperCase(), headers, signal, redirect, ...sent }),
    );
    if (response.ok || isChoice(call, response)) return response;
    throw await this.#refusal(ctx, response, call.fails === true);
  }

  /** The answer of a server that lives. What only reads is asked again when the connection failed; what may have changed something is not. */
  async #reach(ctx: Context, { method }: RemoteCall, ask: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
    for (let left = method === "get" || method === "head" ? furtherTries : 0; ; left--) {
      if (!this.#breaker.allows()) throw this.#unavailable("has not answered just now, and is left alone for a moment");
      try {
        const response = await whileAlive(this.#origin, (dead) => ask(AbortSignal.any([ctx.signal, dead])));
        this.#breaker.succeeded();
        return response;
      } catch (error) {
        if (ctx.signal.aborted) throw this.#broken(ctx, error);
        this.#breaker.failed();
        if (left <= 0 || error instanceof Silent) throw this.#broken(ctx, error);
        await sleep(tryAgain * (0.5 + Math.random()));
      }
    }
  }

  async #chosen(ctx: Context, call: RemoteCall, response: Response): Promise<Chosen> {
    const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
    const known = call.choices?.filter(({ status }) => status === response.status) ?? [];
    const choice = known.find(({ mediaType }) => mediaType?.split(";")[0] === type) ?? known[0];
    if (choice === undefined) throw this.#unavailable(`answered with status ${response.status}, which it does not declare`);
    const told = {
      status: response.status,
      ...(choice.mediaType === undefined ? {} : { mediaType: choice.mediaType }),
      headers: headersIn(response, call.reads),
    };
    switch (choice.kind) {
      case "none":
        await response.body?.cancel();
        return told;
      case "json":
        return { ...told, body: await this.#json(ctx, response) };
      case "text":
        return { ...told, body: await this.#text(ctx, response) };
      case "binary":
        return { ...told, body: response.body ?? new Blob([]).stream() };
      case "sse":
        return { ...told, body: this.#events(ctx, response) };
    }
  }

  async #text(ctx: Context, response: Response): Promise<string> {
    return response.text().catch((error) => {
      throw this.#broken(ctx, error);
    });
  }

  async #refusal(ctx: Context, response: Response, fails: boolean): Promise<Problem | Failure> {
    if (response.headers.get("content-type")?.startsWith("application/problem+json") === true) {
      const retryAfter = response.headers.get("retry-after");
      return fromDocument(await this.#json(ctx, response), response.status, retryAfter === null ? {} : { "Retry-After": retryAfter });
    }
    if (fails) return new Failure({ status: response.status, ...(await declaredBody(response)) });
    await response.body?.cancel();
    // Not the domain but something before it answered.
    return this.#unavailable(`answered with status ${response.status} and no explanation`);
  }

  async #json(ctx: Context, response: Response): Promise<unknown> {
    try {
      const text = await response.text();
      return text === "" ? undefined : JSON.parse(text);
    } catch (error) {
      throw this.#broken(ctx, error);
    }
  }

  /** Why a call got no answer: the caller's time was over, or the connection failed. */
  #broken(ctx: Context, cause: unknown): Problem {
    if (!ctx.signal.aborted) return this.#unavailable("could not be reached, or its answer broke off", cause);
    const { reason } = ctx.signal;
    return reason instanceof Problem ? reason : problem.timeout(`The domain ${this.#parts.domain} did not answer in time.`, { cause });
  }

  #unavailable(what: string, cause?: unknown): Problem {
    const { domain } = this.#parts;
    return problem.unavailable(`The domain ${domain} ${what}. Try again later.`, { cause, extensions: { part: domain } });
  }
}

const isChoice = ({ choices }: RemoteCall, { status }: Response): boolean => choices?.some((choice) => choice.status === status) === true;

/** The body of a declared failure, where it is JSON. */
async function declaredBody(response: Response): Promise<{ readonly body?: unknown }> {
  try {
    const text = await response.text();
    return text === "" ? {} : { body: JSON.parse(text) };
  } catch {
    return {};
  }
}

/** The problem that a document tells of (RFC 9457). */
function fromDocument(value: unknown, status: number, headers: Readonly<Record<string, string>> = {}): Problem {
  const document = (typeof value === "object" && value !== null ? value : {}) as Partial<ProblemDocument>;
  const slug = typeof document.type === "string" ? (document.type.split(":").at(-1) ?? "unknown") : "unknown";
  const errors: readonly FieldError[] = Array.isArray(document.errors) ? document.errors : [];
  const told = typeof document.status === "number" ? document.status : status;
  const extensions = Object.fromEntries(
    Object.entries(document).filter((member): member is [string, string] => !known.has(member[0]) && typeof member[1] === "string"),
  );
  return new Problem(told, slug, document.title ?? "Failed elsewhere", document.detail ?? "", { errors, headers, extensions });
}

/** The members of a problem document that RFC 9457 names, and `errors`. */
const known: ReadonlySet<string> = new Set(["type", "title", "status", "detail", "instance", "errors"]);

const spelled: Readonly<Record<string, string>> = { etag: "ETag", "www-authenticate": "WWW-Authenticate" };

/** The headers of a reply, named as specs write them: `Content-Type`, `ETag`. */
function headersIn(response: Response, reads: RemoteCall["reads"] = {}): Record<string, unknown> {
  const headers: Record<string, unknown> = {};
  for (const [name, value] of response.headers) {
    headers[spelled[name] ?? name.replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase())] = value;
  }
  for (const [name, shape] of Object.entries(reads)) {
    const text = response.headers.get(name);
    const entry = entryShape(shape);
    if (text !== null)
      headers[name] = entry === undefined ? fromText(text, shape) : text.split(/\s*,\s*/).map((one) => fromText(one, entry));
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 1) headers["Set-Cookie"] = cookies;
  return headers;
}
