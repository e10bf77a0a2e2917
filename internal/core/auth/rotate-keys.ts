import { replaceSecretFile } from "../files/secret-file.ts";
import { isOut, jwksOf, keyFile, keySet, makeKey, parseKeys } from "./keys.ts";

export interface Rotation {
  /** The key that signs from now on. */
  readonly signs: string;
  /** Keys that verify until the last token that they signed is out. */
  readonly verify: readonly string[];
  /** Keys that are gone: nothing that they have signed holds any more. */
  readonly gone: readonly string[];
}

/**
 * Puts a new key into the file of signing keys, before the others. `compromised` takes the others away at once: every access token
 * that is out there ends then, and is renewed by its refresh token. Running processes notice within a second.
 * @throws StartError when the file is no file of keys
 */
export async function rotateKeys(path: string, { compromised }: { readonly compromised: boolean }): Promise<Rotation> {
  const text = await keyFile(path);
  // Refuses what is none.
  await parseKeys(text, path);
  const now = Math.floor(Date.now() / 1000);
  const before = jwksOf(text, path);
  const fresh = await makeKey();
  const stay = compromised ? [] : before.filter((key) => !isOut(key, now)).map((key) => ({ ...key, retired: key.retired ?? now }));
  await replaceSecretFile(path, keySet([fresh, ...stay]));
  const named = (keys: typeof before): string[] => keys.map(({ kid }) => kid ?? "(a key without an id)");
  const staying = new Set(named(stay));
  return { signs: fresh.kid ?? "", verify: [...staying], gone: named(before).filter((id) => !staying.has(id)) };
}
