import { Hono } from "hono";
import type { KeyRing } from "./key-ring.ts";

/** Long enough to spare requests, short enough that a verifier elsewhere learns of a rotation before old keys are out. */
const cacheSeconds = 300;

/** `/.well-known/jwks.json`: the public keys (RFC 7517), with which anybody can check an access token without a shared secret. */
export function jwksRoute(keys: KeyRing): Hono {
  return new Hono().get("/.well-known/jwks.json", async (c) =>
    c.body(JSON.stringify({ keys: await keys.published() }), 200, {
      "Content-Type": "application/jwk-set+json",
      "Cache-Control": `public, max-age=${cacheSeconds}`,
      "X-Content-Type-Options": "nosniff",
    }),
  );
}
