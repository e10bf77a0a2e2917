import { problem } from "../problems/problem.ts";

const quoted = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;
const bare = /^[\x21-\x7e]+$/;

/**
 * The Idempotency-Key of a request (IETF draft-ietf-httpapi-idempotency-key-header): a structured field's text, in quotes; a bare one is
 * taken as well, since most clients send that. Undefined when there is none. @throws a 400 problem
 */
export function idempotencyKey(headers: Headers): string | undefined {
  const given = headers.get("idempotency-key")?.trim();
  if (given === undefined) return undefined;
  const key = quoted.exec(given)?.[1]?.replaceAll(/\\(["\\])/g, "$1") ?? (bare.test(given) && !given.includes('"') ? given : "");
  if (key !== "" && key.length <= 255) return key;
  throw problem.malformed(
    'Idempotency-Key must be a text of 1 to 255 printable ASCII characters, such as "8e03978e-40d5-43dd-bc93-6894a57f9324".',
    {
      pointer: "/header/Idempotency-Key",
    },
  );
}
