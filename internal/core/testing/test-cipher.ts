import { randomBytes } from "node:crypto";
import { type Cipher, cipherOf } from "../encryption/cipher.ts";

/** A cipher whose key nobody else has. */
export const testCipher = (): Cipher => cipherOf(new Map([["test", randomBytes(32)]]));
