import { indexName } from "../migrations/indexes.ts";
import { article } from "../model/derived.ts";
import type { Entity, Field, Model } from "../model/model.ts";
import { snakeCase } from "../model/names.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose } from "../print/layout.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { artifact, bound, source } from "./artifact.ts";
import { auditSubject } from "./audit.ts";
import { writer } from "./cascade.ts";
import { embeddedText } from "./embedded.ts";
import type { DomainEmitter } from "./emitter.ts";
import { changeType, insertType, mutable, needed } from "./entity-types.ts";
import { firstEnd, mover } from "./machine-rows.ts";
import { changeNamesActor, givenOf, insertNamesActor, madeValue, remade, written } from "./made.ts";
import { ownerField } from "./owner.ts";
import { admitsNull } from "./schema-type.ts";
import { searchIndex } from "./search.ts";
import { givenTeam, isTeam } from "./teams.ts";

/** Core's helpers for rows. */
export const rowsFile = "internal/core/database/rows.ts";
const context = type("Context", "internal/core/context/context.ts");
const timestamp = value("timestamp", rowsFile);
const instant = value("instant", "internal/core/database/instant.ts");

/** How rows are made and changed, what is unique, and what lists know: the same on every database. */
export const emitRows: DomainEmitter = (domain, model) => {
  if (domain.entities.length === 0) return undefined;
  const path = artifact(domain.name, "rows");
  const parts = domain.entities.flatMap((entity) => [
    maker(model, entity),
    ...(mutable(entity).length > 0 ? [changer(model, entity)] : []),
    ...mover(entity),
    ...(entity.unique.length > 0 ? [uniques(entity)] : []),
    listColumns(entity),
    ...searchIndex(entity),
    ...embeddedText(entity),
    ...(entity.audit ? [auditSubject(entity)] : []),
  ]);
  return { path, text: printFile(path, source(domain.name), join(parts, "\n\n")) };
};

/** To which teams a row may be given, says the context. */
const changeTakesContext = (entity: Entity): boolean => entity.teams || changeNamesActor(entity);

/** Whose a row is, and who made it, says the context. */
const insertTakesContext = (entity: Entity): boolean => ownerField(entity) !== undefined || insertNamesActor(entity);

function maker(model: Model, entity: Entity): Code {
  const own = (name: string): Code => type(name, artifact(entity.domain, "types"));
  const by = insertTakesContext(entity) ? code`ctx: ${context}, ` : "";
  return code`/** A new ${entity.name}: what was given, the spec's defaults, and what the server decides. */
export function new${entity.name}(${by}input: ${own(insertType(entity))}): ${own(entity.name)} {
  const now = ${timestamp}();
  return {
    ${entity.fields.map((field) => code`${propertyName(field.name)}: ${initial(model, entity, field)},`)}
  };
}`;
}

function initial(model: Model, entity: Entity, field: Field): Code {
  switch (field.server) {
    case "id":
      return code`${value("newId", "internal/core/ids/ids.ts")}(${literal(entity.prefix)})`;
    case "organization":
      return entity.scope === "cascade" ? writer(entity) : code`${value("ownerOrganization", rowsFile)}(ctx)`;
    case "actor":
      return code`${value(entity.scope === "user" ? "ownerUser" : "actorId", rowsFile)}(ctx)`;
    case "createdAt":
    case "updatedAt":
      return code`now`;
    case "version":
      return code`1`;
    case "state":
      return code`${literal(field.default)}`;
    case "timesOutAt":
      return firstEnd(entity);
    case undefined: {
      if (isTeam(entity, field)) return givenTeam("input.teamId ?? null");
      const inserted = (name: string) => given(model, entity, fieldOf(entity, name));
      return field.generated === undefined ? given(model, entity, field) : madeValue(field, field.generated, inserted);
    }
  }
}

/** An absent value becomes the default, or null; a null is kept where null is a value, and is no default's business. */
function given(model: Model, entity: Entity, field: Field): Code {
  const input = `input${access(field.name)}`;
  const absent = absentValue(model, entity, field);
  const kept = needed(field)
    ? code`${input}`
    : absent.text !== "null" && takesNull(model, field)
      ? code`${input} === undefined ? ${absent} : ${input}`
      : code`${input} ?? ${absent}`;
  return field.storage === "timestamp" ? code`${instant}(${kept})` : code`${kept}`;
}

function absentValue(model: Model, entity: Entity, field: Field): Code {
  if (field.madeDefault !== undefined) return madeValue(field, field.madeDefault, (name) => given(model, entity, fieldOf(entity, name)));
  return code`${field.default === undefined ? "null" : literal(field.default)}`;
}

/** The model has checked that it is there. */
function fieldOf(entity: Entity, name: string): Field {
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`${entity.name} has no field ${name}, and a value made of it.`);
  return field;
}

function changer(model: Model, entity: Entity): Code {
  const own = (name: string): Code => type(name, artifact(entity.domain, "types"));
  const by = changeTakesContext(entity) ? code`ctx: ${context}, ` : "";
  const usesNow = remade(entity).some(({ generated }) => generated?.kind === "now");
  const now = usesNow ? [code`const now = ${timestamp}();`] : [];
  return code`/** The next version of ${article(entity.name)} ${entity.name}: absent fields stay, null clears. */
export function changed${entity.name}(${by}before: ${own(entity.name)}, patch: ${own(changeType(entity))}): ${own(entity.name)} {
  ${[
    ...now,
    code`return {
  ...before,
  updatedAt: ${usesNow ? "now" : code`${timestamp}()`},
  version: before.version + 1,
  ${written(entity).map((field) => code`${propertyName(field.name)}: ${next(model, entity, field)},`)}
};`,
  ]}
}`;
}

function next(model: Model, entity: Entity, field: Field): Code {
  if (isTeam(entity, field)) return code`patch.teamId === undefined ? before.teamId : ${givenTeam("patch.teamId")}`;
  if (field.generated === undefined) return merged(model, field);
  return madeValue(field, field.generated, (name) => {
    const source = fieldOf(entity, name);
    return source.immutable ? code`before${access(name)}` : merged(model, source);
  });
}

function merged(model: Model, field: Field): Code {
  const name = access(field.name);
  const kept = takesNull(model, field) ? `patch${name} === undefined ? before${name} : patch${name}` : `patch${name} ?? before${name}`;
  return field.storage === "timestamp" ? code`${instant}(${kept})` : code`${kept}`;
}

const takesNull = (model: Model, field: Field): boolean => field.nullable || admitsNull(model, field.schema);

/** `newLabel(ctx, input)`; a row that belongs to all needs no context. */
export const newRow = (entity: Entity): Code =>
  code`${value(`new${entity.name}`, artifact(entity.domain, "rows"))}(${insertTakesContext(entity) ? "ctx, input" : "input"})`;

/** `changedLabel(before, patch)` */
export const changedRow = (entity: Entity): Code =>
  code`${value(`changed${entity.name}`, artifact(entity.domain, "rows"))}(${changeTakesContext(entity) ? "ctx, " : ""}before, patch)`;

/** `labelUnique` */
export const uniqueConstant = (entity: Entity): Code => value(`${entity.variable}Unique`, artifact(entity.domain, "rows"));

function uniques(entity: Entity): Code {
  const owner = ownerField(entity);
  const rows = entity.unique.map((fields) =>
    enclose(
      "{",
      [
        `index: ${literal(indexName(entity, fields, "key"))}`,
        `fields: ${literal(fields)}`,
        ...aliases(entity, fields),
        ...(owner === undefined ? [] : [`owner: ${literal(owner.name)}`]),
      ],
      "}",
    ),
  );
  const kind = type("Unique", rowsFile);
  return code`export const ${entity.variable}Unique: readonly ${kind}[] = ${enclose("[", rows, "]")};`;
}

/** What cannot be told from the fields' names: columns with names of their own, and what a caller gives instead of a slug. */
function aliases(entity: Entity, fields: readonly string[]): readonly string[] {
  const columns = fields.map((name) => fieldOf(entity, name).column);
  const given = givenOf(entity, fields);
  return [
    ...(fields.every((name, index) => snakeCase(name) === columns[index]) ? [] : [`columns: ${literal(columns)}`]),
    ...(fields.every((name, index) => name === given[index]) ? [] : [`given: ${literal(given)}`]),
  ];
}

/** `labelList` */
export const listConstant = (entity: Entity): Code => value(`${entity.variable}List`, artifact(entity.domain, "rows"));

const listTypes = {
  text: "text",
  integer: "number",
  bigint: "number",
  real: "number",
  boolean: "boolean",
  timestamp: "time",
  json: "text",
} as const;

function listColumns(entity: Entity): Code {
  const columns = entity.fields
    .filter((field) => entity.filter.includes(field.name) || entity.sort.includes(field.name))
    .map((field) => {
      const flags = `filter: ${entity.filter.includes(field.name)}, sort: ${entity.sort.includes(field.name)}`;
      return `${propertyName(field.name)}: { column: ${literal(field.column)}, type: ${literal(listTypes[field.storage])}, ${flags} },`;
    });
  const kind = type("ListColumn", "internal/core/database/database.ts");
  const about = columns.length === 0 ? "can be neither filtered nor sorted" : "may be filtered and sorted by";
  const head = code`/** ${columns.length === 0 ? "Lists" : "What lists"} of ${entity.plural} ${about}. */
export const ${entity.variable}List: Readonly<Record<string, ${kind}>> = `;
  if (columns.length === 0) return code`${head}{};`;
  return code`${head}{
  ${columns}
};`;
}

/** A name for an entity's value in generated code. */
export const rowVariable = (entity: Entity): string =>
  bound(entity.variable, "ctx", "db", "id", "input", "patch", "expected", "row", "conflict");
