import { type ColumnType, sql } from "kysely";
import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";

/** The table of sql/core/0011_leases. */
export interface LeaseTables {
  core_leases: {
    readonly name: string;
    readonly holder: string;
    readonly until: ColumnType<number | string, number, number>;
  };
}

/** Leases by name. The clock is that of the database, so that the clocks of processes need not agree. */
export interface LeaseStore {
  /** Takes a lease that nobody holds, or prolongs one's own; false when another holds it. */
  take(ctx: Context, lease: { readonly name: string; readonly holder: string; readonly milliseconds: number }): Promise<boolean>;
  /** Gives a lease up; nothing happens when another holds it. */
  release(ctx: Context, lease: { readonly name: string; readonly holder: string }): Promise<void>;
  /** Who holds a lease now. */
  holder(ctx: Context, name: string): Promise<string | undefined>;
}

interface Wanted {
  readonly name: string;
  readonly holder: string;
  readonly milliseconds: number;
}

export function leaseStore(database: SqlDatabase<LeaseTables>): LeaseStore {
  const clock =
    database.dialect === "postgres"
      ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
      : sql<number>`cast(unixepoch('subsec') * 1000 as integer)`;
  const held = database.statement((query, param: Placeholders<{ readonly name: string }>) =>
    query.selectFrom("core_leases").select("holder").where("name", "=", param.name).where("until", ">", clock),
  );
  const upsert = database.statement((query, param: Placeholders<Wanted>) => {
    const until = sql<number>`${clock} + cast(${param.milliseconds} as integer)`;
    return query
      .insertInto("core_leases")
      .values({ name: param.name, holder: param.holder, until })
      .onConflict((conflict) =>
        conflict
          .column("name")
          .doUpdateSet({ holder: param.holder, until })
          .where(({ eb, or }) => or([eb("core_leases.holder", "=", param.holder), eb("core_leases.until", "<=", clock)])),
      )
      .returning("core_leases.holder");
  });
  const remove = database.statement((query, param: Placeholders<Omit<Wanted, "milliseconds">>) =>
    query.deleteFrom("core_leases").where("name", "=", param.name).where("holder", "=", param.holder),
  );

  async function holder(ctx: Context, name: string): Promise<string | undefined> {
    return (await held.first(ctx, { name }))?.holder;
  }

  return {
    async take(ctx, lease) {
      const found = await holder(ctx, lease.name);
      // Those who wait only read.
      if (found !== undefined && found !== lease.holder) return false;
      return (await upsert.first(ctx, lease)) !== undefined;
    },
    async release(ctx, lease) {
      await remove.run(ctx, lease);
    },
    holder,
  };
}
