import { randomUUID } from "node:crypto";
import { link, open, readFile, rm, stat } from "node:fs/promises";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
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
  const text = await readFile(path, "utf8").catch(unlessMissing);
  if (text === undefined) {
    await create(path);
    return loadKeys(path);
  }
  const { mode } = await stat(path);
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    throw new StartError(`${path} holds private keys and others can read it. Run: chmod 600 ${path}`);
  }
  return parseKeys(text, path);
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

/** Written aside and then linked: nobody sees half a file, and of several that try, one wins. */
async function create(path: string): Promise<void> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const aside = `${path}.${randomUUID()}`;
  const file = await open(aside, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "ES256", use: "sig" }] })}\n`);
    await file.sync();
    await link(aside, path).catch(unlessThere);
  } finally {
    await file.close();
    await rm(aside);
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
