import type { Domain, Entity, Field, Model, Operation, OperationParameter } from "../model/model.ts";
import { type Code, code, join, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";
import { mutable } from "./entity-types.ts";
import { plain } from "./parameters.ts";
import { factory, sample } from "./samples.ts";
import { crudEntity } from "./signatures.ts";

const testing = "internal/core/testing";

/** What holds of every domain, asked of this one: its repositories on each database, its operations over HTTP. Data only. */
export const emitContractTest: DomainEmitter = (domain, model) => {
  const path = `generated/${domain.name}/contract.test.gen.ts`;
  const parts = [...domain.entities.map((entity) => repository(domain, entity)), operations(model, domain)];
  return { path, text: printFile(path, source(domain.name), join(parts, "\n\n")) };
};

const descriptor = (domain: Domain): Code => value(`${lowerFirst(domain.typeName)}Domain`, artifact(domain.name, "domain"));

function repository(domain: Domain, entity: Entity): Code {
  const given = entity.fields.filter((field) => field.server === undefined && !field.readOnly);
  const names = (fields: readonly Field[]) => literal(fields.map((field) => field.name));
  const patch = mutable(entity).length === 0 ? [] : [code`patch: ${factory(domain.name, `${entity.name}Patch`)},`];
  const lines = [
    code`entity: ${literal(entity.name)},`,
    code`scope: ${literal(entity.scope)},`,
    code`prefix: ${literal(entity.prefix)},`,
    code`open: (database) => ${descriptor(domain)}.repositories(database).${entity.pluralVariable},`,
    code`create: ${factory(domain.name, `${entity.name}Create`)},`,
    ...patch,
    code`unique: ${literal(entity.unique)},`,
    code`filter: ${literal(entity.filter)},`,
    code`sort: ${literal(entity.sort)},`,
    code`immutable: ${names(given.filter((field) => field.immutable))},`,
    code`nullable: ${names(given.filter((field) => field.nullable && !field.immutable))},`,
  ];
  return code`${value("repositoryContract", `${testing}/repository-contract.ts`)}({\n  ${lines}\n});`;
}

function operations(model: Model, domain: Domain): Code {
  const samples = domain.operations.flatMap((operation) => sampleInput(model, domain, operation));
  return code`${value("operationContract", `${testing}/operation-contract.ts`)}({
  domain: ${descriptor(domain)},
  samples: ${samples.length === 0 ? "{}" : code`{\n  ${samples}\n}`},
});`;
}

/** A valid input for an operation, as it stands in a request; nothing for one that needs none. */
function sampleInput(model: Model, domain: Domain, operation: Operation): readonly Code[] {
  const { parameters, body, id } = operation;
  const entity = crudEntity(domain, operation);
  const needed = parameters.filter((parameter) => parameter.required);
  const parts = [
    ...(["path", "query", "header"] as const).flatMap((place) => {
      const own = needed.filter((parameter) => parameter.in === place);
      return own.length === 0
        ? []
        : [
            code`${place}: ${enclose(
              "{",
              own.map((item) => text(model, item, id)),
              "}",
              20,
            )}`,
          ];
    }),
    ...(body === undefined ? [] : [code`body: ${body.kind === "binary" ? '"sample"' : seededSample(model, body.schema, id)}`]),
  ];
  // Where the row is one that the suite can make, it puts that row's id in the path.
  const made = entity === undefined || parts.length === 0 ? [] : [code`entity: ${literal(entity.name)}`];
  return parts.length === 0 ? [] : [code`${id}: ${enclose("{", [...made, ...parts], "}", id.length + 8)},`];
}

const text = (model: Model, parameter: OperationParameter, id: string): Code =>
  code`${propertyName(parameter.name)}: String(${seededSample(model, plain(parameter.schema, model), id)})`;

function seededSample(model: Model, schema: Parameters<typeof sample>[1], id: string): Code {
  const content = sample(model, schema);
  const made = { ...content, text: content.text.replaceAll("(number)", "(1)") };
  if (!made.text.includes("make.")) return made;
  const make = code`${value("seeded", `${testing}/seeded.ts`)}(${literal(id)}, 1)`;
  const [, rest] = /^make\.(.*)$/s.exec(made.text) ?? [];
  return rest !== undefined && !rest.includes("make.") ? code`${make}.${{ ...made, text: rest }}` : code`((make) => ${made})(${make})`;
}
