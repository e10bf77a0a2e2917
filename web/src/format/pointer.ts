/** JSON Pointers (RFC 6901). */

/** "/a~1b/0" as ["a/b", "0"]; "" is the whole. */
export const parsePointer = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

export const toPointer = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** What a pointer leads to; undefined when nothing is there. */
export function readPointer(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of parsePointer(pointer)) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return found;
}
