/** The first database at one moment. */
export interface Sample {
  /** When this process asked, in milliseconds of `performance.now()`. */
  readonly asked: number;
  /** The database's own clock, in milliseconds since the epoch. */
  readonly clock: number;
  /** Up to where its log (WAL) was written, in bytes. */
  readonly position: number;
}

/** More would say no better how far a replica is behind. */
const mostSamples = 200;

/**
 * How far a replica has come: it holds what the first database held at the last moment whose position it has passed. No clocks of two
 * machines are compared, and an idle database, whose last transaction may be hours old, makes nobody late.
 */
export class ReplicaProgress {
  #waiting: Sample[] = [];
  #passed: Sample | undefined;
  #latest: Sample | undefined;

  /** The last moment of the first database that the replica holds. */
  get passed(): Sample | undefined {
    return this.#passed;
  }

  /** The last moment of the first database that is known. */
  get latest(): Sample | undefined {
    return this.#latest;
  }

  sample(sample: Sample): void {
    this.#latest = sample;
    this.#waiting.push(sample);
    if (this.#waiting.length > mostSamples) this.#waiting.splice(1, 1);
  }

  /** The replica has replayed the log up to here. */
  replayed(position: number): void {
    const reached = this.#waiting.findLast((sample) => sample.position <= position);
    if (reached === undefined) return;
    this.#passed = reached;
    this.#waiting = this.#waiting.slice(this.#waiting.indexOf(reached) + 1);
  }

  /** What was known of the replica holds no more: it was lost, and may come back as another. */
  forget(): void {
    this.#waiting = [];
    this.#passed = undefined;
  }
}
