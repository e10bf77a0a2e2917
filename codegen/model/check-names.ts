import { at, get } from "../read/node.ts";
import { vectorTable } from "./embedding.ts";
import type { Domain, Entity } from "./model.ts";
import type { Operation } from "./operation.ts";
import type { Registry, Spec } from "./registry.ts";
import { Taken } from "./taken.ts";

/** What a service is made of beside its repositories, which are named after their entities. */
const parts = new Set(["events", "core", "config", "contracts"]);

/** Checks what must be unique over all domains: their names, tables, prefixes, operations, routes and environment variables. */
export function checkNames(domains: readonly Domain[], { specs, problems }: Registry): void {
  const names = new Taken(problems);
  const tables = new Taken(problems);
  const prefixes = new Taken(problems);
  const variables = new Taken(problems);
  const operations = new Taken(problems);
  const routes = new Taken(problems);
  const events = new Taken(problems);
  const menu = new Taken(problems);
  for (const domain of domains) {
    names.take(domain.name, "Another document", domain.location, `Two documents are the domain ${domain.name}.`);
    const spec = specs.find(({ root }) => root.file.path === domain.location.file);
    for (const entity of domain.entities) {
      const owner = `${domain.name}.${entity.name}`;
      tables.take(entity.table, owner, entity.location, `${entity.name} would have the table ${entity.table}, which is taken.`);
      if (entity.roles) {
        const table = `${entity.table}_roles`;
        tables.take(table, owner, entity.location, `${entity.name} would have the table ${table} for its roles, which is taken.`);
      }
      if (entity.fields.some(({ searched }) => searched)) {
        const table = `${entity.table}_search`;
        tables.take(table, owner, entity.location, `${entity.name} would have the table ${table} for its search, which is taken.`);
      }
      if (entity.embedding !== undefined) {
        const table = vectorTable(entity.table, entity.embedding.dimensions);
        tables.take(table, owner, entity.location, `${entity.name} would have the table ${table} for its vectors, which is taken.`);
      }
      if (parts.has(entity.pluralVariable)) {
        const message = `${entity.name}'s rows would be \`parts.${entity.pluralVariable}\`, which is what a service's ${entity.pluralVariable} are called.`;
        problems.add("duplicateName", entity.location, message);
      }
      prefixes.take(entity.prefix, owner, prefixOf(spec, entity), `The prefix ${entity.prefix} is taken.`);
    }
    for (const { name, env } of domain.config) {
      const place = spec?.annotationNode === undefined ? domain.location : at(spec.annotationNode, "config", name, "env");
      variables.take(env, `${domain.name}.${name}`, place, `The environment variable ${env} is taken.`);
    }
    for (const { type, method, location } of domain.events) {
      events.take(type, type, location, `There are two events ${type}.`);
      events.take(`${domain.name} ${method}`, type, location, `In code, the event ${type} would be called ${method}, as is another.`);
    }
    spec?.annotation?.menu?.forEach(({ id, path }, index) => {
      const place = at(spec.annotationNode ?? spec.root, "menu", index);
      menu.take(`id ${id}`, `The menu entry ${id}`, at(place, "id"), `The menu entry ${id} is there already.`);
      menu.take(`path ${path}`, `The menu entry ${id}`, at(place, "path"), `The menu leads to ${path} already.`);
    });
    for (const operation of domain.operations) {
      operations.take(operation.id, operation.id, operation.location, `The operationId ${operation.id} is taken${maker(operation)}.`);
      const route = `${operation.method} ${operation.path.replaceAll(/\{[^{}]*\}/g, "{}")} ${JSON.stringify(operation.query ?? [])}`;
      const request = `${operation.method.toUpperCase()} ${operation.path}`;
      routes.take(route, operation.id, operation.location, `${operation.id} answers ${request}, which is taken${maker(operation)}.`);
    }
  }
}

const maker = ({ crud, machine }: Operation): string => {
  const entity = crud?.entity ?? machine?.entity;
  return entity === undefined ? "" : `; the entity ${entity} makes it`;
};

const prefixOf = (spec: Spec | undefined, entity: Entity) => {
  const node = spec?.schemas.find(({ name }) => name === entity.name)?.node;
  return get(get(get(node, "x-codegen"), "entity"), "prefix") ?? entity.location;
};
