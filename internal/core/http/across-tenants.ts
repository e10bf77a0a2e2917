import { LRUCache } from "lru-cache";
import type { Caller } from "../auth/caller.ts";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Database, SqlDatabase } from "../database/database.ts";
import { after, type Eventual } from "../eventual/eventual.ts";
import type { Core } from "../modules/domain.ts";
import { problem } from "../problems/problem.ts";
import type { Asked } from "./asked.ts";
import { type Effects, needed } from "./effects.ts";
import type { Operation } from "./operation.ts";
import type { PathTemplate } from "./path-template.ts";

/** Where an administrator of the platform says why they act in an organization that is not theirs. */
export const reasonHeader = "X-Reason";
const longestReason = 500;
const mostKnown = 10_000;
const idPattern = /^[a-z]{2,4}-[0-9a-f]{16}$/;

/** What administrators of the platform act in other organizations with. */
export interface Administration {
  /** The organization that a row of the domain belongs to; undefined when there is no such row. */
  tenantOf(id: string): Eventual<string | undefined>;
  /** What owners may do: in another organization, an administrator may do the same. */
  readonly owners: ReadonlySet<string>;
  /** A context of the platform itself, in an organization. */
  system(organization: string): Context;
}

/**
 * Lets an administrator of the platform act where the row that the path names belongs: by its id alone, so never in lists, with a reason,
 * and not before that is written down. Gives the caller as they are when the row is their own organization's, or not there. Throws a 400
 * problem without a reason.
 */
export type Across = (caller: Caller, asked: Asked) => Eventual<Caller>;

/** How administrators reach the rows of an operation; undefined where they have no way: nothing in its path names a row of a tenant. */
export function acrossTenants({ id, tenant, path }: Operation<never>, { variables }: PathTemplate, effects: Effects): Across | undefined {
  const { administration } = effects;
  const name = /\{([^}]+)\}/.exec(path)?.[1];
  if (administration === undefined || !tenant || name === undefined) return undefined;
  const audit = needed(effects.audit, id, "an audit log");
  const parameter = variables.get(name)?.segment ?? name;

  const enter = async (caller: Caller, organization: string, rowId: string, { request, requestId }: Asked): Promise<Caller> => {
    const reason = request.headers.get(reasonHeader)?.trim() ?? "";
    if (reason === "" || reason.length > longestReason)
      throw problem.malformed(
        `This belongs to another organization. Say why you need it in the header ${reasonHeader}, in up to ${longestReason} characters.`,
      );
    const ctx: Context = { ...administration.system(organization), actor: caller.actor, requestId };
    await audit.record(ctx, { operation: id, after: { id: rowId }, reason });
    return { ...caller, organization, roles: ["owner"], teams: "all", permissions: administration.owners };
  };

  return (caller, asked) => {
    const rowId = asked.c.req.param(parameter);
    if (rowId === undefined || !idPattern.test(rowId)) return caller;
    return after(administration.tenantOf(rowId), (organization) =>
      organization === undefined || organization === "" || organization === caller.organization
        ? caller
        : enter(caller, organization, rowId, asked),
    );
  };
}

/** What administrators act in other organizations with, by the rows of these tables. */
export const administrationIn = (
  { database, catalog, system }: Pick<Core, "database" | "catalog" | "system">,
  tables: readonly string[],
): Administration => ({
  tenantOf: tenantOfRow(database, tables, () => system("administration", "")),
  owners: catalog.roles.get("owner") ?? new Set(),
  system: (organization) => system("administration", organization),
});

type TenantTables = Record<string, { readonly id: string; readonly organization_id: string }>;

/** Finds the organization of a row by its id, in whichever of these tables it is. */
function tenantOfRow(database: Database, tables: readonly string[], system: () => Context): Administration["tenantOf"] {
  const [first, ...others] = tables;
  if (database.dialect === "memory" || first === undefined) return () => undefined;
  const found = (database as SqlDatabase<TenantTables>).statement<{ readonly id: string }, { readonly organization_id: string }>(
    (query, param) => {
      const of = (table: string) => query.selectFrom(table).select("organization_id").where("id", "=", param.id);
      return others.reduce((all, table) => all.unionAll(of(table)), of(first));
    },
  );
  // A row never moves to another organization, and no other row will have its id.
  const known = new LRUCache<string, string>({ max: mostKnown });
  return (id) =>
    known.get(id) ??
    after(found.first(acrossOrganizations(system()), { id }), (row) => {
      if (row !== undefined) known.set(id, row.organization_id);
      return row?.organization_id;
    });
}
