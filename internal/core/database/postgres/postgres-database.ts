import { setTimeout as pause } from "node:timers/promises";
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type SelectQueryBuilder,
} from "kysely";
import type pg from "pg";
import type { Context } from "../../context/context.ts";
import { type Cipher, noCipher } from "../../encryption/cipher.ts";
import type { Eventual } from "../../eventual/eventual.ts";
import type { ListColumn, ListStatement, NearStatement, Placeholders, Planned, SqlDatabase, Statement } from "../database.ts";
import { listStatement } from "../list-statement.ts";
import type { Metric } from "../near.ts";
import { nearStatement } from "../near-statement.ts";
import { parameters, plan } from "../plan.ts";
import type { SearchIndex } from "../search.ts";
import { join, refuseFailed, runAfterCommit, transactionOf } from "../transaction.ts";
import { lostToAnother, translated } from "./connections.ts";
import { postgresList } from "./postgres-list.ts";
import { postgresNear } from "./postgres-near.ts";
import type { PostgresReplica } from "./postgres-replica.ts";
import { type Host, postgresStatement } from "./postgres-statement.ts";
import { attempt, type PostgresTransaction } from "./postgres-transaction.ts";

/** Builds queries and never runs one. */
function builder<Tables>(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

const mostAttempts = 3;

const asItIs = (value: unknown): unknown => value;

export interface PostgresOptions {
  readonly cipher?: Cipher;
  /** Policies keep rows apart: each statement says whose it may touch. */
  readonly rowSecurity?: boolean;
  readonly replica?: PostgresReplica;
}

/** Postgres: a pool of connections, statements under names. */
export class PostgresDatabase<Tables> implements SqlDatabase<Tables> {
  readonly dialect = "postgres";
  readonly cipher: Cipher;
  readonly replica?: PostgresReplica;
  readonly #pool: pg.Pool;
  readonly #host: Host;
  readonly #query = builder<Tables>();
  #closing: Promise<void> | undefined;

  constructor(pool: pg.Pool, { cipher = noCipher, rowSecurity = false, replica }: PostgresOptions = {}) {
    this.#pool = pool;
    this.#host = { pool, rowSecurity, ...(replica && { replica }) };
    if (replica !== undefined) this.replica = replica;
    this.cipher = cipher;
  }

  /** As the interface says. `work` runs again, up to three times in all, when the transaction lost against another. */
  async transact<Result>(ctx: Context, work: (ctx: Context) => Eventual<Result>): Promise<Result> {
    const outer = transactionOf(ctx, this);
    if (outer !== undefined) return join(outer, ctx, work);
    for (let tries = 1; ; tries++) {
      try {
        const { result, afterCommit } = await attempt(this, this.#pool, ctx, work);
        runAfterCommit(ctx, afterCommit);
        return result;
      } catch (error) {
        if (tries === mostAttempts || !lostToAnother(error)) throw translated(error);
        await pause(Math.random() * 20 * tries);
      }
    }
  }

  afterCommit(ctx: Context, task: () => void): void {
    const transaction = transactionOf(ctx, this);
    if (transaction === undefined) task();
    else transaction.afterCommit.push(task);
  }

  statement<Params, Row>(
    build: (query: Kysely<Tables>, param: Placeholders<Params>) => Compilable<Row>,
    planned: Planned = "once",
  ): Statement<Params, Row> {
    return postgresStatement(this, this.#host, plan(build(this.#query, parameters<Params>()), asItIs), planned === "once");
  }

  list<Params, Row>(
    build: (query: Kysely<Tables>, param: Placeholders<Params>) => SelectQueryBuilder<Tables, keyof Tables, Row>,
    columns: Readonly<Record<string, ListColumn>>,
    search?: SearchIndex,
  ): ListStatement<Params, Row> {
    const base = build(this.#query, parameters<Params>());
    const prepare = (query: Compilable<unknown>, keep: boolean) => postgresStatement(this, this.#host, plan(query, asItIs), keep);
    return listStatement(base, columns, postgresList, prepare, search);
  }

  near<Params, Row extends { readonly id: string }>(
    build: (query: Kysely<Tables>, param: Placeholders<Params>) => SelectQueryBuilder<Tables, keyof Tables, Row>,
    columns: Readonly<Record<string, ListColumn>>,
    metric: Metric,
  ): NearStatement<Params, Row> {
    const base = build(this.#query, parameters<Params>());
    const prepare = (query: Compilable<unknown>, keep: boolean) => postgresStatement(this, this.#host, plan(query, asItIs), keep);
    return nearStatement(base, columns, metric, { ...postgresList, ...postgresNear }, prepare);
  }

  /** Runs several statements, as a migration has them, in the transaction of `ctx`. */
  async script(ctx: Context, sql: string): Promise<void> {
    const transaction = transactionOf(ctx, this) as PostgresTransaction | undefined;
    if (transaction === undefined) throw new Error("A script runs inside a transaction.");
    refuseFailed(transaction);
    try {
      await transaction.query({ text: sql });
    } catch (error) {
      transaction.failure = { cause: error };
      throw translated(error);
    }
  }

  /**
   * Runs statements one after the other, each by itself, on a connection of their own where `prepare` was run: for those that no
   * transaction may hold, or that are to be committed beside one. Gives the result of the last.
   */
  async outside(prepare: string, ...statements: readonly string[]): Promise<pg.QueryResult> {
    const client = await this.#pool.connect();
    try {
      let result = await client.query(prepare);
      for (const statement of statements) result = await client.query(statement);
      return result;
    } catch (error) {
      throw translated(error);
    } finally {
      // What was set stays with the connection, so that nobody else may have it.
      client.release(true);
    }
  }

  usage(): Readonly<Record<string, number>> {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { connections: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async ping(): Promise<void> {
    try {
      await this.#pool.query("select 1");
    } catch (error) {
      throw translated(error);
    }
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([this.replica?.close(), this.#pool.end()]).then(() => {});
    return this.#closing;
  }
}
