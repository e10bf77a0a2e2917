import type { Domain } from "../model/model.ts";
import { code } from "../print/code.ts";
import { compare, printFile } from "../print/file.ts";
import { enclose } from "../print/layout.ts";
import { source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";
import { entityTypeNames, mutable } from "./entity-types.ts";
import { hasView } from "./views.ts";

/** What other domains may know of this one: types alone, its DTOs and the interface of its service. */
export const emitContract: DomainEmitter = (domain) => {
  const path = `generated/contracts/${domain.name}.gen.ts`;
  const types = dtos(domain);
  const shown = types.length === 0 ? [] : [code`export type ${enclose("{", types, "}")} from "../${domain.name}/types.gen.ts";`];
  const service = `export type { ${domain.typeName}Service } from "../${domain.name}/service.gen.ts";`;
  return { path, text: printFile(path, source(domain.name), code`${[service, ...shown]}`) };
};

/** Types that may leave the domain: an entity with sensitive fields only as its view, and nothing that only repositories take. */
function dtos(domain: Domain): readonly string[] {
  const entities = domain.entities.flatMap((entity) => {
    if (entity.inside === true) return [entity.idType];
    const suffixes = [hasView(entity) ? "View" : "", "Create", "Filter", "Sort", ...(mutable(entity).length > 0 ? ["Patch"] : [])];
    return [entity.idType, ...suffixes.map((suffix) => entity.name + suffix)];
  });
  const derived = new Set(domain.entities.flatMap(entityTypeNames));
  const others = domain.schemas.map(({ name }) => name).filter((name) => !derived.has(name));
  const operations = domain.operations.flatMap(({ inputType, headersType }) =>
    [inputType, headersType].filter((name) => name !== undefined),
  );
  return [...new Set([...entities, ...others, ...operations])].sort(compare);
}
