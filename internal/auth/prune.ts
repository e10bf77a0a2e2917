import type { AuthSqliteTables } from "../../generated/auth/tables.gen.ts";
import { acrossOrganizations } from "../core/context/across-organizations.ts";
import type { Placeholders, SqlDatabase } from "../core/database/database.ts";
import type { Prunable } from "../core/database/pruning.ts";

/** What works for a time, and is of no use after. */
const tables = [
  "sessions",
  "refresh_tokens",
  "links",
  "challenges",
  "trusted_devices",
  "known_browsers",
  "provider_attempts",
  "device_sign_ins",
  "sign_ups",
] as const;

/** All that has ended by itself. */
export function ended(database: SqlDatabase<AuthSqliteTables>, now: () => Date): readonly Prunable[] {
  return tables.map((table) => {
    const drop = database.statement((query, param: Placeholders<{ readonly now: string }>) =>
      query.deleteFrom(table).where("expires_at", "<", param.now),
    );
    return { name: table.replaceAll("_", " "), prune: (ctx) => drop.run(acrossOrganizations(ctx), { now: now().toISOString() }) };
  });
}
