import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "../../context/context.ts";
import { among, boundList } from "./among.ts";

/** Whether a row is of no team, or of one of the caller's, which are bound as `boundTeams` makes them. */
export const ofTeams = (column: string, teams: string | null): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.ref(column)} is null or ${teams} is null or ${among(column, teams as string)})`;

/** The caller's teams as a parameter; null for all. */
export const boundTeams = ({ teams }: Context): string | null => (teams === "all" ? null : boundList(teams));
