import type { Domain, Entity, Field, Method, Model } from "../model/model.ts";
import { spoken } from "../model/names.ts";
import { type Code, code, join, type } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { comment } from "../print/text.ts";
import { artifact, bound, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";
import { changeType, insertType, mutable, valueType } from "./entity-types.ts";
import { machineSignatures } from "./machine-repository.ts";
import { nearSignatures } from "./near.ts";
import { holdSignature, isParent } from "./relations.ts";
import { roleSignatures } from "./roles.ts";
import { queryType, reindexSignatures } from "./search.ts";
import { hidingSignatures } from "./soft-delete.ts";

const context = type("Context", "internal/core/context/context.ts");
const lists = "internal/core/database/lists.ts";
const eventualFile = "internal/core/eventual/eventual.ts";

/** What each entity's rows can be asked for, whatever the database. */
export const emitRepository: DomainEmitter = (domain, model) => {
  const path = artifact(domain.name, "repository");
  const parts = domain.entities.map((entity) => repository(model, entity));
  return { path, text: printFile(path, source(domain.name), join([...parts, allOf(domain)], "\n\n")) };
};

/** `LabelRepository` */
export const repositoryType = (entity: Entity): string => `${entity.name}Repository`;

function allOf(domain: Domain): Code {
  const name = `${domain.typeName}Repositories`;
  if (domain.entities.length === 0) return code`/** This domain keeps no rows. */\nexport type ${name} = Readonly<Record<string, never>>;`;
  return code`/** All repositories of the domain. */
export interface ${name} {
  ${domain.entities.map((entity) => `readonly ${entity.pluralVariable}: ${repositoryType(entity)};`)}
}`;
}

function repository(model: Model, entity: Entity): Code {
  const own = (name: string): Code => type(name, artifact(entity.domain, "types"));
  const row = own(entity.name);
  const conflicts = entity.unique.map((fields) => `the same \`${fields.join("` and `")}\``).join(", or ");
  const taken = conflicts === "" ? "" : `/** 409 when another has ${conflicts}. */\n`;
  const methods = [
    code`find(ctx: ${context}, id: string): ${type("Eventual", eventualFile)}<${row} | undefined>;`,
    code`list(ctx: ${context}, query: ${queryType(entity)}): Promise<${type("Page", lists)}<${row}>>;`,
    code`${taken}insert(ctx: ${context}, input: ${own(insertType(entity))}): Promise<${row}>;`,
  ];
  if (mutable(entity).length > 0) {
    methods.push(code`/** 404 when it is not there, 412 when \`expected\` is not its version. */
update(ctx: ${context}, id: string, patch: ${own(changeType(entity))}, expected?: number): Promise<${row}>;`);
  }
  methods.push(code`/** Gives back what it deleted. 404 when it is not there, 412 when \`expected\` is not its version. */
delete(ctx: ${context}, id: string, expected?: number): Promise<${row}>;`);
  if (isParent(entity)) methods.push(holdSignature(entity));
  if (entity.roles) methods.push(...roleSignatures());
  if (entity.softDelete) methods.push(...hidingSignatures(entity));
  methods.push(
    ...machineSignatures(entity),
    ...reindexSignatures(entity),
    ...nearSignatures(entity),
    ...entity.methods.map((method) => extra(model, entity, method)),
  );
  return code`${comment(whose(entity))}export interface ${repositoryType(entity)} {
  ${methods}
}`;
}

function extra(model: Model, entity: Entity, method: Method): Code {
  const row = type(entity.name, artifact(entity.domain, "types"));
  const result = { one: code`${row} | undefined`, many: code`${row}[]`, count: code`number` }[method.returns];
  const note =
    method.across && entity.scope !== "global" ? `/** Whoever they belong to: for code that acts before a tenant is known. */\n` : "";
  const args = methodFields(entity, method).map((field) => code`${argument(field)}: ${argumentType(model, entity, field)}`);
  return code`${note}${method.name}(${join([code`ctx: ${context}`, ...args], ", ")}): Promise<${result}>;`;
}

/** The fields that an extra method compares with its arguments. */
export const methodFields = (entity: Entity, method: Method): Field[] =>
  method.by.map((name) => {
    const field = entity.fields.find((candidate) => candidate.name === name);
    if (field === undefined) throw new Error(`${entity.name}.${method.name} goes by ${name}, which the model does not hold.`);
    return field;
  });

/** The name of a method's argument for a field. */
export const argument = (field: Field): string => bound(field.name, "ctx", "db", "row", "rows", "existing");

/** Null is no argument: nothing equals it in SQL. An id comes as any text, and matches nothing when it is none. */
function argumentType(model: Model, entity: Entity, field: Field): Code {
  if (field.schema.kind === "id") return code`string`;
  const full = valueType(model, entity, { ...field, nullable: false });
  return field.nullable && full.text !== "string" && full.text !== "number" ? code`NonNullable<${full}>` : full;
}

function whose(entity: Entity): string {
  const rows = spoken(entity.plural);
  if (entity.teams) return `The ${rows} of the caller's organization that are of no team, or of one of the caller's.`;
  if (entity.scope === "organization") return `The ${rows} of the caller's organization.`;
  if (entity.scope === "cascade") {
    return `The ${rows} of the caller's organization, and those of all whose \`${entity.unique[0]?.join("`, `")}\` no own one has; by id, all of both.`;
  }
  return entity.scope === "user" ? `The caller's own ${rows}.` : `All ${rows}: they have no owner.`;
}
