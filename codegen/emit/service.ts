import type { Change, CrudKind, Domain, Entity, EventType, Model } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose, typeArguments } from "../print/layout.ts";
import { comment, literal, propertyName } from "../print/text.ts";
import { artifact, bound, lowerFirst, source } from "./artifact.ts";
import { asked, askedParts, askReferences } from "./asked-references.ts";
import { auditMethod } from "./audit.ts";
import type { DomainEmitter } from "./emitter.ts";
import { asksCode } from "./entity-types.ts";
import { guardsType, hasGuards, machinesFunction, moving } from "./machine.ts";
import { machineMethod } from "./machine-service.ts";
import { similarMethod } from "./near.ts";
import { roleMethod } from "./roles.ts";
import { crudEntity, signature } from "./signatures.ts";
import { viewFunction } from "./views.ts";

const eventualFile = "internal/core/eventual/eventual.ts";

/** The service interface, what a service is made of, what the spec alone says of its operations, and what is left to write by hand. */
export const emitService: DomainEmitter = (domain, model) => {
  const path = artifact(domain.name, "service");
  const parts = [serviceInterface(domain, model), partsInterface(domain, model), ...defaults(domain), moduleInterface(domain)];
  return { path, text: printFile(path, source(domain.name), join(parts, "\n\n")) };
};

/** Operations whose body the spec alone decides. */
export const defaulted = (domain: Domain): readonly Operation[] =>
  domain.operations.filter((operation) => {
    const entity = crudEntity(domain, operation);
    return operation.machine !== undefined || (entity !== undefined && !(operation.crud?.kind === "create" && asksCode(entity)));
  });

function serviceInterface(domain: Domain, model: Model): Code {
  const methods = domain.operations.map((operation) => {
    const { parameters, result } = signature(model, domain, operation);
    const failing = operation.failure === undefined ? "" : `@throws Failure<${operation.failure.type}>`;
    const about = [operation.summary, operation.description, failing, operation.deprecated ? "@deprecated" : ""];
    return code`${comment(about.filter((text) => text !== "").join("\n"))}${operation.id}(${parameters}): ${result};`;
  });
  return code`${comment(domain.description)}export interface ${domain.typeName}Service {
  ${methods}
}`;
}

function partsInterface(domain: Domain, model: Model): Code {
  const required = model.domains.filter(({ name }) => domain.requires.includes(name));
  const contracts = required.map(
    ({ name, typeName }) => code`readonly ${propertyName(name)}: ${type(`${typeName}Service`, `generated/contracts/${name}.gen.ts`)};`,
  );
  const services =
    contracts.length === 0 ? [] : [code`/** Services of the domains that this one requires. */\nreadonly contracts: {\n  ${contracts}\n};`];
  const own = (what: string, file: string) => type(`${domain.typeName}${what}`, artifact(domain.name, file));
  const repositories = domain.entities.length === 0 ? "" : code` extends ${own("Repositories", "repository")}`;
  return code`/** What the service is made of. */
export interface ${domain.typeName}Parts${repositories} {
  ${[code`readonly events: ${own("Events", "events")};`, ...(hasGuards(domain) ? [code`readonly guards: ${guardsType(domain)};`] : [])]}
  readonly config: ${own("Config", "config")};
  ${[code`readonly core: ${type("Core", "internal/core/modules/domain.ts")};`, ...services]}
}`;
}

function defaults(domain: Domain): readonly Code[] {
  const operations = defaulted(domain);
  if (operations.length === 0) return [];
  const name = `${domain.typeName}Defaults`;
  const methods = operations.map(
    (operation) => code`${operation.machine === undefined ? method(domain, operation) : machineMethod(domain, operation)},`,
  );
  const repositories = [...new Set(operations.flatMap((operation) => crudEntity(domain, operation)?.pluralVariable ?? []))];
  const publishes = operations.some((operation) => eventOf(domain, operation) !== undefined);
  const reads = operations.some(({ crud }) => crud?.kind === "audit" || crud?.kind === "similar");
  const looked = operations.flatMap((operation) => referring(domain, operation).flatMap((entity) => askedParts(domain, entity)));
  const used = [...new Set([...repositories, ...looked, ...(publishes ? ["core", "events"] : []), ...(reads ? ["core"] : [])])].sort();
  const bare = moving(domain).length === 0;
  const taken = bare ? code`${enclose("{", used, "}")}: ${domain.typeName}Parts` : `parts: ${domain.typeName}Parts`;
  const unpacked = used.length === 0 ? [] : [code`const ${enclose("{", used, "}")} = parts;`];
  const opened = bare ? [] : [...unpacked, code`const machines = ${machinesFunction(domain)}(parts);`];
  return [
    code`export type ${name} = Pick${typeArguments(
      `${domain.typeName}Service`,
      operations.map(({ id }) => literal(id)),
    )};`,
    code`/** What the spec alone says of each operation: its rows and their events, in one transaction. */
export function ${lowerFirst(name)}(${taken}): ${name} {
  ${[...opened, "return {"]}
    ${methods}
  };
}`,
  ];
}

/** What hand-written code in internal/<domain>/module.ts provides. */
function moduleInterface(domain: Domain): Code {
  const name = domain.typeName;
  const complete = defaulted(domain).length === domain.operations.length;
  const consumers =
    domain.consumes.length === 0
      ? []
      : [code`consumers(parts: ${name}Parts, service: ${name}Service): ${type(`${name}Consumers`, artifact(domain.name, "events"))};`];
  const guards = hasGuards(domain)
    ? [code`/** The conditions of transitions. */\nguards(parts: Omit<${name}Parts, "guards">): ${guardsType(domain)};`]
    : [];
  const about = complete
    ? "Without it the defaults serve."
    : "The operations that the spec alone does not decide, and others where they differ from the defaults.";
  return code`/** What internal/${domain.name}/module.ts provides. */
export interface ${name}Module {
  ${[...guards, `/** ${about} */`]}
  service${complete ? "?" : ""}(parts: ${name}Parts): ${name}Service;
  ${[
    ...consumers,
    "/** Removes what a purged organization leaves besides its rows: files, rows that are not bound to it. May run again. */",
    `forget?(parts: ${name}Parts, organization: string): Promise<void>;`,
    "/** Work beside requests: workers, start-up chores. */",
  ]}
  start?(parts: ${name}Parts, service: ${name}Service): Promise<${type("Background", "internal/core/modules/domain.ts")}>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: ${name}Parts, service: ${name}Service): Promise<${type("Background", "internal/core/modules/domain.ts")}>;
}`;
}

/** What an operation publishes of a row that it changes. */
const verbs: { readonly [Kind in CrudKind]?: Change } = { create: "created", update: "updated", delete: "deleted", undelete: "undeleted" };

/** The event that a CRUD operation publishes. */
export function eventOf(domain: Domain, operation: Operation): EventType | undefined {
  const verb = operation.crud && verbs[operation.crud.kind];
  const entity = crudEntity(domain, operation);
  if (verb === undefined || entity === undefined || !entity.events.includes(verb)) return undefined;
  return domain.events.find((event) => event.entity === entity.name && event.type.endsWith(`.${verb}`));
}

function method(domain: Domain, operation: Operation): Code {
  const entity = crudEntity(domain, operation);
  if (entity === undefined || operation.crud === undefined) throw new Error(`${operation.id} is of no entity.`);
  const shown = (row: string): Code | string => {
    const view = viewFunction(domain, entity.name);
    return view === undefined ? row : code`${view}(${row})`;
  };
  const rows = entity.pluralVariable;
  switch (operation.crud.kind) {
    case "list":
      return list(domain, entity, operation);
    case "similar":
      return similarMethod(entity, operation.id, viewFunction(domain, entity.name));
    case "get": {
      const row = rowName(entity);
      return code`${operation.id}: (ctx, id) =>
  ${value("after", eventualFile)}(${rows}.find(ctx, id), (${row}) => {
    if (${row} === undefined) throw ${value("missing", "internal/core/database/rows.ts")}(${literal(entity.name)}, id);
    return ${shown(row)};
  })`;
    }
    case "create":
      return change(domain, entity, operation, "ctx, input", shown);
    case "update":
      return change(domain, entity, operation, "ctx, id, patch, expected", shown);
    case "delete":
      return change(domain, entity, operation, "ctx, id, expected", () => "");
    case "access":
    case "setAccess":
      return roleMethod(entity, operation);
    case "audit":
      return auditMethod(entity, operation);
    case "undelete":
      return change(domain, entity, operation, "ctx, id", shown);
  }
}

function list(domain: Domain, entity: Entity, operation: Operation): Code {
  const view = viewFunction(domain, entity.name);
  const rows = entity.pluralVariable;
  if (view === undefined) return code`${operation.id}: (ctx, query) => ${rows}.list(ctx, query)`;
  return code`async ${operation.id}(ctx, query) {
  const page = await ${rows}.list(ctx, query);
  return { ...page, items: page.items.map(${view}) };
}`;
}

/** The entity whose references an operation writes, if any: none or one. */
function referring(domain: Domain, { crud }: Operation): readonly Entity[] {
  const entity = domain.entities.find(({ name }) => name === crud?.entity);
  if (entity === undefined) return [];
  const fields =
    crud?.kind === "create" ? asked(entity) : crud?.kind === "update" ? asked(entity).filter(({ immutable }) => !immutable) : [];
  return fields.length === 0 ? [] : [entity];
}

const repositoryMethod: { readonly [Kind in CrudKind]?: string } = {
  create: "insert",
  update: "update",
  delete: "delete",
  undelete: "undelete",
};

function change(domain: Domain, entity: Entity, operation: Operation, parameters: string, shown: (row: string) => Code | string): Code {
  const kind = operation.crud?.kind;
  const made = kind && repositoryMethod[kind];
  if (made === undefined) throw new Error(`${operation.id} changes nothing.`);
  const event = eventOf(domain, operation);
  const row = rowName(entity);
  const result = shown(row);
  const changed = code`await ${entity.pluralVariable}.${made}(${parameters})`;
  const answer = result === "" ? [] : [code`return ${result};`];
  const before = referring(domain, operation).map(
    () => code`await ${askReferences(domain, entity, kind === "create" ? "input" : "patch")};`,
  );
  if (event === undefined) {
    const lines = [...before, ...(answer.length === 0 ? [code`${changed};`] : [code`const ${row} = ${changed};`, ...answer])];
    return code`async ${operation.id}(${parameters}) {
  ${lines}
}`;
  }
  const transaction = code`core.database.transact(ctx, async (ctx) => {
  ${[code`const ${row} = ${changed};`, code`await events.${event.method}(ctx, ${row});`, ...answer]}
})`;
  if (before.length === 0) return code`${operation.id}: (${parameters}) =>\n  ${transaction}`;
  // Another domain may be far away: no transaction waits for it.
  return code`async ${operation.id}(${parameters}) {
  ${[...before, code`return ${transaction};`]}
}`;
}

const rowName = (entity: Entity): string => bound(entity.variable, "ctx", "id", "input", "patch", "expected", "core", "events", "query");
