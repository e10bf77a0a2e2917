import type { AuthSqliteTables } from "../../generated/auth/tables.gen.ts";
import { acrossOrganizations } from "../core/context/across-organizations.ts";
import type { Context } from "../core/context/context.ts";
import type { Database, Placeholders, SqlDatabase } from "../core/database/database.ts";
import type { MemoryDatabase, MemoryRow } from "../core/database/memory.ts";

/** Written at most this often for a row. */
const interval = 60_000;

interface Used {
  readonly id: string;
  readonly lastUsedAt: string | null;
}

/** Writes down that a session or a service token is used now, once a minute at most. A failure is logged: the use goes on. */
export type LastUse = (ctx: Context, row: Used) => Promise<void>;

/** The version of the row stays: to be used is no change that somebody else's change would have to be repeated for. */
export function lastUse(database: Database, table: "sessions" | "service_tokens", now: () => Date): LastUse {
  const write =
    database.dialect === "memory" ? inMemory(database as MemoryDatabase, table) : inSql(database as SqlDatabase<AuthSqliteTables>, table);
  return async (ctx, { id, lastUsedAt }) => {
    const at = now();
    if (lastUsedAt !== null && at.getTime() - Date.parse(lastUsedAt) < interval) return;
    await write(ctx, id, at).catch((err: unknown) => ctx.log.warn({ err, id }, "That this was used could not be written down."));
  };
}

type Write = (ctx: Context, id: string, at: Date) => Promise<unknown>;

function inSql(database: SqlDatabase<AuthSqliteTables>, table: "sessions" | "service_tokens"): Write {
  const touch = database.statement((query, param: Placeholders<{ readonly id: string; readonly at: string }>) =>
    query.updateTable(table).set({ last_used_at: param.at }).where("id", "=", param.id),
  );
  return (ctx, id, at) => touch.run(acrossOrganizations(ctx), { id, at: at.toISOString() });
}

function inMemory(database: MemoryDatabase, table: "sessions" | "service_tokens"): Write {
  const rows = database.table<MemoryRow>(table === "sessions" ? "Session" : "ServiceToken", []);
  return async (ctx, id, at) => {
    const row = await rows.get(ctx, id);
    if (row !== undefined) await rows.replace(ctx, { ...row, lastUsedAt: at.toISOString() } as MemoryRow);
  };
}
