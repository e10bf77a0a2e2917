import type { Domain, Entity } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { args, enclose } from "../print/layout.ts";
import { literal } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import { audited } from "./audit.ts";
import { isEmbedded } from "./embedded.ts";
import type { DomainEmitter } from "./emitter.ts";
import { embedded } from "./near.ts";
import { ownerField } from "./owner.ts";
import { isRelated, relationOptions } from "./relations.ts";
import { repositoryType } from "./repository.ts";

/** Whether an entity's rows do anything beyond being kept. */
const behaves = (entity: Entity): boolean => entity.audit || entity.cache !== undefined || isRelated(entity) || isEmbedded(entity);

/** Whether any entity of a domain does. */
export const hasBehaviour = ({ entities }: Domain): boolean => entities.some(behaves);

/** Whether a domain must hear of changes elsewhere, since it keeps rows in memory, or tell of its own, which wait to be embedded. */
export const needsLive = ({ entities }: Domain): boolean => entities.some((entity) => entity.cache !== undefined || isEmbedded(entity));

/** `shelvesBehaviour` */
export const behaviour = (domain: Domain): Code => value(`${lowerFirst(domain.typeName)}Behaviour`, artifact(domain.name, "behaviour"));

/** What rows do beyond being kept, put around the repositories of whichever database. */
export const emitBehaviour: DomainEmitter = (domain) => {
  if (!hasBehaviour(domain)) return undefined;
  const path = artifact(domain.name, "behaviour");
  const repositories = type(`${domain.typeName}Repositories`, artifact(domain.name, "repository"));
  const entities = domain.entities.filter(behaves);
  const wrapped = entities.map(
    (entity) =>
      code`const ${entity.pluralVariable}: ${type(repositoryType(entity), artifact(domain.name, "repository"))} = ${around(domain, entity)};`,
  );
  const parameters = [
    code`db: ${type("Database", "internal/core/database/database.ts")}`,
    ...(needsLive(domain) ? [code`live: ${type("Live", "internal/core/live/live.ts")}`] : []),
    code`rows: ${repositories}`,
  ];
  const body = code`/** What rows do beyond being kept, the same on every database. */
export function ${behaviour(domain).text}(${join(parameters, ", ")}): ${repositories} {
  ${wrapped}
  return { ...rows, ${entities.map(({ pluralVariable }) => pluralVariable).join(", ")} };
}`;
  return { path, text: printFile(path, source(domain.name), body) };
};

/**
 * From the inside out: what is written waits to be embedded; each change is written down, whoever made it; what relations bring along are
 * changes too; memory comes first.
 */
function around(domain: Domain, entity: Entity): Code {
  const kept = code`rows.${entity.pluralVariable}`;
  const rows = isEmbedded(entity) ? embedded(entity, kept) : kept;
  const written = entity.audit ? audited(entity, rows) : rows;
  const whole = isRelated(entity)
    ? code`${value("related", "internal/core/database/relations.ts")}(db, ${written}, ${relationOptions(entity, domain.entities)})`
    : written;
  return entity.cache === undefined ? whole : cached(entity, entity.cache.ttl, whole);
}

function cached(entity: Entity, ttl: number, rows: Code): Code {
  const owner = ownerField(entity);
  const parts = [
    `entity: ${literal(`${entity.domain}.${entity.name}`)}`,
    ...(owner === undefined ? [] : [`owner: ${literal(owner.name)}`]),
    ...(entity.scope === "cascade" ? ["shared: true"] : []),
    `ttl: ${ttl.toLocaleString("en").replaceAll(",", "_")}`,
  ];
  return code`${value("cached", "internal/core/cache/cached.ts")}${args(["db", "live", rows, enclose("{", parts, "}")])}`;
}
