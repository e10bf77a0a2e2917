import { sql } from "kysely";
import type { Context } from "../context/context.ts";
import type { Database, SqlDatabase } from "../database/database.ts";

/** A row as text, and its table. */
export interface RowText {
  readonly table: string;
  readonly row: string;
}

/** A function that reads every row of every table that has one of `texts` in any column. The texts are the test's own, not anybody's input. */
export async function rowsWith(database: Database, ctx: Context, texts: readonly string[]): Promise<() => Promise<readonly RowText[]>> {
  const db = database as SqlDatabase<Record<string, Record<string, string>>>;
  const sqlite = db.dialect === "sqlite";
  const ask = (query: string) =>
    db.statement<object, RowText>((kysely) => kysely.selectFrom(sql<RowText>`(${sql.raw(query)})`.as("found")).selectAll() as never);
  const tables = await ask(
    sqlite
      ? `select name as "table", '' as row from sqlite_master where type = 'table' and name not like 'sqlite_%'`
      : `select tablename as "table", '' as row from pg_tables where schemaname = current_schema()`,
  ).all(ctx, {});
  const statements: ReturnType<typeof ask>[] = [];
  for (const { table } of tables) {
    const columns = sqlite ? await ask(`select name as "table", '' as row from pragma_table_info('${table}')`).all(ctx, {}) : [];
    const whole = sqlite ? columns.map(({ table: column }) => `quote("${column}")`).join(" || ' ' || ") : `"${table}"::text`;
    const has = texts.map((text) => (sqlite ? `instr(${whole}, '${text}') > 0` : `position('${text}' in ${whole}) > 0`));
    statements.push(ask(`select '${table}' as "table", ${whole} as row from "${table}" where ${has.join(" or ")}`));
  }
  return async () => (await Promise.all(statements.map((statement) => statement.all(ctx, {})))).flat();
}
