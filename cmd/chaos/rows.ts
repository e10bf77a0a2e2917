import BetterSqlite3 from "better-sqlite3";
import pg from "pg";

/** A platform's database, for counting what is in it. */
export interface Rows {
  /** The rows of a statement without parameters, in SQL that both databases know. */
  all<Row extends object>(sql: string): Promise<readonly Row[]>;
  /** A table of the news in the journals of runs, one a row, in the column `news`. */
  readonly news: string;
  close(): Promise<void>;
}

export async function postgresRows(url: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    news: "(select jsonb_array_elements(body::jsonb) as news from run_records) as told",
    all: async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows,
    close: () => client.end(),
  };
}

export function sqliteRows(file: string): Rows {
  const database = new BetterSqlite3(file, { readonly: true });
  return {
    news: "(select value as news from run_records, json_each(body)) as told",
    all: async <Row extends object>(sql: string) => database.prepare(sql).all() as Row[],
    close: async () => void database.close(),
  };
}
