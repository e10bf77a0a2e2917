import type { Json } from "../model/json-schema.ts";
import type { Entity, Field, Method } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose, hang } from "../print/layout.ts";
import { access, literal } from "../print/text.ts";
import { artifact, source } from "./artifact.ts";
import { foundInCascade, ownOnly, rowsInPlace, seesCascade } from "./cascade.ts";
import type { DomainEmitter } from "./emitter.ts";
import { mutable } from "./entity-types.ts";
import { memoryMachineMethods } from "./machine-repository.ts";
import { nearMethodsInMemory, vectorsInMemory } from "./near.ts";
import { caller, ownerField } from "./owner.ts";
import { isParent } from "./relations.ts";
import { argument, methodFields, repositoryType } from "./repository.ts";
import { memoryRoleMethods, memoryRoles, shownInMemory } from "./roles.ts";
import { changedRow, listConstant, newRow, rowsFile, rowVariable, uniqueConstant } from "./rows.ts";
import { reindexMethodsInMemory, searchInMemory } from "./search.ts";
import { hiddenTable, hideInMemory, hidingMethodsInMemory } from "./soft-delete.ts";
import { orderField } from "./sql-methods.ts";
import { seesTeam } from "./teams.ts";

const memoryFile = "internal/core/database/memory.ts";
const context = type("Context", "internal/core/context/context.ts");

/** The repositories of a domain in memory: the same functions in the same order as on the other databases. */
export const emitMemory: DomainEmitter = (domain) => {
  if (domain.entities.length === 0) return undefined;
  const path = artifact(domain.name, "memory");
  return { path, text: printFile(path, source(domain.name), join(domain.entities.map(repository), "\n\n")) };
};

function repository(entity: Entity): Code {
  const name = entity.name;
  const row = type(name, artifact(entity.domain, "types"));
  const uniques = entity.unique.length > 0 ? uniqueConstant(entity) : "[]";
  const variable = rowVariable(entity);
  return code`export function memory${entity.plural}(db: ${type("MemoryDatabase", memoryFile)}): ${type(repositoryType(entity), artifact(entity.domain, "repository"))} {
  const table = db.table<${row}>(${literal(name)}, ${uniques});${entity.softDelete ? code`\n${hiddenTable(entity)}` : ""}${entity.roles ? code`\n${memoryRoles(entity)}` : ""}${vectorsInMemory(entity)}

  async function find(ctx: ${context}, id: string): Promise<${row} | undefined> {
    ${entity.roles ? shownOnly(entity) : found(entity)}
  }
  async function existing(ctx: ${context}, id: string): Promise<${row}> {
    const ${variable} = await find(ctx, id);
    if (${variable} === undefined) throw ${value("missing", rowsFile)}(${literal(name)}, id);
    return ${variable};
  }

  return {
    ${[...methods(entity), ...memoryMachineMethods(entity), ...reindexMethodsInMemory(entity), ...nearMethodsInMemory(entity, every(entity, filter(entity, []))), ...entity.methods.map((method) => extra(entity, method))]}
  };
}`;
}

/** As `found`, and then only when the caller's roles show it. */
function shownOnly(entity: Entity): Code {
  const variable = rowVariable(entity);
  const owner = ownerField(entity);
  const test =
    owner === undefined
      ? code`${variable} !== undefined`
      : entity.scope === "cascade"
        ? code`${variable} !== undefined && ${seesCascade(variable)}`
        : code`${variable}?${access(owner.name).replace(/^\.?/, ".")} === ${caller(entity)}`;
  return code`const ${variable} = await table.get(ctx, id);
const [seen] = ${shownInMemory(entity, code`${and(test, ...seesTeam(entity, variable))} ? [${variable}] : []`)};
return seen;`;
}

function found(entity: Entity): Code {
  const owner = ownerField(entity);
  if (owner === undefined) return code`return table.get(ctx, id);`;
  const variable = rowVariable(entity);
  if (entity.scope === "cascade") return code`const ${variable} = await table.get(ctx, id);\n${foundInCascade(variable)}`;
  const own = code`${variable}${access(owner.name).replace(/^\.?/, (dot) => `?${dot === "" ? "." : dot}`)} === ${caller(entity)}`;
  return code`const ${variable} = await table.get(ctx, id);
return ${and(own, ...seesTeam(entity, variable))} ? ${variable} : undefined;`;
}

const and = (...tests: readonly (Code | string)[]): Code => join(tests, " && ");

/** Whether the caller may see a row, and whether it meets `conditions`; undefined when every row does. */
function filter(entity: Entity, conditions: readonly string[], across = false): Code | undefined {
  const owner = across || entity.scope === "cascade" ? undefined : ownerField(entity);
  const own = owner === undefined ? [] : [code`row${access(owner.name)} === ${caller(entity)}`, ...seesTeam(entity, "row")];
  const tests = [...own, ...conditions];
  return tests.length === 0 ? undefined : and(...tests);
}

const rowsShown = (entity: Entity, across: boolean): Code => {
  const rows = rowsInPlace(entity, across);
  return across ? rows : shownInMemory(entity, rows);
};

const only = (condition: Code): Code => enclose("(", [hang("(row) =>", condition)], ")");

/** `(await table.all(ctx)).filter(…)` */
function every(entity: Entity, condition: Code | undefined, across = false): Code {
  const rows = rowsShown(entity, across);
  if (condition === undefined) return rows;
  const filtered = code`.filter${only(condition)}`;
  return rows.text.startsWith("await") ? code`(${rows})${filtered}` : code`${rows}${filtered}`;
}

function methods(entity: Entity): Code[] {
  const { name } = entity;
  const variable = rowVariable(entity);
  const checkVersion = value("checkVersion", rowsFile);
  const parts = [
    code`find,`,
    code`async list(ctx, query) {
  const rows = ${every(entity, filter(entity, []))};
  return ${value("memoryPage", "internal/core/database/memory-page.ts")}(rows, query, ${listConstant(entity)}${searchInMemory(entity)});
},`,
    code`async insert(ctx, input) {
  const ${variable} = ${newRow(entity)};
  await table.insert(ctx, ${variable});
  return ${variable};
},`,
  ];
  if (mutable(entity).length > 0) {
    parts.push(code`update: (ctx, id, patch, expected) =>
  db.transact(ctx, async (ctx) => {
    const before = await existing(ctx, id);
    ${[...ownOnly(entity, "before"), code`${checkVersion}(${literal(name)}, before, expected);`]}
    const ${variable} = ${changedRow(entity)};
    await table.replace(ctx, ${variable});
    return ${variable};
  }),`);
  }
  parts.push(code`delete: (ctx, id, expected) =>
  db.transact(ctx, async (ctx) => {
    const ${variable} = await existing(ctx, id);
    ${[...ownOnly(entity, variable), code`${checkVersion}(${literal(name)}, ${variable}, expected);`]}
    await table.remove(ctx, id);${entity.softDelete ? code`\n${hideInMemory(entity)}` : ""}
    return ${variable};
  }),`);
  // A transaction in memory is alone: nobody deletes meanwhile.
  if (isParent(entity)) parts.push(code`hold: find,`);
  if (entity.softDelete) parts.push(...hidingMethodsInMemory(entity));
  return entity.roles ? [...parts, ...memoryRoleMethods(entity)] : parts;
}

function extra(entity: Entity, method: Method): Code {
  const compared = methodFields(entity, method);
  const equal = (field: Field): string => `row${access(field.name)} === ${argument(field)}`;
  const fixed = ({ field, value: wanted }: { field: string; value: Json }): string => `row${access(field)} === ${literal(wanted)}`;
  const condition = filter(entity, [...compared.map(equal), ...method.where.map(fixed)], method.across);
  const ordered = value("ordered", "internal/core/database/ordered.ts");
  const body = {
    one: () =>
      code`const rows = ${rowsShown(entity, method.across)};\nreturn rows.find${condition === undefined ? "(() => true)" : only(condition)};`,
    many: () =>
      code`const rows = ${every(entity, condition, method.across)};\nreturn ${ordered}(rows, ${literal(orderField(entity, method)?.name ?? "id")});`,
    count: () => code`const rows = ${every(entity, condition, method.across)};\nreturn rows.length;`,
  };
  return code`async ${method.name}(${join(["ctx", ...compared.map(argument)], ", ")}) {
  ${body[method.returns]()}
},`;
}
