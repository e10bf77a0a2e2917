import type { Schema } from "../model/json-schema.ts";
import type { Domain, Entity, Field, Model } from "../model/model.ts";
import type { Operation, OperationParameter } from "../model/operation.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import { isUnannotated } from "./document/document.ts";
import type { DomainEmitter, ModelEmitter } from "./emitter.ts";
import { isPublished } from "./is-published.ts";
import { machineEntity } from "./machine-service.ts";
import { plain } from "./parameters.ts";
import { sample } from "./samples.ts";
import { eventOf } from "./service.ts";
import { crudEntity } from "./signatures.ts";
import { violations } from "./violations.ts";

const testing = "internal/core/testing";
const record = (content: Code): Code => code`Readonly<Record<string, ${content}>>`;
const example = type("OperationExample", `${testing}/operation-contract.ts`);

/** Input for each operation, right and wrong, by operation id: what internal/core/testing/operation-contract.ts asks with. */
export const emitExamples: DomainEmitter = (domain, model) => {
  if (domain.plain) return undefined;
  const path = artifact(domain.name, "examples");
  const entries = domain.operations.filter(isPublished).map((operation) => {
    const parts = exampleOf(model, domain, operation);
    return code`${propertyName(operation.id)}: ${enclose("{", parts, "}")},`;
  });
  const body = code`/** Right and wrong input of each operation. */
export const ${examplesName(domain)}: ${record(example)} = ${entries.length === 0 ? "{}" : code`{\n  ${entries}\n}`};`;
  return { path, text: printFile(path, source(domain.name), body) };
};

/** The examples of every domain, by name. */
export const emitAllExamples: ModelEmitter = (model) => {
  if (isUnannotated(model)) return undefined;
  const path = "generated/examples.gen.ts";
  const annotated = model.domains.filter(({ plain }) => !plain);
  const entries = annotated.map((domain) => code`${propertyName(domain.name)}: ${examplesOf(domain)}`);
  const body = code`/** Right and wrong input of each operation, by domain. */
export const examples: ${record(record(example))} = ${enclose("{", entries, "}")};`;
  return { path, text: printFile(path, "openapi", body) };
};

const examplesName = (domain: Domain): string => `${lowerFirst(domain.typeName)}Examples`;

/** The name and place of a domain's examples. */
export const examplesOf = (domain: Domain): Code => value(examplesName(domain), artifact(domain.name, "examples"));

function exampleOf(model: Model, domain: Domain, operation: Operation): readonly Code[] {
  const needed = (place: OperationParameter["in"]) => operation.parameters.filter((item) => item.in === place && item.required);
  const given = (
    [
      ["params", "path"],
      ["query", "query"],
      ["headers", "header"],
    ] as const
  ).flatMap(([name, place]) => {
    const entries = needed(place).map((item) => code`${propertyName(item.name)}: ${text(model, item, operation.id)}`);
    return entries.length === 0 ? [] : [code`${name}: ${enclose("{", entries, "}")}`];
  });
  // Neither of the two things that it can be asked by is required: one of them is.
  if (operation.crud?.kind === "similar") given.push(code`query: { text: "sample" }`);
  const { body } = operation;
  const made = body?.kind === "json" ? [code`body: ${complete(domain, operation, seeded(model, body.schema, operation.id))}`] : [];
  const wrong = [...wrongBodies(model, operation), ...wrongQueries(model, operation)];
  return [
    ...given,
    ...made,
    ...(operation.machine?.kind === "transition" && operation.permission !== "internal"
      ? [code`roles: ${literal(operation.machine.roles)}`]
      : []),
    ...(isComplete(domain, operation) ? [code`complete: true`] : []),
    ...(operation.tenant ? [code`tenant: true`] : []),
    ...consequences(domain, operation),
    ...fieldRoles(model, domain, operation),
    ...(wrong.length === 0 ? [] : [code`violations: ${enclose("[", wrong, "]")}`]),
  ];
}

/** Fields whose made-up value names a row that is not there. */
const naming = (entity: Entity): readonly Field[] =>
  entity.fields.filter(({ name, exists }) => exists !== undefined || entity.parents.some(({ field }) => field === name));

/** Whether it succeeds as it stands: what the spec alone decides, on rows that a caller's own organization can hold. */
function isComplete(domain: Domain, operation: Operation): boolean {
  const moved = machineEntity(domain, operation);
  if (moved !== undefined) return moved.scope !== "global" && isFirst(moved, operation);
  const entity = crudEntity(domain, operation);
  if (entity === undefined || entity.scope === "global") return false;
  // Made-up roles are not the caller's.
  if (operation.crud?.kind === "setAccess") return false;
  return operation.crud?.kind !== "create" || !naming(entity).some(({ required }) => required);
}

/** What must come before an operation, and what is published after it. */
function consequences(domain: Domain, operation: Operation): readonly Code[] {
  const { crud } = operation;
  const deleting = domain.operations.find((other) => other.crud?.kind === "delete" && other.crud.entity === crud?.entity);
  const event = eventOf(domain, operation);
  return [
    ...(crud?.kind === "undelete" && deleting !== undefined ? [code`after: ${literal(deleting.id)}`] : []),
    ...(event === undefined ? [] : [code`event: ${literal(event.type)}`]),
  ];
}

/** The fields that only some roles see in the answer, or set with the body. */
function fieldRoles(model: Model, domain: Domain, operation: Operation): readonly Code[] {
  const kind = operation.crud?.kind;
  const fields = crudEntity(domain, operation)?.fields ?? [];
  const of = (name: string, chosen: readonly (readonly [string, readonly string[]])[]): readonly Code[] =>
    chosen.length === 0
      ? []
      : [
          code`${name}: ${enclose(
            "{",
            chosen.map(([field, roles]) => `${propertyName(field)}: ${literal(roles)}`),
            "}",
          )}`,
        ];
  const seen = kind === "create" || kind === "get" || kind === "update";
  const set = kind === "create" || kind === "update";
  const closed = set
    ? fields.flatMap(({ name, writers, readOnly, immutable }) =>
        writers === undefined || readOnly || (immutable && kind === "update") ? [] : [[name, writers] as const],
      )
    : [];
  const { body } = operation;
  return [
    ...of("readers", seen ? fields.flatMap(({ name, readers }) => (readers === undefined ? [] : [[name, readers] as const])) : []),
    ...of("writers", closed),
    ...(closed.length > 0 && body?.kind === "json" ? [code`whole: ${seeded(model, body.schema, operation.id)}`] : []),
  ];
}

/** A body without what only another row, or a role, could make right. */
function complete(domain: Domain, operation: Operation, made: Code): Code {
  const entity = crudEntity(domain, operation);
  const kind = operation.crud?.kind;
  if (entity === undefined || (kind !== "create" && kind !== "update")) return made;
  const asking = naming(entity).filter(({ immutable, required }) => (kind === "create" ? !required : !immutable));
  const closed = entity.fields.filter((field) => field.writers !== undefined && !field.readOnly && (kind === "create" || !field.immutable));
  const left = [...new Set([...asking, ...closed])];
  return left.length === 0 ? made : code`{ ...${made}, ${left.map(({ name }) => `${propertyName(name)}: undefined`).join(", ")} }`;
}

/** Whether it can be the first that is done with a new entity, without asking hand-written code. */
function isFirst({ machine }: Entity, { machine: operation, body }: Operation): boolean {
  if (operation?.kind !== "transition") return true;
  const transition = machine?.transitions.find(({ name }) => name === operation.transition);
  return (
    machine !== undefined && transition?.guard === undefined && body === undefined && transition?.from.includes(machine.initial) === true
  );
}

function wrongBodies(model: Model, { id, body }: Operation): readonly Code[] {
  if (body?.kind !== "json") return [];
  return violations(model, body.schema).map(({ pointer, name, value }) => {
    const wrong = enclose("{", [...besides(model, body.schema, name, id), `${propertyName(name)}: ${value}`], "}");
    return enclose("{", [`pointer: ${literal(pointer)}`, code`body: ${wrong}`], "}");
  });
}

/** What a body has beside a wrong property: an object without a name is written out. */
function besides(model: Model, schema: Schema, wrong: string, id: string): readonly Code[] {
  if (schema.kind !== "object") return [code`...${seeded(model, schema, id)}`];
  return schema.properties
    .filter(({ name, schema: property }) => name !== wrong && property.kind !== "never")
    .map(({ name, schema: property }) => code`${propertyName(name)}: ${seeded(model, property, id)}`);
}

/** A parameter that is no number, no value of its list, or below its minimum. */
function wrongQueries(model: Model, { parameters }: Operation): readonly Code[] {
  return parameters
    .filter((item) => item.in === "query")
    .flatMap((item) => {
      const { kind } = plain(item.schema, model);
      if (kind !== "number" && kind !== "enum" && kind !== "boolean") return [];
      return [code`${literal({ pointer: `?${item.name}`, query: { [item.name]: "no such value" } })}`];
    });
}

const text = (model: Model, parameter: OperationParameter, id: string): Code => {
  const schema = plain(parameter.schema, model);
  const made = seeded(model, schema, id);
  return schema.kind === "string" || schema.kind === "id" ? made : code`String(${made})`;
};

/** A sample that stands by itself. */
function seeded(model: Model, schema: Schema, id: string): Code {
  const content = sample(model, schema);
  const made = { ...content, text: content.text.replaceAll("(number)", "(1)") };
  if (!made.text.includes("make.")) return made;
  const make = code`${value("seeded", `${testing}/seeded.ts`)}(${literal(id)}, 1)`;
  const [, rest] = /^make\.(.*)$/s.exec(made.text) ?? [];
  return rest !== undefined && !rest.includes("make.") ? code`${make}.${{ ...made, text: rest }}` : code`((make) => ${made})(${make})`;
}
