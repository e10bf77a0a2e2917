/** How a replica is doing. */
export interface ReplicaState {
  /** Whether it is asked at all: it answers, follows, and is not too far behind. */
  readonly used: boolean;
  /** How far it is behind at the most; undefined until that is known. */
  readonly lagSeconds: number | undefined;
  /** Why it is not asked. */
  readonly reason?: string;
}

/** A database that follows the first one, and answers reads that may be some seconds old. */
export interface Replica {
  /** Whether it can answer somebody who is to see all that was committed until `seen`, a time by `now`. */
  holds(seen: number): boolean;
  /** A time by the first database's clock, in milliseconds since the epoch: all that was committed until this call has happened before it. */
  now(): number | undefined;
  state(): ReplicaState;
}
