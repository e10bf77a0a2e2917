import type { Context } from "../context/context.ts";
import { newId } from "../ids/ids.ts";

/** Whose key it is, and for which operation: keys of two people, or of two operations, never meet. */
export interface Slot {
  readonly organization: string;
  readonly actor: string;
  readonly operation: string;
  readonly key: string;
}

/** An answer as it was given. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** undefined for an answer without a body. */
  readonly body: string | undefined;
}

/** What a slot holds already, or the claim on it. */
export type Claim =
  | { readonly kind: "claimed"; readonly token: string }
  | { readonly kind: "answered"; readonly answer: StoredAnswer }
  | { readonly kind: "running"; readonly milliseconds: number }
  /** The key was used for another request. */
  | { readonly kind: "other" };

/** Keeps claims and answers. */
export interface IdempotencyStore {
  /** Claims the slot for `leaseMilliseconds`, in a transaction of its own, unless it is taken. A claim that ran out may be taken over. */
  claim(ctx: Context, slot: Slot, fingerprint: string, leaseMilliseconds: number): Promise<Claim>;
  /** Keeps the answer, in the transaction of `ctx`. False when the claim was taken over: then nothing of the work may be kept. */
  finish(ctx: Context, slot: Slot, token: string, answer: StoredAnswer): Promise<boolean>;
  /** Gives a claim up whose work came to nothing. */
  release(ctx: Context, slot: Slot, token: string): Promise<void>;
  /** Deletes answers older than a day; returns how many. */
  prune(ctx: Context): Promise<number>;
}

/** How long an answer is given again. */
export const answersLive = 24 * 3_600_000;

/** A row, as both stores keep it. */
export interface SlotRow extends Slot {
  readonly fingerprint: string;
  readonly token: string;
  readonly leasedUntil: number;
  readonly expiresAt: number;
  readonly answer: StoredAnswer | undefined;
}

/** The row of a claim made now. */
export function claimRow(slot: Slot, fingerprint: string, now: number, leaseMilliseconds: number): SlotRow {
  return {
    ...slot,
    fingerprint,
    token: newId("claim"),
    leasedUntil: now + leaseMilliseconds,
    expiresAt: now + answersLive,
    answer: undefined,
  };
}

/** What the row found means for a request that wants to claim it; undefined when it may be taken over. */
export function judge(found: SlotRow, fingerprint: string, now: number): Claim | undefined {
  if (found.expiresAt <= now) return undefined;
  if (found.fingerprint !== fingerprint) return { kind: "other" };
  if (found.answer !== undefined) return { kind: "answered", answer: found.answer };
  return found.leasedUntil > now ? { kind: "running", milliseconds: found.leasedUntil - now } : undefined;
}
