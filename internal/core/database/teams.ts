import type { Context } from "../context/context.ts";
import { problem } from "../problems/problem.ts";

/** A row of a team; of null, a row of the whole organization. */
interface TeamRow {
  readonly teamId: string | null;
}

/** Whether the caller sees a row of their organization: it is of no team, or of one of theirs. */
export const seesTeam = ({ teams }: Context, { teamId }: TeamRow): boolean => teamId === null || teams === "all" || teams.includes(teamId);

/**
 * The team that a caller gives a row to. Throws a 422 when it is not one of theirs: nobody hands on what they could not take back.
 */
export function givenTeam<Team extends string>(ctx: Context, teamId: Team | null): Team | null {
  if (seesTeam(ctx, { teamId })) return teamId;
  throw problem.invalid("You can give this to a team of your own, or to the whole organization.", {
    pointer: "/teamId",
  });
}
