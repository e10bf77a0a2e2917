import type { Value } from "../config/settings.ts";
import type { Context } from "../context/context.ts";
import type { Database, Placeholders, SqlDatabase } from "../database/database.ts";
import type { MemoryDatabase, MemoryRow } from "../database/memory.ts";

/** The table of sql/core/0009_settings. */
export interface SettingTables {
  core_settings: { readonly organization: string; readonly name: string; readonly value: string };
}

/** Where what organizations have set is kept. */
export interface SettingStore {
  /** What an organization has set, by name. */
  read(ctx: Context, organization: string): Promise<ReadonlyMap<string, Value>>;
  /** Keeps a value, or forgets it when it is null. */
  write(ctx: Context, organization: string, name: string, value: Value | null): Promise<void>;
}

/** The store on this database. */
export function settingStore(database: Database): SettingStore {
  return database.dialect === "memory" ? memoryStore(database as MemoryDatabase) : databaseStore(database as SqlDatabase<SettingTables>);
}

function databaseStore(database: SqlDatabase<SettingTables>): SettingStore {
  const all = database.statement((query, param: Placeholders<{ readonly organization: string }>) =>
    query.selectFrom("core_settings").select(["name", "value"]).where("organization", "=", param.organization),
  );
  const drop = database.statement((query, param: Placeholders<{ readonly organization: string; readonly name: string }>) =>
    query.deleteFrom("core_settings").where("organization", "=", param.organization).where("name", "=", param.name),
  );
  const put = database.statement(
    (query, param: Placeholders<{ readonly organization: string; readonly name: string; readonly value: string }>) =>
      query
        .insertInto("core_settings")
        .values({ organization: param.organization, name: param.name, value: param.value })
        .onConflict((on) => on.columns(["organization", "name"]).doUpdateSet({ value: param.value })),
  );
  return {
    async read(ctx, organization) {
      const rows = await all.all({ ...ctx, organization }, { organization });
      return new Map(rows.map(({ name, value }) => [name, JSON.parse(value) as Value]));
    },
    async write(ctx, organization, name, value) {
      if (value === null) await drop.run(ctx, { organization, name });
      else await put.run(ctx, { organization, name, value: JSON.stringify(value) });
    },
  };
}

interface Kept extends MemoryRow {
  readonly organization: string;
  readonly name: string;
  readonly value: Value;
}

function memoryStore(database: MemoryDatabase): SettingStore {
  const table = database.table<Kept>("core_settings", []);
  return {
    async read(ctx, organization) {
      const kept = (await table.all(ctx)).filter((row) => row.organization === organization);
      return new Map(kept.map(({ name, value }) => [name, value]));
    },
    write: (ctx, organization, name, value) =>
      database.transact(ctx, async (ctx) => {
        const id = JSON.stringify([organization, name]);
        await table.remove(ctx, id);
        if (value !== null) await table.insert(ctx, { id, organization, name, value });
      }),
  };
}
