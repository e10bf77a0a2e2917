import type { Bytes } from "./contents.ts";
import { streamHeaders } from "./server-sent-events.ts";

/** One of the answers that an operation may give. */
export interface AnswerChoice {
  readonly status: number;
  readonly kind: "none" | "json" | "text" | "binary" | "sse";
  readonly mediaType?: string;
}

/** What a service gives where it may answer in several ways: which one, and its body. */
export interface Chosen {
  readonly status: number;
  readonly mediaType?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** Makes the response of what a service chose, by `stream` when it is events; an answer that the operation does not declare is a fault of the service. */
export async function chosenAnswer(
  choices: readonly AnswerChoice[],
  chosen: Chosen,
  request: Request,
  requestId: string,
  stream: (events: AsyncIterable<unknown>) => Promise<Response>,
): Promise<Response> {
  const { status, mediaType, body } = chosen;
  const choice = choices.find((one) => one.status === status && (mediaType === undefined || one.mediaType === mediaType));
  if (choice === undefined) throw new Error(`The service answered ${status} ${mediaType ?? ""}, which its operation does not declare.`);
  if (choice.kind === "sse") {
    if (request.method === "HEAD") return new Response(null, { status, headers: streamHeaders(requestId) });
    return await stream(body as AsyncIterable<unknown>);
  }
  const headers = new Headers({ "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Request-Id": requestId });
  setHeaders(headers, chosen.headers ?? {});
  if (choice.kind === "none") return new Response(null, { status, headers });
  if (choice.mediaType !== undefined && !headers.has("content-type")) headers.set("Content-Type", choice.mediaType);
  if (choice.kind === "json") return new Response(JSON.stringify(body), { status, headers });
  // What people uploaded or wrote must not run as a page of this origin.
  headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
  return new Response(choice.kind === "text" ? String(body) : (body as Bytes), { status, headers });
}

/** Sets headers that a service chose; a list is sent as several, an object as JSON. `Headers` refuses values that would break out of one. */
export function setHeaders(headers: Headers, chosen: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(chosen)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, String(one));
    else if (typeof value === "object" && value !== null) headers.set(name, JSON.stringify(value));
    else if (value !== undefined && value !== null) headers.set(name, String(value));
  }
}
