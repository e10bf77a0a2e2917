import type { Domain, Entity } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { access, propertyName } from "../print/text.ts";
import { artifact, bound, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";

/** Whether an entity leaves its service as a view, without its sensitive fields. */
export const hasView = (entity: Entity): boolean => entity.fields.some((field) => field.sensitive);

/** The type by which an entity leaves its service: in answers, in events, in contracts. */
export function viewType(domain: Domain, name: string): Code {
  const entity = domain.entities.find((item) => item.name === name);
  return type(entity !== undefined && hasView(entity) ? `${name}View` : name, artifact(domain.name, "types"));
}

/** The function that makes the view; undefined when the entity leaves as it is. */
export function viewFunction(domain: Domain, name: string): Code | undefined {
  const entity = domain.entities.find((item) => item.name === name);
  return entity !== undefined && hasView(entity) ? value(`${entity.variable}View`, artifact(domain.name, "views")) : undefined;
}

/** One function per entity with sensitive fields. It names what may leave, so that a new field stays inside until it is made again. */
export const emitViews: DomainEmitter = (domain) => {
  const entities = domain.entities.filter(hasView);
  if (entities.length === 0) return undefined;
  const path = artifact(domain.name, "views");
  return {
    path,
    text: printFile(
      path,
      source(domain.name),
      join(
        entities.map((entity) => view(domain, entity)),
        "\n\n",
      ),
    ),
  };
};

function view(domain: Domain, entity: Entity): Code {
  const variable = bound(entity.variable);
  const fields = entity.fields
    .filter((field) => !field.sensitive)
    .map((field) => `${propertyName(field.name)}: ${variable}${access(field.name)},`);
  const shown = viewType(domain, entity.name);
  return code`/** What may be known of a ${entity.name} outside its service. */
export function ${entity.variable}View(${variable}: ${shown}): ${shown} {
  return {
    ${fields}
  };
}`;
}
