import type { JsonObject } from "./schema.ts";

/** Headers that operations of a kind take beside their own, by the name of their component. */
export const requestHeaders: Readonly<Record<string, JsonObject>> = {
  IfMatch: {
    name: "If-Match",
    in: "header",
    required: false,
    description: "The ETag that the change is based on (RFC 9110). When it is no longer the current one, the answer is 412.",
    schema: { type: "string" },
  },
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description:
      "A new text for each request. The same request with the same key is done once, and answered again for a day; another request with it gets 422, one that comes while the first is under way 409.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
  },
};

/** Headers that answers of a kind have. */
export const responseHeaders: Readonly<Record<string, JsonObject>> = {
  ETag: { description: "The version, for If-Match.", schema: { type: "string" } },
  RateLimitPolicy: { description: "The quota `q` in each window of `w` seconds.", schema: { type: "string" } },
  RateLimit: { description: "How many calls remain, `r`, and the seconds until there are more, `t`.", schema: { type: "string" } },
};

/** Those of `components` that `paths` refer to; undefined when there are none. */
export function used(group: string, components: Readonly<Record<string, JsonObject>>, paths: JsonObject): JsonObject | undefined {
  const text = JSON.stringify(paths);
  const found = Object.entries(components).filter(([name]) => text.includes(JSON.stringify({ $ref: `#/components/${group}/${name}` })));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
