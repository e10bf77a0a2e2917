import type { Context } from "../core/context/context.ts";
import type { Database } from "../core/database/database.ts";
import { type NamedLock, namedLock } from "../core/database/named-lock.ts";
import { ownerOrganization } from "../core/database/rows.ts";

/** One change at a time of who may do what in an organization: that an owner is left, and that no role is given while it is deleted. */
export function membersLock(database: Database): (ctx: Context) => Promise<void> {
  const lock: NamedLock = namedLock(database);
  return (ctx) => lock(ctx, `organizations.members ${ownerOrganization(ctx)}`);
}
