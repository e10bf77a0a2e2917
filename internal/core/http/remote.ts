import type { Context } from "../context/context.ts";
import { type FieldError, Problem, type ProblemDocument, problem } from "../problems/problem.ts";
import type { Chosen } from "./choice-answers.ts";
import { Failure } from "./declared-failure.ts";
import { encodeBody } from "./encode-body.ts";
import { parseEventStream } from "./event-stream-parser.ts";
import type { Reply, StreamEvent } from "./operation.ts";
import { headersOf, type RemoteCall, urlOf } from "./remote-request.ts";
import { fromText } from "./shape.ts";

export interface RemoteParts {
  /** Name of the domain, for people who read the 503. */
  readonly domain: string;
  /** Where its operations are, base path included: `http://runs:8080/api/v1`. */
  readonly url: string;
  /** The Authorization header for a call: the caller's own token, or one of this service. */
  readonly authorize: (ctx: Context) => string | Promise<string>;
}

/** A domain that runs in another process. What goes wrong there comes back as the same problem; what goes wrong on the way as 503 or 504. */
export class Remote {
  readonly #parts: RemoteParts;

  constructor(parts: RemoteParts) {
    this.#parts = parts;
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

  /** What an operation answers that only domains of one process may call of each other: a 503. */
  async inProcessOnly(operation: string): Promise<never> {
    throw this.#unavailable(`runs in another process, where ${operation} cannot be called`);
  }

  async #send(ctx: Context, call: RemoteCall): Promise<Response> {
    const { url, authorize } = this.#parts;
    const headers = headersOf(ctx, call, await authorize(ctx));
    const { body } = call;
    const sent = body === undefined ? {} : { body: encodeBody(body, call.bodyType), duplex: "half" as const };
    const response = await fetch(urlOf(url, call), {
      method: call.method.toUpperCase(),
      headers,
      signal: ctx.signal,
      redirect: call.fails === true || call.answer === "choice" ? "manual" : "error",
      ...sent,
    }).catch((error) => {
      throw this.#broken(ctx, error);
    });
    if (response.ok || isChoice(call, response)) return response;
    throw await this.#refusal(ctx, response, call.fails === true);
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
    if (text !== null) headers[name] = fromText(text, shape);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 1) headers["Set-Cookie"] = cookies;
  return headers;
}
