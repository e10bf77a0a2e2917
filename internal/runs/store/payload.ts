/** A value as a row keeps it: its JSON, or null for nothing. */
export type Payload = string | null;

/** Characters of JSON in one payload. What is more belongs in an artifact: rows are read, checked and handed on as a whole. */
export const maxPayload = 8 * 1024 * 1024;
/** Postgres's parser and every function here that goes through a value recurse. */
const maxDepth = 100;

/** A value that no row can keep. The message is the end of a sentence that begins with what the value is. */
export class UnstorablePayload extends Error {}

/**
 * The one way of inputs and outputs into a row: whatever is to be kept elsewhere for its size branches off here.
 * Postgres cannot keep NUL characters and halves of surrogate pairs in JSON, be it in values or in names; they become U+FFFD on both databases.
 * Throws UnstorablePayload for what is too large, nested too deeply or no JSON at all.
 */
export function storedPayload(value: unknown, most = maxPayload): Payload {
  if (value === undefined || value === null) return null;
  const text = jsonOf(value);
  if (text.length > most) throw new UnstorablePayload(`has ${text.length} characters as JSON; ${most} can be kept`);
  if (nestsDeeper(text, maxDepth)) throw new UnstorablePayload(`is nested deeper than ${maxDepth} levels`);
  return text.includes("\\u") ? text.replace(escapes, (found) => (unstorableEscape.test(found) ? "\ufffd" : found)) : text;
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch (cause) {
    // Too deep for the engine's stack, too long for a string, or a circle.
    throw new UnstorablePayload("cannot be written as JSON", { cause });
  }
}

/** One escape, whole: `\\u0000` is a backslash and five characters. JSON.stringify writes only lone surrogates as `\ud…`. */
const escapes = /\\(?:u[0-9a-f]{4}|.)/g;
const unstorableEscape = /^\\u(?:0000|d[89a-f])/;

/** Whether brackets outside of strings nest deeper than `most`. */
function nestsDeeper(text: string, most: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > most) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

/** The value of a payload that was read as text. */
export function readPayload(text: Payload | undefined): unknown {
  return text === null || text === undefined ? null : JSON.parse(text);
}

/** A text that both databases can keep, cut at `most` characters. */
export function storable(text: string, most = Number.POSITIVE_INFINITY): string {
  const whole = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return whole.replaceAll("\0", "\ufffd").toWellFormed();
}

/** A time as a row gives it: text from SQLite, perhaps a Date from Postgres. */
export function readTime(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : new Date(String(value)).toISOString();
}
