import type { Domain, Entity } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { enclose } from "../print/layout.ts";
import { literal } from "../print/text.ts";
import { artifact } from "./artifact.ts";
import { ownerField } from "./owner.ts";

/** One change of a row: of whatever entity it is, in answers it has the same shape. */
export const auditRecord = type("AuditRecord", "internal/core/audit/audit-page.ts");

/** Whether a schema is that of the changes of an entity's rows. */
export const isAudit = (domain: Domain, name: string): boolean =>
  domain.entities.some((entity) => entity.operations.includes("audit") && name === `${entity.name}Audit`);

/** `rackAudit` */
const subject = (entity: Entity): Code => value(`${entity.variable}Audit`, artifact(entity.domain, "rows"));

/** How the changes of an entity's rows are written down. */
export function auditSubject(entity: Entity): Code {
  const owner = ownerField(entity);
  // Whoever may read the changes need not have the roles that see a field.
  const masked = entity.fields.filter(({ sensitive, readers }) => sensitive || readers !== undefined).map(({ name }) => name);
  const parts = [
    `entity: ${literal(`${entity.domain}.${entity.name}`)}`,
    ...(owner === undefined ? [] : [`owner: ${literal(owner.name)}`]),
    ...(entity.scope === "cascade" ? ["shared: true"] : []),
    ...(entity.roles || entity.teams ? ["hides: true"] : []),
    `masked: ${literal(masked)}`,
  ];
  return code`/** How changes of ${entity.plural} are written down. */
export const ${entity.variable}Audit: ${type("AuditSubject", "internal/core/audit/audited.ts")} = ${enclose("{", parts, "}")};`;
}

/** A repository whose changes are written down. */
export const audited = (entity: Entity, rows: Code): Code =>
  code`${value("audited", "internal/core/audit/audited.ts")}(db, ${rows}, ${subject(entity)})`;

/** The default of the operation that reads the changes of a row. */
export const auditMethod = (entity: Entity, { id }: Operation): Code =>
  code`${id}: (ctx, id, query) => ${value("auditPage", "internal/core/audit/audit-page.ts")}(ctx, core.database, ${entity.pluralVariable}, ${subject(entity)}, id, query)`;
