/**
 * The one way of inputs and outputs into a row and out of it: whatever is to be kept elsewhere for its size branches off here.
 * Postgres cannot keep NUL characters and halves of surrogate pairs in JSON; they become U+FFFD on both databases.
 */
export function storedPayload(value: unknown): string | null {
  return value === undefined || value === null
    ? null
    : JSON.stringify(value, (_, item: unknown) => (typeof item === "string" ? storable(item) : item));
}

/** The value of a payload that was read as text. */
export function readPayload(text: string | null | undefined): unknown {
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
