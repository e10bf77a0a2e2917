import type { Context } from "../../context/context.ts";

/**
 * Whose rows a statement may touch, as policies ask for it: settings that hold for one transaction. `shared` may write the rows of all
 * organizations as well, `all` reaches everything. `teams` are the ids of the caller's, with commas between them, or "all".
 */
export interface RowScope {
  readonly organization: string;
  readonly user: string;
  readonly teams: string;
  readonly reach: "own" | "shared" | "all";
}

/** The scope of whoever calls. */
export function rowScope({ actor, organization, teams: theirs, across }: Context): RowScope {
  const user = actor.kind === "user" ? actor.id : "";
  const teams = theirs === "all" ? theirs : theirs.join(",");
  if (across === true) return { organization, user, teams, reach: "all" };
  return { organization, user, teams, reach: actor.kind === "system" && organization === "" ? "shared" : "own" };
}

export const sameScope = (a: RowScope, b: RowScope | undefined): boolean =>
  b !== undefined && a.organization === b.organization && a.user === b.user && a.teams === b.teams && a.reach === b.reach;

/** Their third argument keeps each setting within the transaction: the next one on the connection begins without any. */
export const setScope =
  "select set_config('archwright.organization', $1, true), set_config('archwright.user', $2, true), set_config('archwright.teams', $3, true), set_config('archwright.reach', $4, true)";
