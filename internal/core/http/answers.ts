import { setHeaders } from "./choice-answers.ts";
import type { Bytes } from "./contents.ts";
import type { Operation, Reply } from "./operation.ts";
import { etagOf, isKnown } from "./preconditions.ts";

/** Makes the response of what a service answered. */
export type Answer = (result: unknown, request: Request, requestId: string) => Response;

/** Decides once how the answers of an operation look. Streams of events have a file of their own. */
export function answerOf(operation: Operation<never>): Answer {
  if (operation.answer === "reply") return replyAnswer(operation.status);
  if (operation.answer === "none") return noneAnswer(operation.status);
  if (operation.answer === "text") return textAnswer(operation.status, operation.mediaType ?? "text/plain");
  return operation.etag === true ? entityAnswer(operation.status) : jsonAnswer(operation.status, operation.mediaType);
}

function textAnswer(status: number, mediaType: string): Answer {
  const type = /;\s*charset=/i.test(mediaType) ? mediaType : `${mediaType}; charset=utf-8`;
  return (result, _request, requestId) =>
    new Response(String(result), {
      status,
      headers: {
        "Content-Type": type,
        "Cache-Control": "no-store",
        // A text may be a page, and what is in it is not ours.
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "X-Request-Id": requestId,
      },
    });
}

function jsonAnswer(status: number, mediaType = "application/json"): Answer {
  return (result, _request, requestId) =>
    new Response(JSON.stringify(result), {
      status,
      headers: {
        "Content-Type": mediaType,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Request-Id": requestId,
      },
    });
}

/** What is kept is kept for one token: another may see less of the same version, or mean another organization's. */
const cached = { "Cache-Control": "private, no-cache", Vary: "Authorization" };
/** A session in cookies goes on under the same address as another person, or in another organization, and browsers ignore `Vary: Cookie`. */
const uncached = { "Cache-Control": "no-store" };

/** An entity with its version as ETag: a client without cookies may keep it, and must ask each time whether it still holds. */
function entityAnswer(status: number): Answer {
  const plain = jsonAnswer(status);
  return (result, request, requestId) => {
    const etag = etagOf(result);
    if (etag === undefined) return plain(result, request, requestId);
    const keepable = request.headers.has("authorization") || !request.headers.has("cookie");
    if (keepable && status === 200 && (request.method === "GET" || request.method === "HEAD") && isKnown(request.headers, etag)) {
      return new Response(null, { status: 304, headers: { ETag: etag, ...cached, "X-Request-Id": requestId } });
    }
    return new Response(JSON.stringify(result), {
      status,
      headers: {
        "Content-Type": "application/json",
        ...(keepable ? cached : uncached),
        ETag: etag,
        "X-Content-Type-Options": "nosniff",
        "X-Request-Id": requestId,
      },
    });
  };
}

function noneAnswer(status: number): Answer {
  return (_result, _request, requestId) =>
    new Response(null, { status, headers: { "Cache-Control": "no-store", "X-Request-Id": requestId } });
}

/** Headers that the service chose, and JSON, bytes, or nothing. `Headers` refuses values that would break out of a header. */
function replyAnswer(status: number): Answer {
  return (result, request, requestId) => {
    const { body, headers: chosen } = result as Reply<unknown, Readonly<Record<string, unknown>>>;
    const bytes = body instanceof ReadableStream ? (body as Bytes) : undefined;
    try {
      const headers = new Headers({ "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Request-Id": requestId });
      setHeaders(headers, chosen);
      if (bytes !== undefined) return bytesResponse(bytes, request, status, headers);
      if (body === undefined) return new Response(null, { status, headers });
      headers.set("Content-Type", "application/json");
      return new Response(JSON.stringify(body), { status, headers });
    } catch (error) {
      // Nobody will read the stream now: let go of the file behind it.
      bytes?.cancel().catch(() => {});
      throw error;
    }
  };
}

function bytesResponse(bytes: Bytes, request: Request, status: number, headers: Headers): Response {
  if (!headers.has("content-type")) headers.set("Content-Type", "application/octet-stream");
  // What people uploaded must not run as a page of this origin.
  headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
  const etag = headers.get("etag");
  const known = etag !== null && status === 200 && isKnown(request.headers, etag);
  if (!known && request.method !== "HEAD") return new Response(bytes, { status, headers });
  bytes.cancel().catch(() => {});
  if (known) headers.delete("content-length");
  return new Response(null, { status: known ? 304 : status, headers });
}
