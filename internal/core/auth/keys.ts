import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { secretFile } from "../files/secret-file.ts";
import { StartError } from "../problems/start-error.ts";

/** Keys for ES256. The first one of the set signs, all of them verify: a new key put first makes a rotation. */
export interface SigningKeys {
  readonly current: { readonly id: string; readonly key: CryptoKey };
  readonly verifying: ReadonlyMap<string, CryptoKey>;
}

/**
 * The keys of a file, which is made (mode 0600) when there is none yet. Processes that start together agree on one.
 * Throws an Error that says what is wrong with the file.
 */
export async function loadKeys(path: string): Promise<SigningKeys> {
  return parseKeys(await secretFile(path, makeKeys), path);
}

/** Keys from a text: a private JWK on the curve P-256, or a set of them (RFC 7517). `source` names the text in errors. */
export async function parseKeys(text: string, source: string): Promise<SigningKeys> {
  const keys = await Promise.all(jwksOf(text, source).map((jwk) => imported(jwk, source)));
  const [current] = keys;
  if (current === undefined) throw new StartError(`${source} has no key. It must hold a private JWK on the curve P-256, or a set of them.`);
  return { current: { id: current.id, key: current.signing }, verifying: new Map(keys.map(({ id, verifying }) => [id, verifying])) };
}

function jwksOf(text: string, source: string): readonly JWK[] {
  try {
    const value = JSON.parse(text) as JWK & { readonly keys?: readonly JWK[] };
    return Array.isArray(value.keys) ? value.keys : [value];
  } catch {
    // The parser's message could quote the key.
    throw new StartError(`${source} is not valid JSON. It must hold a private JWK on the curve P-256, or a set of them.`);
  }
}

async function imported(jwk: JWK, source: string): Promise<{ id: string; signing: CryptoKey; verifying: CryptoKey }> {
  const { kty, crv, x, y, d } = jwk;
  if (kty !== "EC" || crv !== "P-256" || x === undefined || y === undefined || d === undefined) {
    throw new StartError(`${source} has a key that is not a private JWK on the curve P-256 (kty EC, crv P-256, with x, y and d).`);
  }
  const open = { kty, crv, x, y };
  const [id, signing, verifying] = await Promise.all([
    jwk.kid ?? calculateJwkThumbprint(open),
    importJWK({ ...open, d }, "ES256"),
    importJWK(open, "ES256"),
  ]).catch(() => {
    throw new StartError(`${source} has a key whose numbers are no point on the curve P-256.`);
  });
  return { id, signing: signing as CryptoKey, verifying: verifying as CryptoKey };
}

async function makeKeys(): Promise<string> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return `${JSON.stringify({ keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "ES256", use: "sig" }] })}\n`;
}
