import { Agent, type Dispatcher, fetch, type Response } from "undici";
import { guardedConnector, PrivateAddress } from "./guarded-connector.ts";

export interface OutboundLimits {
  /** From the first look-up to the last byte, redirects included. */
  readonly timeoutMilliseconds: number;
  /** Of the answer, after decompression. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

export interface OutboundRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
  /** The traceparent of what asks for it. */
  readonly trace?: string | undefined;
}

export interface OutboundAnswer {
  /** Where the last redirect led. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Why no answer came, in a sentence for whoever gave the URL. `passing` when the same request may succeed later. */
export class OutboundError extends Error {
  readonly passing: boolean;

  constructor(message: string, options: { readonly cause?: unknown; readonly passing?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.name = "OutboundError";
    this.passing = options.passing ?? false;
  }
}

export interface Outbound {
  /** Rejects with an OutboundError, or with the signal's reason when it aborts. */
  request(request: OutboundRequest, limits: OutboundLimits): Promise<OutboundAnswer>;
  close(): Promise<void>;
}

/** Headers that belong to the connection, or that could make a server take this request for another's (RFC 9110, 7.6.1). */
const refusedHeaders =
  /^(host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive|via|forwarded|x-forwarded-.*|x-real-ip|proxy-.*|sec-.*)$/i;

/** All that another origin gets to see after a redirect: any other header may be a secret. */
const harmlessHeaders = new Set(["accept", "accept-language", "content-type", "user-agent"]);

/** The names among `headers` that a caller may not set. */
export function refusedHeaderNames(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(headers).filter((name) => refusedHeaders.test(name));
}

/**
 * HTTP for URLs that users give. Only http and https; only public addresses unless `allowPrivate`; redirects are followed by hand,
 * so that each hop is checked like the first; time and size are limited.
 */
export function outbound({ allowPrivate }: { readonly allowPrivate: boolean }): Outbound {
  const connectTimeout = 10_000;
  const agent = new Agent({ connect: allowPrivate ? { timeout: connectTimeout, allowH2: false } : guardedConnector(connectTimeout) });

  return {
    async request(request, limits) {
      const timeout = AbortSignal.timeout(limits.timeoutMilliseconds);
      try {
        return await follow(agent, request, limits, AbortSignal.any([timeout, request.signal]));
      } catch (error) {
        if (request.signal.aborted) throw request.signal.reason;
        if (timeout.aborted) {
          throw new OutboundError(`No complete answer came within ${limits.timeoutMilliseconds} ms.`, { cause: error, passing: true });
        }
        throw explain(error);
      }
    },
    close: () => agent.close(),
  };
}

async function follow(agent: Dispatcher, request: OutboundRequest, limits: OutboundLimits, signal: AbortSignal): Promise<OutboundAnswer> {
  let url = checkedUrl(request.url);
  let { method, headers, body } = request;
  for (let hops = 0; ; hops++) {
    const response = await fetch(url, { dispatcher: agent, method, headers, body: body ?? null, redirect: "manual", signal });
    const location = redirection(response);
    if (location === undefined) {
      return { url: url.href, status: response.status, headers: Object.fromEntries(response.headers), body: await read(response, limits) };
    }
    await response.body?.cancel();
    if (hops >= limits.maxRedirects) throw new OutboundError(`The address redirects more than ${limits.maxRedirects} times.`);

    const next = checkedUrl(location, url);
    if (response.status === 303 || (response.status <= 302 && method === "POST")) {
      method = method === "HEAD" ? "HEAD" : "GET";
      body = undefined;
    }
    if (next.origin !== url.origin) headers = onlyHarmless(headers);
    url = next;
  }
}

function checkedUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  if (url === null) throw new OutboundError("The URL cannot be read.");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new OutboundError("Only http and https URLs can be requested.");
  if (url.username !== "" || url.password !== "")
    throw new OutboundError("A URL with a user name or password in it is refused; use a header.");
  return url;
}

function redirection(response: Response): string | undefined {
  const redirects = [301, 302, 303, 307, 308].includes(response.status);
  return redirects ? (response.headers.get("location") ?? undefined) : undefined;
}

function onlyHarmless(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => harmlessHeaders.has(name.toLowerCase())));
}

async function read(response: Response, { maxBytes }: OutboundLimits): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by a throw cancels the stream.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new OutboundError(`The answer is larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function explain(error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof PrivateAddress) return new OutboundError(cause.message, { cause });
  const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
  return new OutboundError(`The server could not be reached, or broke off its answer${code}.`, { cause: error, passing: true });
}
