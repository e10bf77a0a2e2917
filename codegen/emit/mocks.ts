import type { Json, Schema } from "../model/json-schema.ts";
import type { Domain, Entity, Field, Model, NamedSchema } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose } from "../print/layout.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import { isAudit } from "./audit.ts";
import type { DomainEmitter, ModelEmitter } from "./emitter.ts";
import { changeType, insertType, mutable, onlyCodeSets } from "./entity-types.ts";
import { isPublished } from "./is-published.ts";
import { factory, members, sample, sampleOf, sampler } from "./samples.ts";
import { crudEntity } from "./signatures.ts";

const testing = "internal/core/testing";

/** Factories that give valid data, the same for the same number, and MSW handlers that answer every operation with it. */
export const emitMocks: DomainEmitter = (domain, model) => {
  const entities = new Map(domain.entities.map((entity) => [entity.name, entity]));
  const factories = domain.schemas.flatMap((named) => {
    const entity = entities.get(named.name);
    if (entity === undefined) return isLeftOut(domain, named) ? [] : [ofSchema(model, named)];
    // Nothing that can be mocked answers with what stays inside.
    return entity.inside === true ? [] : [ofEntity(model, domain, entity)];
  });
  const byCode = domain.entities.flatMap((entity) => ofCode(model, entity));
  return { path: artifact(domain.name, "mocks"), text: print(domain.name, [...factories, ...byCode, handlers(model, domain)]) };
};

/** Factories of the schemas that no domain owns. */
export const emitSharedMocks: ModelEmitter = (model) =>
  model.shared.length === 0
    ? undefined
    : {
        path: artifact(undefined, "mocks"),
        text: print(
          undefined,
          model.shared.map((named) => ofSchema(model, named)),
        ),
      };

const print = (domain: string | undefined, parts: readonly Code[]): string =>
  printFile(artifact(domain, "mocks"), source(domain), join(parts, "\n\n"));

/** Pages are made where they are answered, and what nobody can change has no patch. */
const isLeftOut = (domain: Domain, { name }: NamedSchema): boolean =>
  domain.entities.some(
    (entity) =>
      name === `${entity.name}Page` ||
      name === `${entity.name}AuditPage` ||
      name === `${entity.name}Similar` ||
      isAudit(domain, name) ||
      (name === `${entity.name}Patch` && mutable(entity).length === 0),
  );

function ofEntity(model: Model, domain: Domain, entity: Entity): Code {
  const entries = entity.fields.map((field) => code`${propertyName(field.name)}: ${fieldSample(model, field)}`);
  return factoryOf(domain.name, entity.name, entries);
}

/** What code may insert and change, where that is more than callers may. */
function ofCode(model: Model, entity: Entity): readonly Code[] {
  const settable = entity.fields.filter(onlyCodeSets);
  const more = (name: string, from: string, fields: readonly Field[]): readonly Code[] =>
    name === from
      ? []
      : [
          factoryOf(entity.domain, name, [
            code`...${factory(entity.domain, from)}(number)`,
            ...fields.map((field) => code`${propertyName(field.name)}: ${fieldSample(model, field)}`),
          ]),
        ];
  return [
    ...more(insertType(entity), `${entity.name}Create`, settable),
    ...more(
      changeType(entity),
      `${entity.name}Patch`,
      settable.filter((field) => !field.immutable),
    ),
  ];
}

function ofSchema(model: Model, named: NamedSchema): Code {
  const { schema, domain, name, example } = named;
  if (example !== undefined) return ofExample(named, example);
  if (schema.kind === "object" && schema.properties.length > 0) return factoryOf(domain, name, members(model, schema.properties, named));
  const content = sample(model, schema, named);
  const seed = content.text.includes("make.")
    ? code`\n  const make = ${value("seeded", `${testing}/seeded.ts`)}(${literal(name)}, number);`
    : "";
  const number = content.text.includes("make.") || content.text.includes("(number)") ? "number" : "_number";
  return code`export function ${factory(domain, name)}(${number}: number): ${type(name, artifact(domain, "types"))} {${seed}
  return ${content};
}`;
}

/** The spec knows best what is right beyond the schema: every number gives its example. */
function ofExample({ schema, domain, name }: NamedSchema, example: Json): Code {
  const content = type(name, artifact(domain, "types"));
  const open = schema.kind === "object" ? `, given: Partial<${name}> = {}` : "";
  const made = schema.kind === "object" ? code`{ ...example, ...given }` : code`example`;
  return code`export function ${factory(domain, name)}(_number: number${open}): ${content} {
  const example: ${content} = ${literal(example)};
  return ${made};
}`;
}

function factoryOf(domain: string | undefined, name: string, entries: readonly Code[]): Code {
  const content = type(name, artifact(domain, "types"));
  const makes = entries.some(({ text }) => text.includes("make."));
  const seed = makes ? code`\n  const make = ${value("seeded", `${testing}/seeded.ts`)}(${literal(name)}, number);` : "";
  const number = makes || entries.some(({ text }) => text.includes("(number)")) ? "number" : "_number";
  return code`export function ${factory(domain, name)}(${number}: number, given: Partial<${content}> = {}): ${content} {${seed}
  return {
    ${[...entries.map((entry) => code`${entry},`), "...given,"]}
  };
}`;
}

function fieldSample(model: Model, field: Field): Code {
  switch (field.server) {
    case "version":
      return code`1`;
    case "organization":
      return code`make.id("og")`;
    case "actor":
      return code`make.id("us")`;
    default:
      return sample(model, field.schema);
  }
}

function handlers(model: Model, domain: Domain): Code {
  const rows = domain.operations.filter(isPublished).map((operation) => enclose("{", mock(model, domain, operation), "}"));
  if (rows.length === 0)
    return code`/** Nothing of it is served. */
export const ${lowerFirst(domain.typeName)}Handlers = (): ${type("HttpHandler", "msw")}[] => [];`;
  const outcomes = code`${type("MockOutcomes", `${testing}/mock-handlers.ts`)}<keyof ${type(`${domain.typeName}Service`, artifact(domain.name, "service"))}>`;
  return code`/** Answers every operation, for MSW: with success and at once, unless \`outcomes\` says otherwise. */
export function ${lowerFirst(domain.typeName)}Handlers(base = ${literal(model.basePath)}, outcomes: ${outcomes} = {}): ${type("HttpHandler", "msw")}[] {
  const operations: readonly ${type("MockOperation", `${testing}/mock-handlers.ts`)}<keyof ${type(`${domain.typeName}Service`, artifact(domain.name, "service"))}>[] = [
    ${rows.map((row) => code`${row},`)}
  ];
  return ${value("mockHandlers", `${testing}/mock-handlers.ts`)}(base, operations, outcomes);
}`;
}

function mock(model: Model, domain: Domain, operation: Operation): readonly Code[] {
  const { id, method, path } = operation;
  // Of several answers the first is mocked: it has the least status, and JSON goes before others.
  const response = operation.response.choices?.[0] ?? operation.response;
  const start = [
    code`id: ${literal(id)}`,
    code`method: ${literal(method)}`,
    code`path: ${literal(path)}`,
    code`status: ${response.status}`,
  ];
  if (response.kind === "none") return [...start, code`answer: "none"`];
  if (response.kind === "binary") return [...start, code`answer: "bytes"`, code`make: () => "sample"`];
  if (response.kind === "text") return [...start, code`answer: "text"`, code`make: () => "sample"`];
  const kind = response.kind === "sse" ? [code`answer: "stream"`] : [];
  return [...start, ...kind, code`make: ${answer(model, domain, operation, response.schema)}`];
}

function answer(model: Model, domain: Domain, operation: Operation, schema: Schema | undefined): Code {
  const entity = crudEntity(domain, operation);
  const kind = operation.crud?.kind;
  if (entity === undefined || kind === undefined) return custom(model, operation, schema);
  const shown = (args: Code | string) => sampleOf(model, domain.name, entity.name, args);
  if (kind === "create") return code`() => ${shown("1")}`;
  const page = (name: string) =>
    code`() => ${value("mockPage", `${testing}/mock-handlers.ts`)}(${sampler(model, domain.name, name, "number")})`;
  if (kind === "list") return page(entity.name);
  if (kind === "similar") return code`() => ({ items: [1, 2, 3].map((number) => ({ distance: number / 10, item: ${shown("number")} })) })`;
  if (kind === "access" || kind === "setAccess") return code`() => ${sampleOf(model, domain.name, `${entity.name}Access`, "1")}`;
  if (kind === "audit") return page(`${entity.name}Audit`);
  const id = operation.parameters.find((item) => item.in === "path")?.name ?? "id";
  return code`(params) => ${shown(code`1, { id: params${access(id)} as ${type(entity.idType, artifact(domain.name, "types"))} }`)}`;
}

function custom(model: Model, { id }: Operation, schema: Schema | undefined): Code {
  if (schema === undefined) return code`() => undefined`;
  if (schema.kind === "reference") return code`() => ${sampleOf(model, schema.domain, schema.name, "1")}`;
  if (schema.kind === "array" && schema.items.kind === "reference") {
    const { domain, name } = schema.items;
    return code`() => [${join(
      ["1", "2", "3"].map((number) => sampleOf(model, domain, name, number)),
      ", ",
    )}]`;
  }
  const content = sample(model, schema, undefined, "1");
  if (!content.text.includes("make.")) return code`() => ${content.text.startsWith("{") ? code`(${content})` : content}`;
  const make = code`const make = ${value("seeded", `${testing}/seeded.ts`)}(${literal(id)}, 1);`;
  return code`() => {\n  ${make}\n  return ${content};\n}`;
}
