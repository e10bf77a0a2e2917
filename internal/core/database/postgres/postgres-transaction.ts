import type pg from "pg";
import type { Context } from "../../context/context.ts";
import type { Eventual } from "../../eventual/eventual.ts";
import type { Database } from "../database.ts";
import { type OpenTransaction, openTransaction, refuseFailed, tooLate, whileWanted } from "../transaction.ts";
import { type RowScope, sameScope } from "./row-scope.ts";
import { ask } from "./scoped-query.ts";

/** An open transaction and its connection, which does one thing after the other. */
export interface PostgresTransaction extends OpenTransaction {
  query(config: pg.QueryConfig, scope?: RowScope): Promise<pg.QueryResult>;
}

/** What one attempt at a transaction came to. */
export interface Attempt<Result> {
  readonly result: Result;
  readonly afterCommit: readonly (() => void)[];
}

/** Runs `work` between BEGIN and COMMIT on a connection of `pool`. Errors come as pg made them. */
export async function attempt<Result>(
  database: Database,
  pool: pg.Pool,
  ctx: Context,
  work: (ctx: Context) => Eventual<Result>,
): Promise<Attempt<Result>> {
  const client = await checkOut(pool, ctx);
  let last: Promise<unknown> = Promise.resolve();
  let running = 0;
  let current: RowScope | undefined;
  const query = (config: pg.QueryConfig, scope?: RowScope): Promise<pg.QueryResult> => {
    running++;
    // A scope holds until the transaction ends, or a statement of another one comes.
    const other = scope === undefined || sameScope(scope, current) ? undefined : scope;
    current = scope ?? current;
    // The server takes them in the order in which they are sent, and answers in that order.
    const result = ask(client, config, other).finally(() => running--);
    last = result.catch(() => {});
    return result;
  };
  const transaction: PostgresTransaction = { ...openTransaction(database), query };
  let broken = false;
  try {
    // Whatever fails here fails with the connection, and with it the first statement, which goes along.
    const begun = query({ text: "BEGIN" });
    begun.catch(() => {});
    const result = await whileWanted({ ...ctx, transaction }, work);
    transaction.ended = true;
    await begun;
    await last;
    refuseFailed(transaction);
    const { command } = await query({ text: "COMMIT" });
    // To a COMMIT after a failed statement the server answers ROLLBACK, and no error.
    if (command !== "COMMIT") throw new Error("The transaction was rolled back instead of committed.");
    return { result, afterCommit: transaction.afterCommit };
  } catch (error) {
    transaction.ended = true;
    // Nobody waits any more for what still runs: closing the connection rolls it back.
    if (ctx.signal.aborted && running > 0) broken = true;
    else await query({ text: "ROLLBACK" }).catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A connection of the pool; when its caller gives up waiting, it goes back as soon as it comes. */
async function checkOut(pool: pg.Pool, ctx: Context): Promise<pg.PoolClient> {
  if (ctx.signal.aborted) throw tooLate(ctx);
  const connecting = pool.connect();
  try {
    return await whileWanted(ctx, () => connecting);
  } catch (error) {
    connecting.then((client) => client.release()).catch(() => {});
    throw error;
  }
}
