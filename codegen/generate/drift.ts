import { type Group, hash } from "../apply/manifest.ts";
import { type Migrations, migrationsHash } from "../database/migrations.ts";
import type { RunPostgres } from "../database/postgres.ts";
import type { Item } from "../migrate/describe.ts";
import { wantedMigrations } from "../migrations/wanted.ts";
import type { Model } from "../model/model.ts";

/**
 * Whether the migrations lead to the tables that the specs ask for. Databases are asked only when either changed since they last
 * agreed, which `known` remembers; `group` is what to remember now, undefined while they disagree.
 */
export async function tablesDrift(
  model: Model,
  migrations: Migrations,
  known: Group | undefined,
  runPostgres: RunPostgres,
): Promise<{ readonly drift: readonly Item[]; readonly group: Group | undefined }> {
  const wanted = wantedMigrations(model, migrations);
  // The common case: nobody wrote a migration beyond the first ones.
  if (migrationsHash(migrations) === migrationsHash(wanted)) return { drift: [], group: undefined };
  const group: Group = { from: hash(`${migrationsHash(migrations)}\n${migrationsHash(wanted)}`), files: {} };
  if (known?.from === group.from) return { drift: [], group };
  // Brings all that talks to databases.
  const { findDrift } = await import("../migrate/propose.ts");
  const drift = await findDrift({ model, migrations, fills: new Map(), name: undefined }, runPostgres);
  return { drift, group: drift.length === 0 ? group : undefined };
}
