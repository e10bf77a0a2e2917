import type { Span } from "../read/source.ts";
import type { View } from "./registry.ts";

/** `token` of RFC 9110, 5.6.2: what headers, and cookies (RFC 6265), can be called. */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** Whether a header or cookie can be called that; else it is reported, and to be left out: no client can send it. */
export function checkHeaderName(name: string, what: "header" | "cookie", place: Span, view: View): boolean {
  if (token.test(name)) return true;
  view.problems.add("ignored", place, `No ${what} can be called ${JSON.stringify(name)} (RFC 9110, "Tokens"): it is left out.`);
  return false;
}
