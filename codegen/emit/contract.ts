import type { Domain, Entity, Field, Method, Model } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, join, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { args, enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";
import { changeType, insertType, mutable } from "./entity-types.ts";
import { examplesOf } from "./examples.ts";
import { isPublished } from "./is-published.ts";
import { machineEntity } from "./machine-service.ts";
import { givenOf, remade } from "./made.ts";
import { factory } from "./samples.ts";
import { isSearched, searchedFields } from "./search.ts";
import { defaulted } from "./service.ts";

const testing = "internal/core/testing";

/** What holds of every domain, asked of this one: its repositories on each database, its operations over HTTP. Data only. */
export const emitContractTest: DomainEmitter = (domain, model) => {
  const path = `generated/${domain.name}/contract.test.gen.ts`;
  const parts = [...domain.entities.map((entity) => repository(domain, entity)), operations(domain, model), published(domain)].filter(
    (part) => part !== undefined,
  );
  if (parts.length === 0) return undefined;
  return { path, text: printFile(path, source(domain.name), join(parts, "\n\n")) };
};

const descriptor = (domain: Domain): Code => value(`${lowerFirst(domain.typeName)}Domain`, artifact(domain.name, "domain"));

function repository(domain: Domain, entity: Entity): Code {
  const given = entity.fields.filter((field) => field.server === undefined && field.generated === undefined);
  const names = (fields: readonly Field[]) => literal(fields.map((field) => field.name));
  const patch = mutable(entity).length === 0 ? [] : [code`patch: ${factory(domain.name, changeType(entity))},`];
  const made = remade(entity).length === 0 ? [] : [code`generated: ${names(remade(entity))},`];
  const lines = [
    code`entity: ${literal(entity.name)},`,
    code`scope: ${literal(entity.scope)},`,
    code`prefix: ${literal(entity.prefix)},`,
    code`open: (database) => ${descriptor(domain)}.repositories(database).${entity.pluralVariable},`,
    code`create: ${factory(domain.name, insertType(entity))},`,
    ...patch,
    code`unique: ${literal(entity.unique.map((fields) => givenOf(entity, fields)))},`,
    code`filter: ${literal(entity.filter)},`,
    code`sort: ${literal(entity.sort)},`,
    ...(isSearched(entity) ? [code`search: ${names(searchedFields(entity))},`] : []),
    code`immutable: ${names(given.filter((field) => field.immutable))},`,
    code`nullable: ${names(given.filter((field) => field.nullable && !field.immutable))},`,
    ...(entity.softDelete ? [code`softDelete: true,`] : []),
    ...(entity.teams ? [code`teams: true,`] : []),
    ...(entity.roles ? [code`roles: true,`] : []),
    ...moves(entity),
    ...(entity.parents.length === 0 ? [] : [code`parents: ${parents(domain, entity)},`]),
    ...made,
    ...(entity.methods.length === 0 ? [] : [code`methods: ${enclose("[", entity.methods.map(method), "]")},`]),
    ...(entity.audit ? [code`audit: { entity: ${literal(`${domain.name}.${entity.name}`)}, masked: ${literal(masked(entity))} },`] : []),
    ...(entity.cache === undefined ? [] : [code`cache: true,`]),
  ];
  return code`${value("repositoryContract", `${testing}/repository-contract.ts`)}({\n  ${lines}\n});`;
}

/** The field of its states, and one that is not the first. */
function moves({ machine }: Entity): readonly Code[] {
  const state = machine?.states.find((candidate) => candidate !== machine.initial);
  return machine === undefined || state === undefined
    ? []
    : [code`machine: { field: ${literal(machine.field)}, state: ${literal(state)} },`];
}

/** Fields whose values are nowhere written down. */
const masked = ({ fields }: Entity): readonly string[] =>
  fields.filter(({ sensitive, readers }) => sensitive || readers !== undefined).map(({ name }) => name);

function method({ name, by, where, returns, across }: Method): Code {
  const parts = [
    `name: ${literal(name)}`,
    `by: ${literal(by)}`,
    ...(where.length === 0
      ? []
      : [`where: { ${where.map(({ field, value }) => `${propertyName(field)}: ${literal(value)}`).join(", ")} }`]),
    `returns: ${literal(returns)}`,
    ...(across ? ["across: true"] : []),
  ];
  return enclose("{", parts, "}");
}

/** Whom an entity's rows belong to, and whom those do in their turn. */
function parents(domain: Domain, entity: Entity): Code {
  const rows = entity.parents.map(({ entity: name, field, onDelete }) => {
    if (name === entity.name) return code`{ field: ${literal(field)}, itself: true, onDelete: ${literal(onDelete)} }`;
    const parent = domain.entities.find((candidate) => candidate.name === name);
    if (parent === undefined) throw new Error(`${entity.name} belongs to ${name}, which the model does not hold.`);
    const lines = [
      code`field: ${literal(field)},`,
      code`onDelete: ${literal(onDelete)},`,
      code`open: (database) => ${descriptor(domain)}.repositories(database).${parent.pluralVariable},`,
      code`create: ${factory(domain.name, insertType(parent))},`,
      ...(parent.teams ? [code`teams: true,`] : []),
      ...(parent.parents.length === 0 ? [] : [code`parents: ${parents(domain, parent)},`]),
    ];
    return code`{\n  ${lines}\n}`;
  });
  return enclose("[", rows, "]");
}

/** Whether hand-written code has a say in it. */
const asksGuards = (domain: Domain, operation: Operation): boolean =>
  machineEntity(domain, operation)?.machine?.transitions.some(({ guard }) => guard !== undefined) === true;

/** What is served, held against what is published. */
function published(domain: Domain): Code | undefined {
  if (domain.plain || !domain.operations.some(isPublished)) return undefined;
  return code`${value("documentContract", `${testing}/document-contract.ts`)}(${literal(domain.name)}, {
  document: new URL("../openapi.json", import.meta.url),
  operations: ${operationTable(domain)},
  examples: ${examplesOf(domain)},
});`;
}

/** `labelsOperations` */
const operationTable = (domain: Domain): Code => value(`${lowerFirst(domain.typeName)}Operations`, artifact(domain.name, "server"));

/** Only what the spec alone decides can be asked here; the rest is asked where the hand-written services are put together. */
function operations(domain: Domain, model: Model): Code | undefined {
  const served = domain.operations.filter(isPublished);
  const ids = defaulted(domain)
    .filter(isPublished)
    .filter((operation) => !asksGuards(domain, operation))
    .map(({ id }) => literal(id));
  if (ids.length === 0) return undefined;
  const table = operationTable(domain);
  const all = ids.length === served.length;
  const head = all ? "" : code`const decided = new Set${args([enclose("[", ids, "]")])};\n\n`;
  return code`${head}${value("operationContract", `${testing}/operation-contract.ts`)}(${literal(domain.name)}, {
  basePath: ${literal(model.basePath)},
  operations: ${all ? table : code`${table}.filter(({ id }) => decided.has(id))`},
  examples: ${examplesOf(domain)},
  open: () => ${value("openDefaults", `${testing}/open-defaults.ts`)}(${descriptor(domain)}),
});`;
}
