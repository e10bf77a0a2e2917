import type { Database, Placeholders, SqlDatabase } from "../database/database.ts";
import type { MemoryDatabase, MemoryRow } from "../database/memory.ts";
import type { FeatureStore } from "./features.ts";

/** The table of sql/core/0005_features, as Postgres has it; SQLite keeps `enabled` as 0 or 1. */
export interface FeatureTables {
  core_features: {
    readonly organization: string;
    readonly feature: string;
    readonly enabled: boolean | number;
  };
}

interface Said extends MemoryRow {
  readonly organization: string;
  readonly feature: string;
  readonly enabled: boolean;
}

/** The store on this database. */
export function featureStore(database: Database): FeatureStore {
  return database.dialect === "memory" ? memoryStore(database as MemoryDatabase) : databaseStore(database as SqlDatabase<FeatureTables>);
}

function databaseStore(database: SqlDatabase<FeatureTables>): FeatureStore {
  const all = database.statement((query, param: Placeholders<{ readonly organization: string }>) =>
    query.selectFrom("core_features").select(["feature", "enabled"]).where("organization", "=", param.organization),
  );
  const write = database.statement(
    (query, param: Placeholders<{ readonly organization: string; readonly feature: string; readonly enabled: boolean }>) =>
      query
        .insertInto("core_features")
        .values({ organization: param.organization, feature: param.feature, enabled: param.enabled })
        .onConflict((on) => on.columns(["organization", "feature"]).doUpdateSet({ enabled: param.enabled })),
  );
  return {
    async read(ctx, organization) {
      const rows = await all.all({ ...ctx, organization }, { organization });
      return new Map(rows.map(({ feature, enabled }) => [feature, Boolean(enabled)]));
    },
    async write(ctx, organization, feature, enabled) {
      await write.run({ ...ctx, organization }, { organization, feature, enabled });
    },
  };
}

function memoryStore(database: MemoryDatabase): FeatureStore {
  const table = database.table<Said>("core_features", []);
  return {
    async read(ctx, organization) {
      const said = (await table.all(ctx)).filter((row) => row.organization === organization);
      return new Map(said.map(({ feature, enabled }) => [feature, enabled]));
    },
    write: (ctx, organization, feature, enabled) =>
      database.transact(ctx, async (ctx) => {
        const row: Said = { id: JSON.stringify([organization, feature]), organization, feature, enabled };
        if ((await table.replace(ctx, row)) === 0) await table.insert(ctx, row);
      }),
  };
}
