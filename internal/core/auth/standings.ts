import { LRUCache } from "lru-cache";
import type { Live } from "../live/live.ts";
import type { Log } from "../telemetry/log.ts";
import { type Standing, standingTopic } from "./standing.ts";

/** Read anew beside requests, from this age on. */
const freshMilliseconds = 1500;
/** Never used beyond this age: requests wait for what is read. What ended dies so long after at the latest, on every replica. */
const longestMilliseconds = 3000;
const mostKept = 10_000;

interface Kept<Known extends Standing> {
  standing: Known | undefined;
  /** When what is known was asked for: what changed before that is in it. */
  asked: number;
  reading: Promise<Known | undefined> | undefined;
  /** How often something changed: what was asked for before is not believed after. */
  changes: number;
  leave(): void;
}

export interface StandingsParts {
  readonly live: Live;
  readonly log: Log;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/**
 * Standings in memory, by a key: one read for each in a second and a half, off the way of requests; a change that Live tells of makes
 * the next request wait for a new one.
 */
export class Standings<Known extends Standing> {
  readonly #live: Live;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #kept = new LRUCache<string, Kept<Known>>({ max: mostKept, dispose: (kept) => kept.leave() });

  constructor({ live, log, now = () => performance.now() }: StandingsParts) {
    this.#live = live;
    this.#log = log;
    this.#now = now;
  }

  /** The standing of this key, at once when it is known; `read` is called when it has to be asked for. */
  get<From>(key: string, from: From, read: (from: From) => Promise<Known | undefined>): Known | undefined | Promise<Known | undefined> {
    const kept = this.#kept.get(key);
    if (kept === undefined) return this.#read(this.#keep(key), from, read);
    const age = this.#now() - kept.asked;
    if (age < freshMilliseconds) return kept.standing;
    if (age >= longestMilliseconds) return kept.reading ?? this.#read(kept, from, read);
    if (kept.reading === undefined) {
      this.#read(kept, from, read).catch((err: unknown) => {
        this.#log.warn({ err }, "What a caller may do could not be read again; it is tried again at the next request.");
      });
    }
    return kept.standing;
  }

  #keep(key: string): Kept<Known> {
    const kept: Kept<Known> = { standing: undefined, asked: Number.NEGATIVE_INFINITY, reading: undefined, changes: 0, leave() {} };
    this.#kept.set(key, kept);
    return kept;
  }

  #read<From>(kept: Kept<Known>, from: From, read: (from: From) => Promise<Known | undefined>): Promise<Known | undefined> {
    const asked = this.#now();
    const { changes } = kept;
    const reading = read(from)
      .then((standing) => {
        if (kept.changes === changes) {
          this.#listen(kept, standing);
          kept.standing = standing;
          kept.asked = asked;
        }
        return standing;
      })
      .finally(() => {
        if (kept.reading === reading) kept.reading = undefined;
      });
    kept.reading = reading;
    return reading;
  }

  /** Listens for changes of those whom the standing is about. */
  #listen(kept: Kept<Known>, standing: Known | undefined): void {
    kept.leave();
    if (standing === undefined) {
      kept.leave = () => {};
      return;
    }
    const { actor, organization } = standing;
    const user = actor.kind === "user" ? actor.id : actor.user;
    const changed = (): void => {
      kept.changes++;
      kept.asked = Number.NEGATIVE_INFINITY;
      kept.reading = undefined;
    };
    const ids = new Set([actor.id, organization, user ?? ""].filter((id) => id !== ""));
    const leaves = [...ids].map((id) => this.#live.subscribe(standingTopic(id), changed));
    kept.leave = () => {
      for (const leave of leaves) leave();
    };
  }
}
