import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Context } from "../context/context.ts";
import type { SqlDatabase } from "../database/database.ts";
import { parameters } from "../database/plan.ts";

/** A statement and the way in which its database would go about it, whatever its parameters are. */
export interface QueryPlan {
  readonly sql: string;
  readonly plan: string;
}

/** The plans of all statements that `make` has a database prepare. */
export async function queryPlans<Tables>(
  database: SqlDatabase<Tables>,
  ctx: Context,
  make: (database: SqlDatabase<Tables>) => unknown,
): Promise<readonly QueryPlan[]> {
  const postgres = database.dialect === "postgres";
  const builder = new Kysely<Tables>({
    dialect: {
      createAdapter: () => (postgres ? new PostgresAdapter() : new SqliteAdapter()),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => (postgres ? new PostgresIntrospector(db) : new SqliteIntrospector(db)),
      createQueryCompiler: () => (postgres ? new PostgresQueryCompiler() : new SqliteQueryCompiler()),
    },
  });
  const statements: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
  make(
    new Proxy(database, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name !== "statement") return typeof value === "function" ? value.bind(target) : value;
        return (build: (query: Kysely<Tables>, param: never) => Compilable) => {
          statements.push(build(builder, parameters() as never).compile());
          return (value as (build: unknown) => unknown).call(target, build);
        };
      },
    }),
  );
  const plans: QueryPlan[] = [];
  for (const { sql, parameters: slots } of statements) {
    const explained = {
      sql: `${postgres ? "explain (generic_plan)" : "explain query plan"} ${sql}`,
      parameters: slots.map(() => null),
      query: { kind: "SelectQueryNode" },
    };
    const rows = await database.statement<object, Record<string, unknown>>(() => ({ compile: () => explained }) as never).all(ctx, {});
    plans.push({ sql, plan: rows.map((row) => String(postgres ? row["QUERY PLAN"] : row.detail)).join("\n") });
  }
  return plans;
}

/** Those that read all of a table, or all that an organization has in it. */
export function wholeTableReads(plans: readonly QueryPlan[], tables: readonly string[]): readonly QueryPlan[] {
  const names = tables.join("|");
  const whole = new RegExp(`Seq Scan on (${names})\\b|^SCAN (${names})$|^SEARCH (${names}) .*\\(organization_id=\\?\\)$`, "m");
  return plans.filter(({ plan }) => whole.test(plan));
}
