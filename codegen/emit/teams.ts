import type { Entity, Field } from "../model/model.ts";
import { type Code, code, value } from "../print/code.ts";
import type { SqlDialect } from "./conversion.ts";

/** Whether a field says which team a row is of. */
export const isTeam = ({ teams }: Entity, { name }: Field): boolean => teams && name === "teamId";

const fromDialect = (dialect: SqlDialect, name: string): Code => value(name, `internal/core/database/${dialect}/of-teams.ts`);
const teamsFile = "internal/core/database/teams.ts";

/** Leaves out what is of other teams: a line of every query and every write; none where rows are of no team. */
export const ofTeams = (dialect: SqlDialect, { teams }: Entity): Code[] =>
  teams ? [code`.where(${fromDialect(dialect, "ofTeams")}("team_id", param.callerTeams))`] : [];

/** The parameter of the predicate above. */
export const teamParameter = (dialect: SqlDialect, { teams }: Entity): string[] =>
  teams ? [`callerTeams: ${dialect === "sqlite" ? "string" : "readonly string[]"} | null`] : [];

/** Its value: from the context, never from input. */
export const teamValue = (dialect: SqlDialect, { teams }: Entity): Code[] =>
  teams ? [code`callerTeams: ${fromDialect(dialect, "boundTeams")}(ctx)`] : [];

/** Whether the caller sees a row, in memory; nothing where rows are of no team. */
export const seesTeam = ({ teams }: Entity, row: string): Code[] => (teams ? [code`${value("seesTeam", teamsFile)}(ctx, ${row})`] : []);

/** `givenTeam(ctx, input.teamId ?? null)`: the team that a row is given to. */
export const givenTeam = (given: string): Code => code`${value("givenTeam", teamsFile)}(ctx, ${given})`;
