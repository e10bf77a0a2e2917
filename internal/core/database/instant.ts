import type { Timestamp } from "./lists.ts";

/** An RFC 3339 time, whatever its offset, as rows keep it: UTC with milliseconds. Null stays null. */
export const instant = <Time extends Timestamp | null>(time: Time): Time | Timestamp => time && new Date(time).toISOString();

/** The instant so many milliseconds after another. */
export const later = (time: Timestamp, milliseconds: number): Timestamp => new Date(Date.parse(time) + milliseconds).toISOString();
