import type { Entity, Field, Json, Method } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { access, literal } from "../print/text.ts";
import { artifact, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";
import { mutable } from "./entity-types.ts";
import { caller, ownerField } from "./owner.ts";
import { argument, methodFields, repositoryType } from "./repository.ts";
import { listConstant, rowsFile, rowVariable, uniqueConstant } from "./rows.ts";
import { orderField } from "./sql-methods.ts";

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
  const table = db.table<${row}>(${literal(name)}, ${uniques});

  async function find(ctx: ${context}, id: string): Promise<${row} | undefined> {
    ${found(entity)}
  }
  async function existing(ctx: ${context}, id: string): Promise<${row}> {
    const ${variable} = await find(ctx, id);
    if (${variable} === undefined) throw ${value("missing", rowsFile)}(${literal(name)}, id);
    return ${variable};
  }

  return {
    ${methods(entity)}
    ${entity.methods.map((method) => extra(entity, method))}
  };
}`;
}

function found(entity: Entity): Code {
  const owner = ownerField(entity);
  if (owner === undefined) return code`return table.get(ctx, id);`;
  const variable = rowVariable(entity);
  return code`const ${variable} = await table.get(ctx, id);
return ${variable}${access(owner.name).replace(/^\.?/, (dot) => `?${dot === "" ? "." : dot}`)} === ${caller(entity)} ? ${variable} : undefined;`;
}

/** The rows that the caller may see, and that meet `conditions`. */
function visible(entity: Entity, conditions: readonly string[], across = false): Code {
  const owner = across ? undefined : ownerField(entity);
  const variable = rowVariable(entity);
  const tests = [...(owner === undefined ? [] : [code`${variable}${access(owner.name)} === ${caller(entity)}`]), ...conditions];
  if (tests.length === 0) return code`const rows = await table.all(ctx);`;
  return code`const rows = (await table.all(ctx)).filter((${variable}) => ${join(tests, " && ")});`;
}

function methods(entity: Entity): Code {
  const { name } = entity;
  const variable = rowVariable(entity);
  const made = (prefix: string): Code => value(`${prefix}${name}`, artifact(entity.domain, "rows"));
  const checkVersion = value("checkVersion", rowsFile);
  const parts = [
    code`find,`,
    code`async list(ctx, query) {
  ${visible(entity, [])}
  return ${value("memoryPage", memoryFile)}(rows, query, ${listConstant(entity)});
},`,
    code`async insert(ctx, input) {
  const ${variable} = ${made("new")}(ctx, input);
  await table.insert(ctx, ${variable});
  return ${variable};
},`,
  ];
  if (mutable(entity).length > 0) {
    parts.push(code`update: (ctx, id, patch, expected) =>
  db.transact(ctx, async (ctx) => {
    const before = await existing(ctx, id);
    ${checkVersion}(${literal(name)}, before, expected);
    const ${variable} = ${made("changed")}(before, patch);
    await table.replace(ctx, ${variable});
    return ${variable};
  }),`);
  }
  parts.push(code`delete: (ctx, id, expected) =>
  db.transact(ctx, async (ctx) => {
    const ${variable} = await existing(ctx, id);
    ${checkVersion}(${literal(name)}, ${variable}, expected);
    await table.remove(ctx, id);
    return ${variable};
  }),`);
  return join(parts, "\n");
}

function extra(entity: Entity, method: Method): Code {
  const variable = rowVariable(entity);
  const compared = methodFields(entity, method);
  const equal = (field: Field): string => `${variable}${access(field.name)} === ${argument(field)}`;
  const fixed = ({ field, value: wanted }: { field: string; value: Json }): string => `${variable}${access(field)} === ${literal(wanted)}`;
  const result = {
    one: code`rows[0]`,
    many: code`${value("ordered", "internal/core/database/ordered.ts")}(rows, ${literal(orderField(entity)?.name ?? "id")})`,
    count: code`rows.length`,
  };
  return code`async ${method.name}(${join(["ctx", ...compared.map(argument)], ", ")}) {
  ${visible(entity, [...compared.map(equal), ...method.where.map(fixed)], method.across)}
  return ${result[method.returns]};
},`;
}
