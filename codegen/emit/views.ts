import { article } from "../model/derived.ts";
import type { Domain, Entity } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { artifact, bound, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";

/** Whether an entity leaves its service as a view: without its sensitive fields, and with others only for those who may see them. */
export const hasView = ({ fields, inside }: Entity): boolean =>
  inside !== true && fields.some((field) => field.sensitive || field.readers !== undefined);

/** The type by which an entity leaves its service: in answers, in events, in contracts. */
export function viewType(domain: Domain, name: string): Code {
  const entity = domain.entities.find((item) => item.name === name);
  return type(entity !== undefined && hasView(entity) ? `${name}View` : name, artifact(domain.name, "types"));
}

/** The function that makes the view; undefined when the entity leaves as it is. */
export function viewFunction(domain: Domain, name: string): Code | undefined {
  const entity = domain.entities.find((item) => item.name === name);
  return entity !== undefined && hasSecrets(entity) ? value(`${entity.variable}View`, artifact(domain.name, "views")) : undefined;
}

const hasSecrets = ({ fields, inside }: Entity): boolean => inside !== true && fields.some((field) => field.sensitive);

/** The function that makes what an event says of an entity: nothing that only some may see, for nobody knows who will read it. */
export function eventFunction(domain: Domain, name: string): Code | undefined {
  const entity = domain.entities.find((item) => item.name === name);
  return entity === undefined || readersOf(entity) === undefined
    ? viewFunction(domain, name)
    : value(`${entity.variable}Event`, artifact(domain.name, "views"));
}

/** `employeeReaders`: who sees which field; undefined when everybody sees all. */
export const readersOf = (entity: Entity): Code | undefined =>
  entity.fields.some(({ readers }) => readers !== undefined)
    ? value(`${entity.variable}Readers`, artifact(entity.domain, "views"))
    : undefined;

/** `employeeWriters`: who may set which field. */
export const writersOf = (entity: Entity): Code | undefined =>
  entity.fields.some((field) => field.writers !== undefined && !field.readOnly)
    ? value(`${entity.variable}Writers`, artifact(entity.domain, "views"))
    : undefined;

/** What may leave of entities with sensitive fields, by name, so that a new field stays inside until it is made again; and who may see or set what. */
export const emitViews: DomainEmitter = (domain) => {
  const entities = domain.entities.filter((entity) => hasView(entity) || writersOf(entity) !== undefined);
  if (entities.length === 0) return undefined;
  const path = artifact(domain.name, "views");
  return {
    path,
    text: printFile(
      path,
      source(domain.name),
      join(
        entities.flatMap((entity) => [
          ...(hasSecrets(entity) ? [view(domain, entity)] : []),
          ...(readersOf(entity) === undefined ? [] : [eventView(domain, entity), roles(entity, "Readers")]),
          ...(writersOf(entity) === undefined ? [] : [roles(entity, "Writers")]),
        ]),
        "\n\n",
      ),
    ),
  };
};

function view(domain: Domain, entity: Entity): Code {
  const variable = bound(entity.variable);
  const fields = entity.fields
    .filter((field) => !field.sensitive)
    .map((field) => {
      const own = `${propertyName(field.name)}: ${variable}${access(field.name)}`;
      return field.readers === undefined ? `${own},` : `...(${variable}${access(field.name)} !== undefined && { ${own} }),`;
    });
  const shown = viewType(domain, entity.name);
  return code`/** What may be known of ${article(entity.name)} ${entity.name} outside its service. */
export function ${entity.variable}View(${variable}: ${shown}): ${shown} {
  return {
    ${fields}
  };
}`;
}

function eventView(domain: Domain, entity: Entity): Code {
  const variable = bound(entity.variable);
  const fields = entity.fields
    .filter((field) => !field.sensitive && field.readers === undefined)
    .map((field) => `${propertyName(field.name)}: ${variable}${access(field.name)},`);
  const shown = viewType(domain, entity.name);
  return code`/** What everybody may know of ${article(entity.name)} ${entity.name}. */
export function ${entity.variable}Event(${variable}: ${shown}): ${shown} {
  return {
    ${fields}
  };
}`;
}

function roles(entity: Entity, who: "Readers" | "Writers"): Code {
  const fields = entity.fields.flatMap((field) => {
    const only = who === "Readers" ? field.readers : field.readOnly ? undefined : field.writers;
    return only === undefined ? [] : [`${propertyName(field.name)}: ${literal(only)},`];
  });
  return code`/** The fields of ${entity.plural} that only some roles may ${who === "Readers" ? "see" : "set"}. */
export const ${entity.variable}${who}: ${type("FieldRoles", "internal/core/http/field-roles.ts")} = {
  ${fields}
};`;
}
