import type { Context } from "../context/context.ts";
import { problem } from "../problems/problem.ts";
import { ownerOrganization } from "./rows.ts";

/** A row of the cascade scope; `organizationId` is "" for one of all organizations. */
interface CascadeRow {
  readonly id: string;
  readonly organizationId: string;
}

/**
 * Whose rows a caller writes in the cascade scope: those of the organization, or the global ones ("") when the platform itself acts
 * in none. Throws a 403 for anybody else who acts in none.
 */
export function cascadeOwner(ctx: Context): string {
  return ctx.actor.kind === "system" ? ctx.organization : ownerOrganization(ctx);
}

/** Throws a 403 unless the row, which the caller sees, is also the caller's to change. */
export function checkOwn(entityName: string, ctx: Context, row: CascadeRow): void {
  if (row.organizationId === cascadeOwner(ctx)) return;
  throw problem.forbidden(
    `The ${entityName} ${JSON.stringify(row.id)} is shared by all organizations and cannot be changed from one. Create one of the same key in yours: it takes the place of the shared one there.`,
  );
}

/** Whether a caller sees a row by its id: the organization's own, and those of all. */
export function seesCascade(ctx: Context, { organizationId }: CascadeRow): boolean {
  return organizationId === ctx.organization || organizationId === "";
}

/** The rows that a caller sees in lists: the organization's own, and those of all whose key no own one has. */
export function inPlace<Row extends CascadeRow>(ctx: Context, rows: readonly Row[], key: readonly (keyof Row)[]): Row[] {
  const keyOf = (row: Row): string => JSON.stringify(key.map((field) => row[field]));
  const own = rows.filter(({ organizationId }) => organizationId === ctx.organization);
  const taken = new Set(own.map(keyOf));
  return rows.filter((row) => row.organizationId === ctx.organization || (row.organizationId === "" && !taken.has(keyOf(row))));
}
