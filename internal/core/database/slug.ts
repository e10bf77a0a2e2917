import { createHash } from "node:crypto";

/**
 * A text as a part of an address: its letters and digits of ASCII in lower case, accents folded, `-` between them, at most `longest`
 * characters. A text without any gets a hash of itself, so that two of them differ. Null stays null.
 */
export function slug<Text extends string | null>(text: Text, longest: number): Text | string {
  if (text === null) return text;
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "");
  const short = plain.slice(0, longest).replace(/-$/, "");
  return short === "" ? createHash("sha256").update(text).digest("hex").slice(0, Math.min(longest, 12)) : short;
}
