import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type BetterSqlite3 from "better-sqlite3";
import type { Context } from "../../context/context.ts";
import type { Database } from "../database.ts";
import { type OpenTransaction, openTransaction, refuseFailed, runAfterCommit, tooLate, whileWanted } from "../transaction.ts";
import { isBusy, translated, unavailable } from "./connections.ts";

interface Job {
  readonly ctx: Context;
  /** A single statement is atomic by itself and needs no savepoint. */
  readonly statement: boolean;
  work(ctx: Context): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

type Outcome = { readonly job: Job; readonly transaction: OpenTransaction } & (
  | { readonly kept: true; readonly value: unknown }
  | { readonly kept: false; readonly error: unknown }
);

/** A group commits when it has this many transactions, or has been open for this long, so that the first need not wait for ever. */
const largestGroup = 64;
const longestGroup = 20;
/** How long a group waits for another process to finish its transaction. */
const longestWait = 5000;

/**
 * Hands the one writing connection from transaction to transaction. Those that queue together share one BEGIN…COMMIT, and so one
 * sync of the disk, each in a savepoint of its own: one that fails rolls back alone. None is told of its end before the COMMIT,
 * so the work of one must never wait for the end of another.
 */
export class WriterQueue {
  readonly #database: Database;
  readonly #writer: BetterSqlite3.Database;
  readonly #jobs = new Set<Job>();
  #draining: Promise<void> | undefined;
  #group: Promise<void> | undefined;
  #closed = false;

  constructor(database: Database, writer: BetterSqlite3.Database) {
    this.#database = database;
    this.#writer = writer;
  }

  /** How many transactions wait for their turn. */
  get waiting(): number {
    return this.#jobs.size;
  }

  /** Runs `work` in a transaction of its own when its turn comes; a 504 when its caller gives up before. */
  add<Result>(ctx: Context, statement: boolean, work: (ctx: Context) => Result | Promise<Result>): Promise<Result> {
    if (this.#closed) return Promise.reject(unavailable(new Error("The database has been closed.")));
    if (ctx.signal.aborted) return Promise.reject(tooLate(ctx));
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const giveUp = () => {
      if (this.#jobs.delete(job)) reject(tooLate(ctx));
    };
    const settled = () => ctx.signal.removeEventListener("abort", giveUp);
    const job: Job = {
      ctx,
      statement,
      work,
      resolve: (value) => {
        settled();
        resolve(value as Result);
      },
      reject: (error) => {
        settled();
        reject(error);
      },
    };
    ctx.signal.addEventListener("abort", giveUp, { once: true });
    this.#jobs.add(job);
    this.#draining ??= this.#drain();
    return promise;
  }

  /** Resolves when no group is open: for reads on a connection that is also the writer's. */
  async quiet(): Promise<void> {
    while (this.#group !== undefined) await this.#group;
  }

  /** Lets what waits finish, and refuses what comes later. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    do {
      // One turn of the event loop: all requests that arrived together get into the queue, and share the commit.
      await nextTurn();
      this.#group = this.#runGroup();
      await this.#group;
      this.#group = undefined;
    } while (this.#jobs.size > 0);
    this.#draining = undefined;
  }

  async #runGroup(): Promise<void> {
    const outcomes: Outcome[] = [];
    let lost: { readonly error: unknown } | undefined;
    try {
      await this.#begin();
    } catch (error) {
      for (let job = this.#next(); job !== undefined; job = this.#next()) job.reject(translated(error));
      return;
    }
    try {
      const until = performance.now() + longestGroup;
      for (let job = this.#next(); job !== undefined; job = this.#next()) {
        const outcome = job.statement ? this.#runStatement(job) : await this.#runTransaction(job);
        outcomes.push(outcome);
        // A full disk, for one, makes SQLite roll back everything at once.
        if (!this.#writer.inTransaction) throw outcome.kept ? new Error("The transaction is gone.") : outcome.error;
        if (outcomes.length >= largestGroup || performance.now() >= until) break;
      }
      this.#writer.exec("COMMIT");
    } catch (error) {
      lost = { error: unavailable(error) };
      this.#rollBack();
    }
    for (const outcome of outcomes) settle(outcome, lost);
  }

  async #begin(): Promise<void> {
    const until = performance.now() + longestWait;
    for (;;) {
      try {
        this.#writer.exec("BEGIN IMMEDIATE");
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error;
        await pause(Math.random() * 20);
      }
    }
  }

  #next(): Job | undefined {
    const job = this.#jobs.values().next().value;
    if (job !== undefined) this.#jobs.delete(job);
    return job;
  }

  #runStatement(job: Job): Outcome {
    const transaction = openTransaction(this.#database);
    try {
      return { job, transaction, kept: true, value: job.work(job.ctx) };
    } catch (error) {
      return { job, transaction, kept: false, error };
    }
  }

  async #runTransaction(job: Job): Promise<Outcome> {
    const transaction = openTransaction(this.#database);
    try {
      this.#writer.exec("SAVEPOINT own");
      const value = await whileWanted({ ...job.ctx, transaction }, async (ctx) => job.work(ctx));
      refuseFailed(transaction);
      this.#writer.exec("RELEASE own");
      return { job, transaction, kept: true, value };
    } catch (error) {
      this.#undo();
      return { job, transaction, kept: false, error };
    } finally {
      transaction.ended = true;
    }
  }

  /** Rolls one transaction of the group back, or the whole group when that is not possible. */
  #undo(): void {
    try {
      if (this.#writer.inTransaction) this.#writer.exec("ROLLBACK TO own; RELEASE own");
    } catch {
      this.#rollBack();
    }
  }

  #rollBack(): void {
    try {
      if (this.#writer.inTransaction) this.#writer.exec("ROLLBACK");
    } catch {
      // The connection is beyond help; the next BEGIN says so to whoever comes next.
    }
  }
}

function settle(outcome: Outcome, lost: { readonly error: unknown } | undefined): void {
  const { job, transaction } = outcome;
  if (!outcome.kept) {
    job.reject(outcome.error);
  } else if (lost !== undefined) {
    job.reject(lost.error);
  } else {
    runAfterCommit(job.ctx, transaction.afterCommit);
    job.resolve(outcome.value);
  }
}
