import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { Log } from "../../telemetry/log.ts";
import type { Replica, ReplicaState } from "../replica.ts";
import { connect } from "./connections.ts";
import { ReplicaProgress } from "./replica-progress.ts";
import type { RowScope } from "./row-scope.ts";
import { ask } from "./scoped-query.ts";

export interface ReplicaOptions {
  readonly url: string;
  /** Milliseconds by which it may be behind. */
  readonly mostLag: number;
  readonly log: Log;
}

export interface ReplicaPool {
  /** Where the first database is. */
  readonly primaryUrl: string;
  readonly size: number;
  readonly idle: number;
  readonly rowSecurity: boolean;
}

/** Between two looks at both servers, and how long an answer to one may take. */
const interval = 250;
const patience = 2000;
/** Longer than the server itself allows: the connection is dead, and whoever waited has gone elsewhere. */
const deadAfter = 40_000;

const unknown = "It is not known yet how far it has come.";

/** A copy has the identifier of what it was made from; an address may lead elsewhere one day. */
const identity = "(select system_identifier from pg_control_system()) || '/' || current_database() || '/' || current_user as identity";
const lookAtPrimary = `select extract(epoch from clock_timestamp())::float8 * 1000 as clock, (pg_current_wal_flush_lsn() - '0/0')::float8 as position, ${identity}`;
const lookAtReplica = `select pg_is_in_recovery() as follows, (pg_last_wal_replay_lsn() - '0/0')::float8 as position, ${identity}`;

/**
 * A standby by streaming replication. It is looked at several times a second, apart from what is asked of it; once it does not answer,
 * all that it was asked is asked elsewhere at once, until it answers again.
 */
export class PostgresReplica implements Replica {
  readonly #options: ReplicaOptions;
  readonly #progress = new ReplicaProgress();
  readonly #primary: pg.Pool;
  readonly #standby: pg.Pool;
  readonly #openPool: () => pg.Pool;
  readonly #underWay = new Set<(reason: Error) => void>();
  readonly #stopping = new AbortController();
  readonly #looking: Promise<void>;
  /** Absent while it is lost. */
  #pool: pg.Pool | undefined;
  #reason: string | undefined = unknown;
  /** Why it was not used when that was logged last; undefined while it is. */
  #logged: string | undefined = unknown;
  #identity: string | undefined;

  constructor(options: ReplicaOptions, { primaryUrl, size, idle, rowSecurity }: ReplicaPool) {
    this.#options = options;
    const watching = { connectionTimeoutMillis: patience, query_timeout: patience };
    this.#primary = connect(primaryUrl, 1, idle, false, watching);
    this.#standby = connect(options.url, 1, idle, false, watching);
    this.#openPool = () => connect(options.url, size, idle, rowSecurity, { connectionTimeoutMillis: patience, query_timeout: deadAfter });
    this.#looking = this.#watch();
  }

  /** Asks the replica. Rejects, at the latest two seconds after it is gone, for the caller to ask elsewhere. */
  ask(config: pg.QueryConfig, scope: RowScope | undefined): Promise<pg.QueryResult> {
    if (this.#pool === undefined) return Promise.reject(new Error(`The replica is not used. ${this.#reason}`));
    const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult>();
    this.#underWay.add(reject);
    ask(this.#pool, config, scope)
      .then(resolve, reject)
      .finally(() => this.#underWay.delete(reject));
    return promise;
  }

  holds(seen: number): boolean {
    const { passed } = this.#progress;
    return passed !== undefined && passed.clock >= seen && this.#used();
  }

  now(): number | undefined {
    const { latest } = this.#progress;
    // The clock was read after this process had asked: so much time has passed since at the most.
    return latest && Math.ceil(latest.clock + performance.now() - latest.asked);
  }

  state(): ReplicaState {
    const { passed } = this.#progress;
    const lagSeconds = passed && (performance.now() - passed.asked) / 1000;
    if (this.#used()) return { used: true, lagSeconds };
    const late = passed === undefined ? unknown : "It is further behind than DATABASE_REPLICA_LAG_SECONDS allows.";
    return { used: false, lagSeconds, reason: this.#reason ?? late };
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    this.#lose("The process stops.");
    await this.#looking;
    await Promise.allSettled([this.#primary.end(), this.#standby.end()]);
  }

  #used(): boolean {
    const { passed } = this.#progress;
    return this.#pool !== undefined && passed !== undefined && performance.now() - passed.asked <= this.#options.mostLag;
  }

  async #watch(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const failure = await this.#look();
      if (signal.aborted) return;
      if (failure === undefined) this.#find();
      else this.#lose(failure);
      this.#tell();
      await pause(interval, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  /** Notes where both are. Why the replica cannot be asked, if it cannot. */
  async #look(): Promise<string | undefined> {
    const asked = performance.now();
    const [primary, standby] = await Promise.allSettled([
      this.#primary.query<{ clock: number; position: number; identity: string }>(lookAtPrimary),
      this.#standby.query<{ follows: boolean; position: number | null; identity: string }>(lookAtReplica),
    ]);
    if (primary.status === "fulfilled") {
      const [row] = primary.value.rows;
      this.#identity = row?.identity;
      if (row !== undefined) this.#progress.sample({ asked, clock: row.clock, position: row.position });
    }
    if (standby.status === "rejected") return `It does not answer: ${standby.reason instanceof Error ? standby.reason.message : ""}`;
    const [row] = standby.value.rows;
    if (row?.follows !== true || row.position === null) return "It follows no other server.";
    // A first database that is away for a while does not make its replica another one.
    if (this.#identity === undefined) return "The first database does not answer.";
    if (row.identity !== this.#identity) return "It is no copy of the first database, or has another login.";
    this.#progress.replayed(row.position);
    return undefined;
  }

  #find(): void {
    if (this.#pool !== undefined || this.#stopping.signal.aborted) return;
    this.#pool = this.#openPool();
    this.#reason = undefined;
  }

  #tell(): void {
    const { reason } = this.state();
    if (reason === this.#logged || reason === unknown) return;
    this.#logged = reason;
    if (reason === undefined) this.#options.log.info({}, "The replica is used.");
    else this.#options.log.warn({ reason }, "The replica is not used: reads that may be old go to the first database.");
  }

  #lose(reason: string): void {
    this.#reason = reason;
    const lost = this.#pool;
    this.#pool = undefined;
    this.#progress.forget();
    for (const reject of this.#underWay) reject(new Error(reason));
    // Nobody waits for connections that may never answer.
    lost?.end().catch(() => {});
  }
}
