import { randomInt } from "node:crypto";
import { secretHash } from "../secret.ts";

/** Letters that cannot be taken for one another and spell no words (RFC 8628, 6.1): 34 bits in eight of them. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";
const length = 8;

/** A code for a person to type: `WDJB-MJHT`. */
export function newUserCode(): string {
  const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}

/** What is kept of it, however it was typed. */
export const userCodeHash = (code: string): string => secretHash(`user code ${code.toUpperCase().replaceAll(/[^A-Z]/g, "")}`);
