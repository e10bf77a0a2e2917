import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Database, SqlDatabase } from "../database/database.ts";
import { MemoryDatabase } from "../database/memory.ts";
import { ownKey } from "../features/own-key.ts";

/** Removes all that there is of an organization, in every domain; gives how many rows. It may be cut short, and run again. */
export type PurgeOrganization = (organization: string) => Promise<number>;

/** What a domain keeps of organizations. */
export interface KeptOfOrganizations {
  readonly domain: string;
  /** Tables with an `organization_id`, those first whose rows belong to rows of others. */
  readonly tables: readonly string[];
  /** Removes what else it keeps. */
  forget?(organization: string): Promise<void>;
}

interface Owned {
  readonly table: string;
  readonly id: string;
  readonly owner: string;
  /** What its rows have there, where that is not the organization's id. */
  key?(organization: string): string;
}

/** What the platform itself keeps of an organization, and what does not go by its age anyway. */
const coreTables: readonly Owned[] = [
  { table: "core_settings", id: "name", owner: "organization" },
  { table: "core_features", id: "feature", owner: "organization" },
  { table: "core_features", id: "feature", owner: "organization", key: ownKey },
  { table: "core_transitions", id: "id", owner: "organization" },
  { table: "core_audit", id: "id", owner: "organization" },
  // What others did to its rows, the platform for one; and to itself, before anybody acted in it.
  { table: "core_audit", id: "id", owner: "owner" },
  { table: "core_audit", id: "id", owner: "row_id" },
];

const rowsAtATime = 500;

type AnyTables = Record<string, Record<string, string>>;

/** Purges in small transactions, so that others' writes go in between; first what requires others, as `domains` is ordered. */
export function purgeOrganization(
  database: Database,
  domains: readonly KeptOfOrganizations[],
  system: (name: string, organization: string) => Context,
): PurgeOrganization {
  if (database instanceof MemoryDatabase) return async () => 0;
  const db = database as SqlDatabase<AnyTables>;
  const remover = ({ table, id, owner, key = (organization) => organization }: Owned) => {
    const statement = db.statement<{ readonly organization: string }, unknown>((query, param) =>
      query
        .deleteFrom(table)
        .where(owner, "=", param.organization)
        .where(id, "in", query.selectFrom(table).select(id).where(owner, "=", param.organization).limit(rowsAtATime)),
    );
    return async (ctx: Context): Promise<number> => {
      let total = 0;
      for (let count = rowsAtATime; count >= rowsAtATime; total += count)
        count = await statement.run(ctx, { organization: key(ctx.organization) });
      return total;
    };
  };
  const steps = domains.map(({ tables, forget }) => ({
    forget,
    removers: tables.map((table) => remover({ table, id: "id", owner: "organization_id" })),
  }));
  const last = coreTables.map(remover);
  return async (organization) => {
    // The shared rows of all organizations have the owner "".
    if (organization === "") throw new Error("Only an organization can be purged, and this names none.");
    const ctx = system("purge", organization);
    let rows = 0;
    for (const { forget, removers } of steps) {
      await forget?.(organization);
      for (const remove of removers) rows += await remove(ctx);
    }
    for (const remove of last) rows += await remove(acrossOrganizations(ctx));
    return rows;
  };
}
