import {
  type Compilable,
  DummyDriver,
  Kysely,
  type SelectQueryBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Context } from "../../context/context.ts";
import { type Cipher, noCipher } from "../../encryption/cipher.ts";
import type { Eventual } from "../../eventual/eventual.ts";
import type { ListColumn, ListStatement, NearStatement, Placeholders, SqlDatabase, Statement } from "../database.ts";
import { listStatement } from "../list-statement.ts";
import type { Metric } from "../near.ts";
import { nearStatement } from "../near-statement.ts";
import { parameters, plan } from "../plan.ts";
import type { SearchIndex } from "../search.ts";
import { join, refuseFailed, transactionOf } from "../transaction.ts";
import { type Connections, translated } from "./connections.ts";
import { sqliteList } from "./sqlite-list.ts";
import { loadVectors, sqliteNear } from "./sqlite-near.ts";
import { sqliteStatement, sqliteValue } from "./sqlite-statement.ts";
import { WriterQueue } from "./writer-queue.ts";

/** Builds queries and never runs one. */
function builder<Tables>(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** SQLite: one writing connection behind a queue, one reading connection beside it. */
export class SqliteDatabase<Tables> implements SqlDatabase<Tables> {
  readonly dialect = "sqlite";
  readonly cipher: Cipher;
  readonly #connections: Connections;
  readonly #queue: WriterQueue;
  readonly #query = builder<Tables>();

  constructor(connections: Connections, cipher = noCipher) {
    this.#connections = connections;
    this.cipher = cipher;
    this.#queue = new WriterQueue(this, connections.writer);
  }

  async transact<Result>(ctx: Context, work: (ctx: Context) => Eventual<Result>): Promise<Result> {
    const transaction = transactionOf(ctx, this);
    return transaction === undefined ? this.#queue.add(ctx, false, work) : join(transaction, ctx, work);
  }

  afterCommit(ctx: Context, task: () => void): void {
    const transaction = transactionOf(ctx, this);
    if (transaction === undefined) task();
    else transaction.afterCommit.push(task);
  }

  statement<Params, Row>(build: (query: Kysely<Tables>, param: Placeholders<Params>) => Compilable<Row>): Statement<Params, Row> {
    const built = plan<Params>(build(this.#query, parameters<Params>()), sqliteValue);
    return sqliteStatement(this, this.#connections, this.#queue, built);
  }

  list<Params, Row>(
    build: (query: Kysely<Tables>, param: Placeholders<Params>) => SelectQueryBuilder<Tables, keyof Tables, Row>,
    columns: Readonly<Record<string, ListColumn>>,
    search?: SearchIndex,
  ): ListStatement<Params, Row> {
    const base = build(this.#query, parameters<Params>());
    const prepare = (query: Compilable<unknown>) => sqliteStatement(this, this.#connections, this.#queue, plan(query, sqliteValue));
    return listStatement(base, columns, sqliteList, prepare, search);
  }

  near<Params, Row extends { readonly id: string }>(
    build: (query: Kysely<Tables>, param: Placeholders<Params>) => SelectQueryBuilder<Tables, keyof Tables, Row>,
    columns: Readonly<Record<string, ListColumn>>,
    metric: Metric,
  ): NearStatement<Params, Row> {
    loadVectors(this.#connections);
    const base = build(this.#query, parameters<Params>());
    const prepare = (query: Compilable<unknown>) => sqliteStatement(this, this.#connections, this.#queue, plan(query, sqliteValue));
    return nearStatement(base, columns, metric, { ...sqliteList, ...sqliteNear }, prepare);
  }

  /** Runs several statements, as a migration has them, in the transaction of `ctx`. */
  async script(ctx: Context, sql: string): Promise<void> {
    const transaction = transactionOf(ctx, this);
    if (transaction === undefined) throw new Error("A script runs inside a transaction.");
    refuseFailed(transaction);
    try {
      this.#connections.writer.exec(sql);
    } catch (error) {
      transaction.failure = { cause: error };
      throw translated(error);
    }
  }

  /**
   * Runs `work` while foreign keys are not enforced, as SQLite wants it where a table is made anew: dropping the old one would
   * delete what refers to its rows. Only while nothing else writes; `checkForeignKeys` belongs before each commit.
   */
  async withoutForeignKeys<Result>(work: () => Promise<Result>): Promise<Result> {
    const { writer } = this.#connections;
    writer.pragma("foreign_keys = OFF");
    try {
      return await work();
    } finally {
      writer.pragma("foreign_keys = ON");
    }
  }

  /** Throws when a row refers to one that is not there. */
  checkForeignKeys(): void {
    const [first] = this.#connections.writer.pragma("foreign_key_check") as { readonly table: string; readonly parent: string }[];
    if (first !== undefined) throw new Error(`A row of ${first.table} refers to one that ${first.parent} does not have.`);
  }

  usage(): Readonly<Record<string, number>> {
    return { waiting: this.#queue.waiting };
  }

  async ping(): Promise<void> {
    try {
      this.#connections.reader.prepare("select 1").get();
    } catch (error) {
      throw translated(error);
    }
  }

  async close(): Promise<void> {
    await this.#queue.close();
    this.#connections.reader.close();
    this.#connections.writer.close();
  }
}
