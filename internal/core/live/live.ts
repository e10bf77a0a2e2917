/**
 * Wakes whoever waits for a topic. A wake is a hint and carries nothing: the waiter looks into the database, and polls slowly
 * besides, so that a lost wake costs time and never work.
 */
export interface Live {
  wake(topic: string): void;
  /** Calls `listener` after each wake of the topic; returns how to stop that. */
  subscribe(topic: string, listener: () => void): () => void;
  /** Resolves at the next wake, after `milliseconds`, or when the signal aborts, whichever comes first. */
  next(topic: string, milliseconds: number, signal: AbortSignal): Promise<void>;
}
