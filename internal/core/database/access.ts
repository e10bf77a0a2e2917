import type { Context } from "../context/context.ts";
import { problem } from "../problems/problem.ts";
import type { MemoryTable } from "./memory.ts";

/** Who of those that may read an entity at all sees a row of it: everybody, or only those who have one of the roles. */
export interface Access {
  readonly accessLevel: "authenticated" | "role_based";
  readonly roles: readonly string[];
}

/** The roles of a row as the database in memory keeps them; no entry, or none in it, shows the row to everybody. */
export interface AllowedRoles {
  readonly id: string;
  readonly roles: readonly string[];
}

/** Is among the roles of every row that has any, and never among a person's: the platform's own work sees all. */
const platformRole = "*";

/** The roles by which a caller sees rows. */
export function callerRoles({ actor, roles }: Context): readonly string[] {
  return actor.kind === "system" ? [platformRole] : roles.filter((role) => role !== platformRole);
}

/** The roles that are kept for an access. */
export const keptRoles = ({ accessLevel, roles }: Access): readonly string[] =>
  accessLevel === "authenticated" ? [] : [...new Set([platformRole, ...roles])];

/** What kept roles mean. */
export function accessOf(kept: readonly string[]): Access {
  const roles = kept.filter((role) => role !== platformRole).sort();
  return { accessLevel: kept.length === 0 ? "authenticated" : "role_based", roles };
}

/** Throws a 422 when an access says nothing, contradicts itself, or would shut out the caller who sets it. */
export function checkAccess(ctx: Context, { accessLevel, roles }: Access): void {
  if (accessLevel === "authenticated" && roles.length > 0) {
    throw problem.invalid("Everybody has access who is authenticated: leave out the roles, or make it role_based.", { pointer: "/roles" });
  }
  if (accessLevel === "authenticated" || ctx.actor.kind === "system") return;
  if (roles.some((role) => ctx.roles.includes(role))) return;
  throw problem.invalid(
    roles.length === 0
      ? "Name the roles that have access."
      : "You have none of these roles, and would shut yourself out. Add one of your own.",
    { pointer: "/roles" },
  );
}

/** The rows that the caller's roles show, in memory. */
export async function permitted<Row extends { readonly id: string }>(
  ctx: Context,
  allowed: MemoryTable<AllowedRoles>,
  rows: readonly Row[],
): Promise<Row[]> {
  const mine = callerRoles(ctx);
  const byRow = new Map((await allowed.all(ctx)).map(({ id, roles }) => [id, roles]));
  return rows.filter(({ id }) => {
    const roles = byRow.get(id) ?? [];
    return roles.length === 0 || roles.some((role) => mine.includes(role));
  });
}

/** Keeps the roles of a row, in memory. */
export async function allow(ctx: Context, allowed: MemoryTable<AllowedRoles>, id: string, access: Access): Promise<void> {
  await allowed.remove(ctx, id);
  await allowed.insert(ctx, { id, roles: keptRoles(access) });
}
