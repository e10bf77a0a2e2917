import type { Context } from "../context/context.ts";
import type { Eventual } from "../eventual/eventual.ts";
import type { Database } from "./database.ts";
import { conflict, type Unique } from "./rows.ts";
import { join, type OpenTransaction, openTransaction, refuseFailed, runAfterCommit, transactionOf, whileWanted } from "./transaction.ts";

export interface MemoryRow {
  readonly id: string;
}

/** One table of a database in memory. Rows are copied on the way in and out: the caller's objects and the table's are never the same. */
export interface MemoryTable<Row extends MemoryRow> {
  get(ctx: Context, id: string): Promise<Row | undefined>;
  /** Every row, in the order of insertion. */
  all(ctx: Context): Promise<Row[]>;
  /** A 409 when a row with the same id or the same unique fields is there. */
  insert(ctx: Context, row: Row): Promise<void>;
  /** Puts `row` in the place of the one with its id; returns how many there were. The same 409 as insert. */
  replace(ctx: Context, row: Row): Promise<number>;
  /** Returns how many rows it removed. */
  remove(ctx: Context, id: string): Promise<number>;
}

type Rows = Map<string, MemoryRow>;

/** What a transaction has changed so far; undefined stands for a removed row. */
interface MemoryTransaction extends OpenTransaction {
  readonly changes: Map<Rows, Map<string, MemoryRow | undefined>>;
}

/** A database without a disk, for tests and mocks: the same promises as the others while the process lives, and nothing after. */
export class MemoryDatabase implements Database {
  readonly dialect = "memory";
  readonly #tables = new Map<string, Rows>();
  #last: Promise<unknown> = Promise.resolve();

  async transact<Result>(ctx: Context, work: (ctx: Context) => Eventual<Result>): Promise<Result> {
    const outer = transactionOf(ctx, this);
    if (outer !== undefined) return join(outer, ctx, work);
    const { promise: turn, resolve: done } = Promise.withResolvers<void>();
    const before = this.#last;
    this.#last = before.then(() => turn);
    try {
      await whileWanted(ctx, () => before);
      return await this.#run(ctx, work);
    } finally {
      done();
    }
  }

  async #run<Result>(ctx: Context, work: (ctx: Context) => Eventual<Result>): Promise<Result> {
    const transaction: MemoryTransaction = { ...openTransaction(this), changes: new Map() };
    let result: Result;
    try {
      result = await whileWanted({ ...ctx, transaction }, work);
      refuseFailed(transaction);
    } finally {
      transaction.ended = true;
    }
    for (const [rows, changed] of transaction.changes) {
      for (const [id, row] of changed) {
        if (row === undefined) rows.delete(id);
        else rows.set(id, row);
      }
    }
    runAfterCommit(ctx, transaction.afterCommit);
    return result;
  }

  afterCommit(ctx: Context, task: () => void): void {
    const transaction = transactionOf(ctx, this);
    if (transaction === undefined) task();
    else transaction.afterCommit.push(task);
  }

  /** The table of this name, made at its first mention. `entityName` stands in the sentences of its problems. */
  table<Row extends MemoryRow>(entityName: string, uniques: readonly Unique[]): MemoryTable<Row> {
    const rows = this.#tables.get(entityName) ?? new Map<string, MemoryRow>();
    this.#tables.set(entityName, rows);

    const changesOf = (transaction: OpenTransaction): Map<string, MemoryRow | undefined> => {
      const { changes } = transaction as MemoryTransaction;
      const changed = changes.get(rows) ?? new Map<string, MemoryRow | undefined>();
      changes.set(rows, changed);
      return changed;
    };
    const look = (ctx: Context): Rows => {
      const transaction = transactionOf(ctx, this);
      if (transaction === undefined) return rows;
      refuseFailed(transaction);
      const changed = changesOf(transaction);
      if (changed.size === 0) return rows;
      const merged = new Map(rows);
      for (const [id, row] of changed) {
        if (row === undefined) merged.delete(id);
        else merged.set(id, row);
      }
      return merged;
    };
    const write = <Result>(ctx: Context, change: (seen: Rows, changed: Map<string, MemoryRow | undefined>) => Result): Promise<Result> =>
      this.transact(ctx, async (inner) => {
        const transaction = transactionOf(inner, this);
        if (transaction === undefined) throw new Error("A write in memory needs a transaction.");
        try {
          const result = change(look(inner), changesOf(transaction));
          transaction.writes++;
          return result;
        } catch (error) {
          transaction.failure ??= { cause: error };
          throw error;
        }
      });
    const refuseTwins = (seen: Rows, row: MemoryRow): void => {
      for (const unique of uniques) {
        const key = uniqueKey(unique, row);
        if (key === undefined) continue;
        for (const other of seen.values()) {
          if (other.id !== row.id && uniqueKey(unique, other) === key) throw conflict(entityName, unique.given ?? unique.fields);
        }
      }
    };

    return {
      get: async (ctx, id) => {
        const transaction = transactionOf(ctx, this);
        const changed = transaction && changesOf(transaction);
        return structuredClone(changed?.has(id) ? changed.get(id) : rows.get(id)) as Row | undefined;
      },
      all: async (ctx) => structuredClone([...look(ctx).values()]) as Row[],
      insert: (ctx, row) =>
        write(ctx, (seen, changed) => {
          if (seen.has(row.id)) throw conflict(entityName, ["id"]);
          refuseTwins(seen, row);
          changed.set(row.id, structuredClone(row));
        }),
      replace: (ctx, row) =>
        write(ctx, (seen, changed) => {
          if (!seen.has(row.id)) return 0;
          refuseTwins(seen, row);
          changed.set(row.id, structuredClone(row));
          return 1;
        }),
      remove: (ctx, id) =>
        write(ctx, (seen, changed) => {
          if (!seen.has(id)) return 0;
          changed.set(id, undefined);
          return 1;
        }),
    };
  }

  async ping(): Promise<void> {}

  async close(): Promise<void> {}
}

/** What must differ between rows; undefined when a part of it is null, for null equals nothing (as in SQL). */
function uniqueKey(unique: Unique, row: object): string | undefined {
  const values = unique.fields.concat(unique.owner ?? []).map((field) => (row as Record<string, unknown>)[field] ?? null);
  return values.includes(null) ? undefined : JSON.stringify(values);
}
