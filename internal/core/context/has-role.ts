import type { Context } from "./context.ts";

/** Whether the caller has one of the roles. The platform itself has none, and is not asked for any. */
export const hasRole = ({ actor, roles }: Context, wanted: readonly string[]): boolean =>
  actor.kind === "system" || wanted.some((role) => roles.includes(role));
