import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { replaceSecretFile, secretFile } from "../files/secret-file.ts";
import { StartError } from "../problems/start-error.ts";

/** Keys of AES-256 by their id. The first one encrypts, all of them decrypt. */
export type EncryptionKeys = ReadonlyMap<string, Buffer>;

const keyBytes = 32;
const form = "id:key and then commas and others of the kind; an id is up to 32 letters, digits, - and _, a key 32 bytes in base64";

/** Keys from a text, `id:base64,id:base64`. `source` names the text in errors, which never quote it. @throws StartError */
export function parseEncryptionKeys(text: string, source: string): EncryptionKeys {
  const keys = new Map<string, Buffer>();
  for (const part of text.split(/[,\n]/).map((item) => item.trim())) {
    if (part === "") continue;
    const match = /^([\w-]{1,32}):([A-Za-z0-9+/_-]+={0,2})$/.exec(part);
    const key = Buffer.from(match?.[2] ?? "", "base64");
    if (match?.[1] === undefined || key.length !== keyBytes) throw new StartError(`${source} must be ${form}.`);
    if (keys.has(match[1])) throw new StartError(`${source} has two keys with the id ${match[1]}.`);
    keys.set(match[1], key);
  }
  if (keys.size === 0) throw new StartError(`${source} has no key. It must be ${form}.`);
  return keys;
}

/** The keys of a file, which is made (mode 0600) with a new key when there is none yet. @throws StartError */
export async function loadEncryptionKeys(path: string): Promise<EncryptionKeys> {
  return parseEncryptionKeys(await secretFile(path, async () => `${newEncryptionKey()}\n`), path);
}

/** The keys that the file has by now: another process may have put a new one first. */
export const reloadEncryptionKeys = (path: string): EncryptionKeys => parseEncryptionKeys(readFileSync(path, "utf8"), path);

/** Puts a new key before those of the file, and gives them all. */
export async function addEncryptionKey(path: string): Promise<EncryptionKeys> {
  await loadEncryptionKeys(path);
  await replaceSecretFile(path, `${newEncryptionKey()}\n${readFileSync(path, "utf8")}`);
  return loadEncryptionKeys(path);
}

/** A key with its id, which is random too: a key that was lost and made anew must not pass for the old one. */
export const newEncryptionKey = (): string => `k${randomBytes(4).toString("hex")}:${randomBytes(keyBytes).toString("base64")}`;
