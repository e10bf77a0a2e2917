import type { Context } from "../../context/context.ts";

/**
 * Whose rows a statement may touch, as policies ask for it: settings that hold for one transaction. `shared` may write the rows of all
 * organizations as well, `all` reaches everything.
 */
export interface RowScope {
  readonly organization: string;
  readonly user: string;
  readonly reach: "own" | "shared" | "all";
}

/** The scope of whoever calls. */
export function rowScope({ actor, organization, across }: Context): RowScope {
  const user = actor.kind === "user" ? actor.id : "";
  if (across === true) return { organization, user, reach: "all" };
  return { organization, user, reach: actor.kind === "system" && organization === "" ? "shared" : "own" };
}

export const sameScope = (a: RowScope, b: RowScope | undefined): boolean =>
  b !== undefined && a.organization === b.organization && a.user === b.user && a.reach === b.reach;

/** The third parameter keeps each setting within the transaction: the next one on the connection begins without any. */
export const setScope =
  "select set_config('archwright.organization', $1, true), set_config('archwright.user', $2, true), set_config('archwright.reach', $3, true)";
