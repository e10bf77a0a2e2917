import type { Context, Transaction } from "../context/context.ts";
import type { Eventual } from "../eventual/eventual.ts";
import { problem } from "../problems/problem.ts";
import type { Database } from "./database.ts";

/** What a transaction of any of our databases keeps while it is open. */
export interface OpenTransaction extends Transaction {
  readonly database: Database;
  /** How many statements have changed something so far. */
  writes: number;
  /** Set once a statement failed: all that is left is the roll-back, on every database as on Postgres. */
  failure: { readonly cause: unknown } | undefined;
  ended: boolean;
  readonly afterCommit: (() => void)[];
}

/** The fields that every open transaction starts with. */
export function openTransaction(database: Database): OpenTransaction {
  return { database, writes: 0, failure: undefined, ended: false, afterCommit: [] };
}

/**
 * The transaction of `ctx` when it is one of `database`, undefined when there is none.
 * A context that outlives its transaction is a mistake in the program: an Error, not a problem.
 */
export function transactionOf(ctx: Context, database: Database): OpenTransaction | undefined {
  const transaction = ctx.transaction as OpenTransaction | undefined;
  if (transaction === undefined || transaction.database !== database) return undefined;
  if (transaction.ended) {
    throw new Error(
      "This context belongs to a transaction that has ended. Use the context that was handed to `work` only inside it, and await what it starts.",
    );
  }
  return transaction;
}

/** Throws when a statement of the transaction has failed before. */
export function refuseFailed(transaction: OpenTransaction): void {
  if (transaction.failure !== undefined) {
    throw new Error("This transaction can only roll back, because a statement in it failed; the first failure is the cause.", {
      cause: transaction.failure.cause,
    });
  }
}

/** Runs `work` as a part of `transaction`. A part that throws after it wrote dooms the whole: half of it must not be kept. */
export async function join<Result>(transaction: OpenTransaction, ctx: Context, work: (ctx: Context) => Eventual<Result>): Promise<Result> {
  const writesBefore = transaction.writes;
  try {
    return await work(ctx);
  } catch (error) {
    if (transaction.writes !== writesBefore) transaction.failure ??= { cause: error };
    throw error;
  }
}

/** The 504 of a caller whose deadline passed, or who has gone. */
export function tooLate(ctx: Context): Error {
  return problem.timeout("The deadline of this call passed before the database was done with it. Try again, or ask for less at once.", {
    cause: ctx.signal.reason,
  });
}

/** Runs `work` and waits for it as long as its caller does, so that nobody holds a connection past the deadline. */
export function whileWanted<Result>(ctx: Context, work: (ctx: Context) => Eventual<Result>): Promise<Result> {
  if (ctx.signal.aborted) return Promise.reject(tooLate(ctx));
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const abort = () => reject(tooLate(ctx));
  ctx.signal.addEventListener("abort", abort, { once: true });
  const running = async () => work(ctx);
  running().then(resolve, reject);
  return promise.finally(() => ctx.signal.removeEventListener("abort", abort));
}

/** Runs the tasks that waited for a commit. They cannot undo it: one that throws is logged, and the next runs. */
export function runAfterCommit(ctx: Context, tasks: readonly (() => void)[]): void {
  for (const task of tasks) {
    try {
      task();
    } catch (error) {
      ctx.log.error({ err: error }, "A task after a commit failed.");
    }
  }
}
