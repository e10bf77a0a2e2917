import { createHash } from "node:crypto";
import type pg from "pg";
import type { Context } from "../../context/context.ts";
import type { Database, Statement } from "../database.ts";
import type { Plan } from "../plan.ts";
import { refuseFailed, tooLate, transactionOf, whileWanted } from "../transaction.ts";
import { connectionLost, translated } from "./connections.ts";
import type { PostgresReplica } from "./postgres-replica.ts";
import type { PostgresTransaction } from "./postgres-transaction.ts";
import { type RowScope, rowScope } from "./row-scope.ts";
import { ask } from "./scoped-query.ts";

/** Where statements run: on connections of a pool and, with `rowSecurity`, each in the scope of its context. */
export interface Host {
  readonly pool: pg.Pool;
  readonly rowSecurity: boolean;
  /** Where reads go whose context says that they may be stale. */
  readonly replica?: PostgresReplica;
}

/** A statement with a name (when `keep`), under which each connection that ran it keeps its plan for good. */
export function postgresStatement<Params, Row>(
  database: Database,
  { pool, rowSecurity, replica }: Host,
  { sql: text, writes, bind }: Plan<Params>,
  keep: boolean,
): Statement<Params, Row> {
  const named = keep ? { name: `s${createHash("sha256").update(text).digest("base64url").slice(0, 20)}`, text } : { text };

  function alone(ctx: Context, config: pg.QueryConfig, scope: RowScope | undefined): Promise<pg.QueryResult> {
    if (writes) return ask(pool, config, scope);
    return replica !== undefined && ctx.stale === true ? readStale(replica, ctx, pool, config, scope) : read(pool, config, scope);
  }

  /** For as long as its caller wants it. While nobody watches a request, the server alone keeps its deadline, and answers then. */
  function whenAlone(ctx: Context, config: pg.QueryConfig, scope: RowScope | undefined): Promise<pg.QueryResult> {
    if (ctx.life?.watched !== false) return whileWanted(ctx, () => alone(ctx, config, scope));
    if (ctx.deadline <= Date.now()) throw tooLate(ctx);
    return alone(ctx, config, scope);
  }

  async function execute(ctx: Context, params: Params): Promise<pg.QueryResult> {
    const config = { ...named, values: bind(params) };
    const scope = rowSecurity ? rowScope(ctx) : undefined;
    const transaction = transactionOf(ctx, database) as PostgresTransaction | undefined;
    try {
      if (transaction === undefined) return await whenAlone(ctx, config, scope);
      refuseFailed(transaction);
      if (writes) transaction.writes++;
      return await transaction.query(config, scope);
    } catch (error) {
      if (transaction !== undefined) transaction.failure ??= { cause: error };
      throw translated(error);
    }
  }

  return {
    all: async (ctx, params) => (await execute(ctx, params)).rows as Row[],
    first: async (ctx, params) => (await execute(ctx, params)).rows[0] as Row | undefined,
    run: async (ctx, params) => (await execute(ctx, params)).rowCount ?? 0,
  };
}

const furtherTries = 3;

/** A read that met a connection which had died in the pool is asked again on another: it changes nothing. */
async function read(pool: pg.Pool, config: pg.QueryConfig, scope: RowScope | undefined): Promise<pg.QueryResult> {
  for (let left = furtherTries; ; left--) {
    try {
      return await ask(pool, config, scope);
    } catch (error) {
      if (left === 0 || !connectionLost(error)) throw error;
    }
  }
}

/** Whatever keeps the replica from answering (it is gone, is too busy, or lacks a table still) is for the first database to decide. */
async function readStale(
  replica: PostgresReplica,
  ctx: Context,
  pool: pg.Pool,
  config: pg.QueryConfig,
  scope: RowScope | undefined,
): Promise<pg.QueryResult> {
  try {
    return await replica.ask(config, scope);
  } catch (error) {
    if (ctx.signal.aborted) throw error;
    return read(pool, config, scope);
  }
}
