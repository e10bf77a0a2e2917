import type { Domain, Entity, Field, Model } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { args, enclose, hang } from "../print/layout.ts";
import { access, literal } from "../print/text.ts";
import { artifact, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";
import { plain } from "./parameters.ts";
import { schemaType } from "./schema-type.ts";

/** Fields whose entity is asked for before they are written. */
export const asked = (entity: Entity): readonly Field[] => entity.fields.filter(({ exists }) => exists !== undefined);

/** One function per entity with references that must lead somewhere. */
export const emitReferences: DomainEmitter = (domain, model) => {
  const entities = domain.entities.filter((entity) => asked(entity).length > 0);
  if (entities.length === 0) return undefined;
  const path = artifact(domain.name, "references");
  const parts = entities.map((entity) => references(model, domain, entity));
  return { path, text: printFile(path, source(domain.name), join(parts, "\n\n")) };
};

/** What the function needs of the parts of the service. */
export const askedParts = (domain: Domain, entity: Entity): readonly string[] =>
  [...new Set(asked(entity).map((field) => (isForeign(domain, field) ? "contracts" : repositoryOf(domain, field))))].sort();

/** `stepReferences(ctx, input, { contracts })` */
export const askReferences = (domain: Domain, entity: Entity, input: string): Code =>
  code`${functionOf(domain, entity)}(ctx, ${input}, { ${askedParts(domain, entity).join(", ")} })`;

const functionOf = (domain: Domain, entity: Entity): Code => value(`${entity.variable}References`, artifact(domain.name, "references"));

const isForeign = (domain: Domain, field: Field): boolean => field.exists?.domain !== domain.name;

function repositoryOf(domain: Domain, { name, exists }: Field): string {
  const target = domain.entities.find((entity) => entity.name === exists?.entity);
  if (target === undefined) throw new Error(`The field ${name} refers to ${exists?.entity}, which ${domain.name} does not hold.`);
  return target.pluralVariable;
}

function references(model: Model, domain: Domain, entity: Entity): Code {
  const fields = asked(entity);
  const create = type(`${entity.name}Create`, artifact(domain.name, "types"));
  const parts = askedParts(domain, entity);
  const partsType = code`Pick<${type(`${domain.typeName}Parts`, artifact(domain.name, "service"))}, ${parts.map(literal).join(" | ")}>`;
  const rows = fields.map((field) =>
    enclose(
      "{",
      [code`field: ${literal(field.name)}`, code`id: input${access(field.name)}`, code`find: (id) => ${find(model, domain, field)}`],
      "}",
    ),
  );
  const given = fields.map(({ name }) => literal(name)).join(" | ");
  return code`/** What ${entity.plural} refer to must be there for the caller: else a 422 that points to the field. */
export const ${entity.variable}References = (
  ctx: ${type("Context", "internal/core/context/context.ts")},
  input: Partial<${fields.some((field) => field.nullable) ? code`{ [Name in ${given}]: ${create}[Name] | null }` : code`Pick<${create}, ${given}>`}>,
  { ${parts.join(", ")} }: ${partsType},
): ${hang("Promise<void> =>", code`${value("existing", "internal/core/references/existing.ts")}${args([enclose("[", rows, "]")])}`)};`;
}

function find(model: Model, domain: Domain, field: Field): Code {
  if (!isForeign(domain, field)) return code`${repositoryOf(domain, field)}.find(ctx, id)`;
  const service = `contracts${access(field.exists?.domain ?? "")}${access(field.exists?.operation ?? "")}`;
  return code`${service}(ctx, id as ${schemaType(model, domain.name, plain(field.schema, model))})`;
}
