import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { secretFile } from "../files/secret-file.ts";
import { StartError } from "../problems/start-error.ts";

/** Keys for ES256. The first one of the set signs, all of them verify: a new key put first makes a rotation. */
export interface SigningKeys {
  readonly current: { readonly id: string; readonly key: CryptoKey };
  readonly verifying: ReadonlyMap<string, CryptoKey>;
  /** What others need to verify, and nothing more (RFC 7517). */
  readonly published: readonly JWK[];
  /** When the first of them is out, in seconds since the epoch; Infinity where none was retired. */
  readonly until: number;
}

/** A private key as it is kept. `retired`: the seconds since the epoch when another one took its place. */
export interface KeptKey extends JWK {
  readonly retired?: number;
}

/** The longest that an access token can be set to live, and a minute for clocks that differ. */
const retirementSeconds = 3600 + 60;

/** From when on no token that a key has signed can be out there any more, in seconds since the epoch. */
const outAt = ({ retired }: KeptKey): number => (typeof retired === "number" ? retired + retirementSeconds : Number.POSITIVE_INFINITY);

/** Whether that is now. */
export const isOut = (key: KeptKey, nowSeconds: number): boolean => outAt(key) <= nowSeconds;

/**
 * The keys of a file, which is made (mode 0600) when there is none yet. Processes that start together agree on one.
 * Throws an Error that says what is wrong with the file.
 */
export async function loadKeys(path: string): Promise<SigningKeys> {
  return parseKeys(await keyFile(path), path);
}

/** The text of that file. */
export function keyFile(path: string): Promise<string> {
  return secretFile(path, async () => keySet([await makeKey()]));
}

/** Keys as a text: a set of JWKs. */
export const keySet = (keys: readonly KeptKey[]): string => `${JSON.stringify({ keys })}\n`;

/** A new private key, named by its thumbprint (RFC 7638). */
export async function makeKey(): Promise<KeptKey> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "ES256", use: "sig" };
}

/** Keys from a text: a private JWK on the curve P-256, or a set of them (RFC 7517). `source` names the text in errors. */
export async function parseKeys(text: string, source: string): Promise<SigningKeys> {
  const now = Math.floor(Date.now() / 1000);
  const kept = jwksOf(text, source).filter((key, index) => index === 0 || !isOut(key, now));
  const keys = await Promise.all(kept.map((jwk) => imported(jwk, source)));
  const [current] = keys;
  if (current === undefined) throw new StartError(`${source} has no key. It must hold a private JWK on the curve P-256, or a set of them.`);
  return {
    current: { id: current.id, key: current.signing },
    verifying: new Map(keys.map(({ id, verifying }) => [id, verifying])),
    published: keys.map(({ open, id }) => ({ ...open, kid: id, alg: "ES256", use: "sig" })),
    // The first one signs, whatever is written beside it.
    until: Math.min(...kept.slice(1).map(outAt)),
  };
}

/** The JWKs of a text, unchecked. */
export function jwksOf(text: string, source: string): readonly KeptKey[] {
  try {
    const value = JSON.parse(text) as KeptKey & { readonly keys?: readonly KeptKey[] };
    return Array.isArray(value.keys) ? value.keys : [value];
  } catch {
    // The parser's message could quote the key.
    throw new StartError(`${source} is not valid JSON. It must hold a private JWK on the curve P-256, or a set of them.`);
  }
}

interface Imported {
  readonly id: string;
  readonly signing: CryptoKey;
  readonly verifying: CryptoKey;
  readonly open: JWK;
}

async function imported(jwk: JWK, source: string): Promise<Imported> {
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
  return { id, signing: signing as CryptoKey, verifying: verifying as CryptoKey, open };
}
