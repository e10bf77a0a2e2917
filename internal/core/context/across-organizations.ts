import type { Context } from "./context.ts";

/**
 * The same call over the rows of every organization and user, where Postgres itself keeps them apart (DATABASE_RLS): for the platform's own
 * statements that name no tenant. Give it to such a statement alone, not to services: what they are handed would reach everything.
 */
export const acrossOrganizations = (ctx: Context): Context => ({ ...ctx, across: true });
