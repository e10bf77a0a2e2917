import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { EncryptionKeys } from "./keys.ts";

/** Where a value stands. It is bound to its place: a ciphertext that was copied to another row or column does not open there. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly id: string;
}

/** Encrypts values of rows with AES-256-GCM (NIST SP 800-38D). */
export interface Cipher {
  /** `v1:<key id>:<base64url of nonce, tag and ciphertext>` */
  seal(text: string, place: Place): string;
  /** Throws an Error, which does not quote the value, when the key is not there, or the value was changed or moved. */
  open(sealed: string, place: Place): string;
  /** Whether the value is encrypted with the key that encrypts now. */
  isCurrent(sealed: string): boolean;
}

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
const pattern = /^v1:([\w-]{1,32}):([\w-]+)$/;

/** A cipher with these keys. `reload` gives the keys anew when a value names one that is not among them. */
export function cipherOf(given: EncryptionKeys, reload?: () => EncryptionKeys): Cipher {
  let keys = given;
  let current = firstOf(keys);

  function keyOf(id: string): Buffer | undefined {
    const known = keys.get(id);
    if (known !== undefined || reload === undefined) return known;
    keys = reload();
    current = firstOf(keys);
    return keys.get(id);
  }

  return {
    seal(text, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, current.key, nonce, { authTagLength: tagBytes });
      cipher.setAAD(boundTo(current.id, place));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `v1:${current.id}:${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
    },
    open(sealed, place) {
      const [, id = "", content = ""] = pattern.exec(sealed) ?? [];
      const bytes = Buffer.from(content, "base64url");
      if (bytes.length < nonceBytes + tagBytes) throw new Error(`${named(place)} is not encrypted, though the spec says that it is.`);
      const key = keyOf(id);
      if (key === undefined)
        throw new Error(`${named(place)} is encrypted with the key ${id}, which is not among the encryption keys. Put it back.`);
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAAD(boundTo(id, place));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8");
      } catch {
        throw new Error(`${named(place)} cannot be decrypted: it was changed, or moved here from another place.`);
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`v1:${current.id}:`),
  };
}

/** The cipher of a database that was opened without keys: nothing can be encrypted there. */
export const noCipher: Cipher = {
  seal: () => refuse(),
  open: () => refuse(),
  isCurrent: () => refuse(),
};

function refuse(): never {
  throw new Error("This database was opened without encryption keys, and the spec has fields that are encrypted.");
}

function firstOf(keys: EncryptionKeys): { readonly id: string; readonly key: Buffer } {
  for (const [id, key] of keys) return { id, key };
  throw new Error("A cipher needs a key.");
}

/** JSON keeps the parts apart, whatever is in them. */
const boundTo = (key: string, { table, column, id }: Place): Buffer => Buffer.from(JSON.stringify(["v1", key, table, column, id]));

const named = ({ table, column, id }: Place): string => `The value in ${table}.${column} of ${id}`;
