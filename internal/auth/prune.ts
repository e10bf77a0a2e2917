import type { AuthSqliteTables } from "../../generated/auth/tables.gen.ts";
import type { Placeholders, SqlDatabase } from "../core/database/database.ts";
import type { Prunable } from "../core/database/pruning.ts";

/** Sessions and refresh tokens that have ended by themselves. */
export function ended(database: SqlDatabase<AuthSqliteTables>, now: () => Date): readonly Prunable[] {
  return (["sessions", "refresh_tokens"] as const).map((table) => {
    const drop = database.statement((query, param: Placeholders<{ readonly now: string }>) =>
      query.deleteFrom(table).where("expires_at", "<", param.now),
    );
    return { name: table.replace("_", " "), prune: (ctx) => drop.run(ctx, { now: now().toISOString() }) };
  });
}
