import type { StoredAnswer } from "./idempotency-store.ts";

/** What belongs to one exchange, not to the answer: it is new each time. */
const ofTheExchange = new Set(["x-request-id"]);

/** Takes an answer apart, so that it can be kept. The response cannot be read after that. */
export async function storedAnswer(response: Response): Promise<StoredAnswer> {
  const headers: Record<string, string | readonly string[]> = {};
  for (const [name, value] of response.headers) if (!ofTheExchange.has(name)) headers[name] = value;
  // The one header that may come several times and cannot be joined with commas (RFC 9110, 5.3).
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  const body = response.body === null ? undefined : await response.text();
  return { status: response.status, headers, body };
}

/** The response of an answer that was kept. */
export function responseOf({ status, headers, body }: StoredAnswer, requestId: string): Response {
  const all = new Headers({ "X-Request-Id": requestId });
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === "string") all.set(name, value);
    else for (const one of value) all.append(name, one);
  }
  return new Response(body ?? null, { status, headers: all });
}
