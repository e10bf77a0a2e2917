import type { Compilable, OperationNode } from "kysely";
import type { Context } from "../context/context.ts";
import type { Eventual } from "../eventual/eventual.ts";
import { isSampled } from "../telemetry/traceparent.ts";
import type { Traced, Tracing } from "../telemetry/tracing.ts";
import type { ListStatement, NearStatement, Planned, SqlDatabase, Statement } from "./database.ts";

const systems = { postgres: "postgresql", sqlite: "sqlite" } as const;

/**
 * The database, with a span for each statement and each transaction of a trace that is recorded. A span says what is done to which table,
 * never with which values; what belongs to no trace, such as the looking around of workers, has none.
 */
export function tracedDatabase<Tables>(database: SqlDatabase<Tables>, tracing: Tracing): SqlDatabase<Tables> {
  const system = systems[database.dialect];
  const client = (name: string, attributes = {}): Traced => ({
    name,
    kind: "client",
    attributes: { "db.system.name": system, ...attributes },
  });
  const transaction = client("transaction");

  /** What is here at once stays so where nothing is recorded. */
  function within<Result>(ctx: Context, what: Traced, work: (trace: string | undefined) => Promise<Result>): Promise<Result>;
  function within<Result>(ctx: Context, what: Traced, work: (trace: string | undefined) => Eventual<Result>): Eventual<Result>;
  function within<Result>(ctx: Context, what: Traced, work: (trace: string | undefined) => Eventual<Result>): Eventual<Result> {
    if (ctx.trace === undefined || !isSampled(ctx.trace)) return work(ctx.trace);
    return tracing.within(ctx.trace, what, async (trace) => work(trace));
  }

  /** What the query that `build` gives is called; known once it is built. */
  function named<Args extends unknown[], Query extends Compilable<unknown>>(build: (...args: Args) => Query) {
    const told = { what: client("QUERY") };
    const wrapped = (...args: Args): Query => {
      const query = build(...args);
      const [operation, table] = summaryOf(query.compile().query);
      told.what = client(`${operation} ${table}`, { "db.operation.name": operation, "db.collection.name": table });
      return query;
    };
    return [wrapped, told] as const;
  }

  return {
    dialect: database.dialect,
    cipher: database.cipher,
    ...(database.replica && { replica: database.replica }),
    transact: (ctx, work) =>
      // A part of a transaction belongs to its span.
      ctx.transaction === undefined
        ? within(ctx, transaction, (trace) => database.transact(trace === ctx.trace ? ctx : { ...ctx, trace }, work))
        : database.transact(ctx, work),
    afterCommit: (ctx, task) => database.afterCommit(ctx, task),
    usage: () => database.usage?.() ?? {},
    ping: () => database.ping(),
    close: () => database.close(),
    statement<Params, Row>(build: Parameters<typeof database.statement<Params, Row>>[0], planned?: Planned): Statement<Params, Row> {
      const [wrapped, told] = named(build);
      const statement = database.statement<Params, Row>(wrapped, planned);
      return {
        all: (ctx, params) => within(ctx, told.what, () => statement.all(ctx, params)),
        first: (ctx, params) => within(ctx, told.what, () => statement.first(ctx, params)),
        run: (ctx, params) => within(ctx, told.what, () => statement.run(ctx, params)),
      };
    },
    list<Params, Row>(...[build, ...rest]: Parameters<typeof database.list<Params, Row>>): ListStatement<Params, Row> {
      const [wrapped, told] = named(build);
      const list = database.list<Params, Row>(wrapped, ...rest);
      return { page: (ctx, ...args) => within(ctx, told.what, () => list.page(ctx, ...args)) };
    },
    near<Params, Row extends { readonly id: string }>(
      ...[build, ...rest]: Parameters<typeof database.near<Params, Row>>
    ): NearStatement<Params, Row> {
      const [wrapped, told] = named(build);
      const near = database.near<Params, Row>(wrapped, ...rest);
      return { nearest: (ctx, ...args) => within(ctx, told.what, () => near.nearest(ctx, ...args)) };
    },
  };
}

const operations: Readonly<Record<string, string>> = {
  SelectQueryNode: "SELECT",
  InsertQueryNode: "INSERT",
  UpdateQueryNode: "UPDATE",
  DeleteQueryNode: "DELETE",
};

/** What a query does, and the first table that it names. */
function summaryOf(root: OperationNode): readonly [operation: string, table: string] {
  return [operations[root.kind] ?? "QUERY", tableIn(root) ?? ""];
}

function tableIn(node: unknown): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const { kind, into, from, table, froms, node: inner, identifier } = node as Readonly<Record<string, unknown>>;
  if (kind === "TableNode") return tableIn(table);
  if (kind === "SchemableIdentifierNode") return (identifier as { readonly name: string }).name;
  for (const place of [into, table, from, inner, ...(Array.isArray(froms) ? froms : [])]) {
    const found = tableIn(place);
    if (found !== undefined) return found;
  }
  return undefined;
}
