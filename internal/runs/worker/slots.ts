import type { Held } from "./held.ts";

/** A place of a worker that is kept for one step. */
export interface Slot {
  readonly worker: string;
  /** When the lease of the step runs out unless it is renewed; milliseconds since the epoch. */
  readonly until: number;
  /** Does the step, whose lease is committed. */
  begin(held: Held): void;
  /** For when nothing came of it. */
  giveBack(): void;
}

/** Gives a slot, or undefined while the worker has none to spare. */
export type Lender = () => Slot | undefined;

/**
 * The slots of the workers in this process. A step that becomes ready here may begin at once in one of them, without a way through the
 * queue; where no worker lends any, it is queued.
 */
export interface Slots {
  take: Lender;
  /** Offers the slots of a worker; gives what withdraws the offer. */
  lend(lender: Lender): () => void;
}

export function slots(): Slots {
  const lenders = new Set<Lender>();
  return {
    take() {
      for (const lender of lenders) {
        const slot = lender();
        if (slot !== undefined) return slot;
      }
      return undefined;
    },
    lend(lender) {
      lenders.add(lender);
      return () => void lenders.delete(lender);
    },
  };
}
