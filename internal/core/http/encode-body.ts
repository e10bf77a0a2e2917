import { nested } from "./styled.ts";

/** A request's body as its media type wants it; JSON without one. Streams go as they are. */
export function encodeBody(body: unknown, mediaType: string | undefined): string | FormData | URLSearchParams | ReadableStream {
  if (body instanceof ReadableStream) return body;
  if (mediaType === undefined || /^application\/(?:[\w.+-]+\+)?json\b/.test(mediaType)) return JSON.stringify(body);
  if (mediaType.startsWith("multipart/")) return multipart(body);
  if (mediaType.startsWith("application/x-www-form-urlencoded"))
    return new URLSearchParams(fields(body).map(([name, value]) => [name, value]));
  return typeof body === "string" ? body : JSON.stringify(body);
}

const entries = (body: unknown): [string, unknown][] =>
  typeof body === "object" && body !== null ? Object.entries(body).filter(([, value]) => value !== undefined) : [];

const fields = (body: unknown): (readonly [string, string])[] => entries(body).flatMap(([name, value]) => nested(name, value));

function multipart(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of entries(body)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (items.some((item) => item instanceof Blob)) for (const item of items) form.append(name, item as Blob);
    else for (const [key, text] of nested(name, value)) form.append(key, text);
  }
  return form;
}
