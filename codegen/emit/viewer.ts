import type { Entity } from "../model/model.ts";
import type { Code } from "../print/code.ts";
import type { SqlDialect } from "./conversion.ts";
import { roleParameter, roleValue, shown } from "./roles.ts";
import { ofTeams, teamParameter, teamValue } from "./teams.ts";

/** What of their organization's rows a caller sees: lines of every query; none where they see all. */
export const visible = (dialect: SqlDialect, entity: Entity): Code[] => [...ofTeams(dialect, entity), ...shown(dialect, entity)];

/** The parameters of these lines. */
export const viewerParameters = (dialect: SqlDialect, entity: Entity): string[] => [
  ...teamParameter(dialect, entity),
  ...roleParameter(dialect, entity),
];

/** Their values. */
export const viewerValues = (dialect: SqlDialect, entity: Entity): Code[] => [...teamValue(dialect, entity), ...roleValue(dialect, entity)];
