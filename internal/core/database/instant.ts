import type { Timestamp } from "./lists.ts";

/**
 * An RFC 3339 time, whatever its offset, as rows keep it: UTC with milliseconds, so that text order is time order. Null stays null.
 * A leap second, which neither JavaScript nor the databases know, becomes the second after it, as POSIX time has it.
 */
export function instant<Time extends Timestamp | null>(time: Time): Time | Timestamp {
  if (time === null) return time;
  const whole = new Date(time);
  if (!Number.isNaN(whole.getTime())) return whole.toISOString();
  const before = new Date(time.replace(/:60(?=\.|[Zz]|[+-])/, ":59"));
  return new Date(Math.floor(before.getTime() / 1000) * 1000 + 1000).toISOString();
}

/** The instant so many milliseconds after another. */
export const later = (time: Timestamp, milliseconds: number): Timestamp => new Date(Date.parse(time) + milliseconds).toISOString();
