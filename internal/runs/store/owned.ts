import type { Context } from "../../core/context/context.ts";
import { actorId } from "../../core/database/rows.ts";

/** The columns that rows of an organization have in common, for `insertRows`. */
export const ownedColumns = {
  id: "text",
  organization_id: "text",
  created_by: "text",
  created_at: "time",
  updated_at: "time",
  version: "integer",
} as const;

/** What stands in them, but for the id, in a row that the caller makes at `at`. */
export const ownedBy = (ctx: Context, at: string) => ({
  organization_id: ctx.organization,
  created_by: actorId(ctx),
  created_at: at,
  updated_at: at,
  version: 1,
});
