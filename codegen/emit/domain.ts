import type { Domain } from "../model/model.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import { behaviour, hasBehaviour, needsLive } from "./behaviour.ts";
import type { DomainEmitter, ModelEmitter } from "./emitter.ts";
import { encryptedTables } from "./encrypted.ts";
import { isPublished } from "./is-published.ts";
import { hasGuards, machinesFunction } from "./machine.ts";
import { timesOut } from "./machine-rows.ts";
import { embeddings } from "./near.ts";
import { parentsFirst } from "./relations.ts";
import { searches } from "./search.ts";
import { sensitiveNames } from "./sensitive-names.ts";
import { defaulted } from "./service.ts";
import { tablesType } from "./tables.ts";

/** What the composition root needs to know of a domain. */
export const emitDomain: DomainEmitter = (domain) => {
  const path = artifact(domain.name, "domain");
  const name = lowerFirst(domain.typeName);
  const own = (what: string, file: string) => value(`${name}${what}`, artifact(domain.name, file));
  const ownType = (what: string, file: string) => type(`${domain.typeName}${what}`, artifact(domain.name, file));
  const prefixes = domain.entities.map((entity) => `${propertyName(entity.prefix)}: ${literal(entity.name)}`);
  const unserved = domain.operations.filter((operation) => !isPublished(operation)).map(({ id }) => id);
  const lines = [
    `name: ${literal(domain.name)},`,
    `tier: ${literal(domain.tier)},`,
    `requires: ${literal(domain.requires)},`,
    code`permissions: ${own("Permissions", "permissions")},`,
    code`roles: ${own("Roles", "permissions")},`,
    code`config: ${own("Settings", "config")},`,
    ...(domain.features.length === 0 ? [] : [`features: ${literal(domain.features)},`]),
    ...tenantTables(domain),
    ...encryptedTables(domain),
    code`prefixes: ${enclose("{", prefixes, "}")},`,
    code`operations: ${own("Operations", "server")},`,
    ...(unserved.length === 0 ? [] : [`internal: ${literal(unserved)},`]),
    "repositories,",
    code`events: ${own("Events", "events")},`,
    code`client: ${own("Client", "client")},`,
    code`defaults: ${defaulted(domain).length === 0 ? "() => ({})" : own("Defaults", "service")},`,
    code`consumers: ${domain.consumes.length === 0 ? "() => []" : own("Consumers", "events")},`,
    ...guarded(domain),
    ...timeouts(domain),
    ...purges(domain),
    ...searches(domain),
    ...embeddings(domain),
  ];
  const body = code`export const ${name}Domain: ${type("Domain", "internal/core/modules/domain.ts")}<${ownType("Repositories", "repository")}, ${ownType("Service", "service")}> = {
  ${lines}
};

${repositories(domain)}`;
  return { path, text: printFile(path, source(domain.name), body) };
};

/** Says that the domain cannot do without hand-written code; no line where it can. */
const guarded = (domain: Domain): readonly string[] => (hasGuards(domain) ? ["guarded: true,"] : []);

/** The machines whose states time out; nothing for a domain that has none. */
function timeouts(domain: Domain): readonly Code[] {
  const timed = domain.entities.filter(timesOut);
  if (timed.length === 0) return [];
  const parts = type(`${domain.typeName}Parts`, artifact(domain.name, "service"));
  const names = timed.map(({ variable }) => `machines.${variable}`);
  return [
    code`timeouts: (parts: ${parts}) => {
  const machines = ${machinesFunction(domain)}(parts);
  return ${enclose("[", names, "]")};
},`,
  ];
}

/** The repositories whose deleted rows are purged in the end, children before their parents; no line where none are. */
function purges({ entities }: Domain): readonly Code[] {
  const hiding = parentsFirst(entities).filter(({ softDelete }) => softDelete);
  const names = hiding.toReversed().map(({ name, pluralVariable }) => `${propertyName(name)}: ${pluralVariable}`);
  const taken = hiding.map(({ pluralVariable }) => pluralVariable);
  return names.length === 0 ? [] : [code`purges: ({ ${taken.join(", ")} }) => (${enclose("{", names, "}")}),`];
}

/** What is removed when an organization is purged, children before their parents; no line where nothing is. */
function tenantTables({ entities }: Domain): readonly string[] {
  const owned = parentsFirst(entities).filter(({ scope }) => scope === "organization" || scope === "cascade");
  const tables = owned.toReversed().map(({ table }) => table);
  return tables.length === 0 ? [] : [`tenantTables: ${literal(tables)},`];
}

/** All domains, those that others require first. */
export const emitDomains: ModelEmitter = (model) => {
  const path = "generated/domains.gen.ts";
  const domains = model.domains.map(({ name, typeName }) => value(`${lowerFirst(typeName)}Domain`, artifact(name, "domain")));
  const body = code`/** Those that others require come first. */
export const domains = ${enclose("[", domains, "]")} as const;

/** Below which path all operations are served. */
export const basePath = ${literal(model.basePath)};

/** The names of what no log may hold, in whatever object they stand. */
export const sensitive: readonly string[] = ${enclose("[", sensitiveNames(model).map(literal), "]")};`;
  return { path, text: printFile(path, "openapi", body) };
};

function repositories(domain: Domain): Code {
  const result = type(`${domain.typeName}Repositories`, artifact(domain.name, "repository"));
  const database = type("Database", "internal/core/database/database.ts");
  if (domain.entities.length === 0)
    return code`function repositories(): ${result} {
  return {};
}`;
  const made = (dialect: "sqlite" | "postgres" | "memory") =>
    enclose(
      "{",
      domain.entities.map(
        (entity) => code`${entity.pluralVariable}: ${value(`${dialect}${entity.plural}`, artifact(domain.name, dialect))}(db)`,
      ),
      "}",
    );
  const live = needsLive(domain)
    ? code`, live: ${type("Live", "internal/core/live/live.ts")} = ${value("localLive", "internal/core/live/local-live.ts")}()`
    : "";
  const done = (rows: Code): Code =>
    hasBehaviour(domain) ? code`${behaviour(domain)}(db, ${needsLive(domain) ? "live, " : ""}${rows})` : rows;
  const sql = (dialect: "Sqlite" | "Postgres") =>
    code`${type("SqlDatabase", "internal/core/database/database.ts")}<${type(tablesType(domain, dialect), artifact(domain.name, "tables"))}>`;
  return code`// A Database is one of these three, as its dialect says.
function repositories(database: ${database}${live}): ${result} {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as ${sql("Sqlite")};
      return ${done(made("sqlite"))};
    }
    case "postgres": {
      const db = database as ${sql("Postgres")};
      return ${done(made("postgres"))};
    }
    case "memory": {
      const db = database as ${type("MemoryDatabase", "internal/core/database/memory.ts")};
      return ${done(made("memory"))};
    }
  }
}`;
}
