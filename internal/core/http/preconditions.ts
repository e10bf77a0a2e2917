import { problem } from "../problems/problem.ts";

const entityTag = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;
const version = /^[1-9]\d{0,14}$/;
// Versions start at 1, so this one is never there: what it guards is then stale, whatever its version.
const impossible = -1;

/** The entity tag of a version (RFC 9110, 8.8.3). */
export function etagOf(entity: unknown): string | undefined {
  const value = typeof entity === "object" && entity !== null ? (entity as { readonly version?: unknown }).version : undefined;
  return typeof value === "number" ? `"${value}"` : undefined;
}

/** The version that If-Match asks for; undefined when absent or `*`. A tag that no version has, or a weak one, matches nothing. */
export function expectedVersion(headers: Headers): number | undefined {
  const text = headers.get("if-match")?.trim();
  if (text === undefined || text === "*") return undefined;
  const match = entityTag.exec(text);
  if (match === null) {
    throw problem.malformed('If-Match must be one entity tag such as "3", or *.', { pointer: "/header/If-Match" });
  }
  const [, weak, tag = ""] = match;
  return weak === undefined && version.test(tag) ? Number(tag) : impossible;
}

/** Whether If-None-Match names this tag, by the weak comparison of RFC 9110, 13.1.2. */
export function isKnown(headers: Headers, etag: string): boolean {
  const text = headers.get("if-none-match");
  if (text === null) return false;
  if (text === etag || text.trim() === "*") return true;
  return text.split(",").some((part) => part.trim().replace(/^W\//, "") === etag);
}
