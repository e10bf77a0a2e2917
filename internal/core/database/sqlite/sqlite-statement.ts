import type BetterSqlite3 from "better-sqlite3";
import type { Context } from "../../context/context.ts";
import type { Eventual } from "../../eventual/eventual.ts";
import type { Database, Statement } from "../database.ts";
import type { Plan } from "../plan.ts";
import { type OpenTransaction, refuseFailed, transactionOf } from "../transaction.ts";
import { type Connections, translated } from "./connections.ts";
import type { WriterQueue } from "./writer-queue.ts";

type Prepared = BetterSqlite3.Statement<unknown[], unknown>;

const all = (prepared: Prepared, values: unknown[]): unknown[] => {
  if (prepared.reader) return prepared.all(values);
  prepared.run(values);
  return [];
};
const first = (prepared: Prepared, values: unknown[]): unknown => (prepared.reader ? prepared.get(values) : void prepared.run(values));
const run = (prepared: Prepared, values: unknown[]): number =>
  prepared.reader ? prepared.all(values).length : prepared.run(values).changes;

/** What can be bound as it is; SQLite knows no booleans. */
export const sqliteValue = (value: unknown): unknown => (typeof value === "boolean" ? Number(value) : value);

/** A statement that is prepared once on each connection that needs it, at its first use. */
export function sqliteStatement<Params, Row>(
  database: Database,
  { writer, reader }: Connections,
  queue: WriterQueue,
  { sql, bind }: Plan<Params>,
): Statement<Params, Row> {
  let onWriter: Prepared | undefined;
  let onReader: Prepared | undefined;

  function inside<Result>(transaction: OpenTransaction, act: (prepared: Prepared, values: unknown[]) => Result, values: unknown[]): Result {
    refuseFailed(transaction);
    try {
      onWriter ??= writer.prepare(sql);
      if (!onWriter.readonly) transaction.writes++;
      return act(onWriter, values);
    } catch (error) {
      transaction.failure = { cause: error };
      throw translated(error);
    }
  }

  async function queued<Result>(ctx: Context, act: (prepared: Prepared, values: unknown[]) => Result, values: unknown[]): Promise<Result> {
    try {
      onWriter ??= writer.prepare(sql);
      const prepared = onWriter;
      if (!prepared.readonly) return await queue.add(ctx, true, () => act(prepared, values));
      onReader = reader === writer ? onWriter : reader.prepare(sql);
      if (reader === writer) await queue.quiet();
      return act(onReader, values);
    } catch (error) {
      throw translated(error);
    }
  }

  /** A read beside transactions is done at once: SQLite answers in the same call. */
  function execute<Result>(ctx: Context, act: (prepared: Prepared, values: unknown[]) => Result, params: Params): Eventual<Result> {
    try {
      const values = bind(params);
      const transaction = transactionOf(ctx, database);
      if (transaction !== undefined) return inside(transaction, act, values);
      if (onReader === undefined || reader === writer) return queued(ctx, act, values);
      return act(onReader, values);
    } catch (error) {
      return Promise.reject(translated(error));
    }
  }

  return {
    all: (ctx, params) => execute(ctx, all, params) as Eventual<Row[]>,
    first: (ctx, params) => execute(ctx, first, params) as Eventual<Row | undefined>,
    run: async (ctx, params) => execute(ctx, run, params),
  };
}
