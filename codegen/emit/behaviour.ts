import type { Domain, Entity } from "../model/model.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import { audited } from "./audit.ts";
import type { DomainEmitter } from "./emitter.ts";
import { isRelated, relationOptions } from "./relations.ts";
import { repositoryType } from "./repository.ts";

/** Whether an entity's rows do anything beyond being kept. */
const behaves = (entity: Entity): boolean => entity.audit || isRelated(entity);

/** Whether any entity of a domain does. */
export const hasBehaviour = ({ entities }: Domain): boolean => entities.some(behaves);

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
  const body = code`/** What rows do beyond being kept, the same on every database. */
export function ${behaviour(domain).text}(db: ${type("Database", "internal/core/database/database.ts")}, rows: ${repositories}): ${repositories} {
  ${wrapped}
  return { ...rows, ${entities.map(({ pluralVariable }) => pluralVariable).join(", ")} };
}`;
  return { path, text: printFile(path, source(domain.name), body) };
};

/** From the inside out: what is written down is every change, whoever made it, and what relations bring along are changes too. */
function around(domain: Domain, entity: Entity): Code {
  const rows = code`rows.${entity.pluralVariable}`;
  const written = entity.audit ? audited(entity, rows) : rows;
  if (!isRelated(entity)) return written;
  return code`${value("related", "internal/core/database/relations.ts")}(db, ${written}, ${relationOptions(entity, domain.entities)})`;
}
