import type { Kysely } from "kysely";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import type { Cipher } from "./cipher.ts";

/** The encrypted columns of a table. */
export interface EncryptedTable {
  readonly table: string;
  readonly columns: readonly string[];
}

type Row = Readonly<Record<string, string | null>> & { readonly id: string };
type AnyTables = Record<string, Row>;

const rowsAtATime = 200;

/**
 * Encrypts every value anew that is not encrypted with the first key; gives how many. It may run beside a working platform, and again:
 * a value that changes meanwhile is left to whoever changed it. A value that cannot be opened ends it with an Error that names the place.
 */
export async function rotateEncryption(database: SqlDatabase<never>, tables: readonly EncryptedTable[], ctx: Context): Promise<number> {
  let count = 0;
  const everywhere = acrossOrganizations(ctx);
  for (const table of tables) count += await rotateTable(database as unknown as SqlDatabase<AnyTables>, database.cipher, table, everywhere);
  return count;
}

async function rotateTable(
  database: SqlDatabase<AnyTables>,
  cipher: Cipher,
  { table, columns }: EncryptedTable,
  ctx: Context,
): Promise<number> {
  const some = database.statement((query: Kysely<AnyTables>, param: Placeholders<{ after: string }>) =>
    query
      .selectFrom(table)
      .select(["id", ...columns])
      .where("id", ">", param.after)
      .orderBy("id")
      .limit(rowsAtATime),
  );
  const updates = columns.map((column) => ({
    column,
    statement: database.statement((query: Kysely<AnyTables>, param: Placeholders<{ id: string; before: string; after: string }>) =>
      query
        .updateTable(table)
        .set({ [column]: param.after })
        .where("id", "=", param.id)
        .where(column, "=", param.before),
    ),
  }));
  let count = 0;
  for (let after = ""; ; ) {
    const rows = (await some.all(ctx, { after })) as Row[];
    for (const row of rows) {
      for (const { column, statement } of updates) {
        const before = row[column];
        if (before === undefined || before === null || cipher.isCurrent(before)) continue;
        const place = { table, column, id: row.id };
        count += await statement.run(ctx, { id: row.id, before, after: cipher.seal(cipher.open(before, place), place) });
      }
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtATime) return count;
    after = last.id;
  }
}
