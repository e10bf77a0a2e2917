import type { Compilable, Kysely, SelectQueryBuilder } from "kysely";
import type { Context } from "../context/context.ts";
import type { Cipher } from "../encryption/cipher.ts";
import type { Eventual } from "../eventual/eventual.ts";
import type { Page, SearchQuery } from "./lists.ts";
import type { Metric, Near, NearQuery } from "./near.ts";
import type { Replica } from "./replica.ts";
import type { SearchIndex } from "./search.ts";

export type Dialect = "sqlite" | "postgres" | "memory";

/** What every database offers, the one in memory included. */
export interface Database {
  readonly dialect: Dialect;
  /** What answers reads that may be stale, where there is one. */
  readonly replica?: Replica;
  /**
   * Runs `work` in one transaction: all of it is kept or none. Inside another transaction of this database it joins that one.
   * Whatever `work` throws is thrown on, after the roll-back. The context handed to `work` carries the transaction: use that one.
   * Once a statement in it has failed, a transaction can only roll back, on every database as on Postgres. There, `work` runs again
   * when it lost against another transaction: what it does outside the database belongs into `afterCommit`.
   */
  transact<Result>(ctx: Context, work: (ctx: Context) => Eventual<Result>): Promise<Result>;
  /** Runs `task` once the transaction of `ctx` has committed (at once without one); never when it rolls back. */
  afterCommit(ctx: Context, task: () => void): void;
  /** How much of it is in use at the moment, in numbers with a name; absent where there is nothing to use up. */
  usage?(): Readonly<Record<string, number>>;
  /** Resolves when the database answers; rejects with a 503 problem when not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Stands for a parameter while a query is built; the value comes with each call. */
export type Placeholders<Params> = { readonly [Name in keyof Params]: Params[Name] };

/** A query that was built and prepared once. It runs in the transaction of `ctx`, else on a connection of its own. */
export interface Statement<Params, Row> {
  all(ctx: Context, params: Params): Eventual<Row[]>;
  first(ctx: Context, params: Params): Eventual<Row | undefined>;
  /** Returns how many rows it changed. */
  run(ctx: Context, params: Params): Promise<number>;
}

/** How a listed field is filtered and sorted: its column, and how its values look in the database. */
export interface ListColumn {
  readonly column: string;
  readonly type: "text" | "number" | "boolean" | "time";
  readonly filter: boolean;
  readonly sort: boolean;
  /** false promises that no row has null here: pages then continue by a plain range over the index. */
  readonly nullable?: boolean;
}

/** A family of list queries over one base query; each shape (filters present, sort, cursor) is built and prepared once. */
export interface ListStatement<Params, Row> {
  page<Item, Filter, Sort extends string>(
    ctx: Context,
    params: Params,
    query: SearchQuery<Filter, Sort>,
    toItem: (row: Row) => Item,
  ): Promise<Page<Item>>;
}

/** A family of queries for the rows whose vectors are nearest to one; each shape (filters present) is built and prepared once. */
export interface NearStatement<Params, Row> {
  /** The nearest first. A 422 for a filter that is not offered. */
  nearest<Item, Filter>(
    ctx: Context,
    params: Params,
    vector: Float32Array,
    query: NearQuery<Filter>,
    toItem: (row: Row) => Item,
  ): Promise<readonly Near<Item>[]>;
}

/**
 * When Postgres works out how to go about a statement: once for each connection unless told. A queue is empty most of the time, and a plan
 * made then reads all of it for each row once it is not.
 */
export type Planned = "once" | "each time";

/** A database that is asked in SQL. `Tables` is what kysely-codegen read from it. */
export interface SqlDatabase<Tables> extends Database {
  readonly dialect: "sqlite" | "postgres";
  /** What encrypts values of its rows. */
  readonly cipher: Cipher;
  statement<Params, Row>(
    build: (query: Kysely<Tables>, param: Placeholders<Params>) => Compilable<Row>,
    planned?: Planned,
  ): Statement<Params, Row>;
  /**
   * `build` gives the rows a caller may see, before filter, search, order and limit; the table must have an `id` column.
   * Only with `search` can the list be searched.
   */
  list<Params, Row>(
    build: (query: Kysely<Tables>, param: Placeholders<Params>) => SelectQueryBuilder<Tables, keyof Tables, Row>,
    columns: Readonly<Record<string, ListColumn>>,
    search?: SearchIndex,
  ): ListStatement<Params, Row>;
  /**
   * `build` gives the rows a caller may see, with their `near_vector`, before filter, order and limit. Throws a StartError where this
   * database cannot compare vectors.
   */
  near<Params, Row extends { readonly id: string }>(
    build: (query: Kysely<Tables>, param: Placeholders<Params>) => SelectQueryBuilder<Tables, keyof Tables, Row>,
    columns: Readonly<Record<string, ListColumn>>,
    metric: Metric,
  ): NearStatement<Params, Row>;
}
