import type { Domain, Entity, Field, Model } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { args, chain, enclose, hang } from "../print/layout.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { artifact, source } from "./artifact.ts";
import { inPlace, ownOnly, seen } from "./cascade.ts";
import { fromRow, type SqlDialect, toColumn } from "./conversion.ts";
import { encrypts, opened, placeOf, sealed } from "./encrypted.ts";
import { mutable } from "./entity-types.ts";
import { machineMethods, machineStatements } from "./machine-repository.ts";
import { written } from "./made.ts";
import { nearMethods, nearStatements } from "./near.ts";
import { isParent } from "./relations.ts";
import { repositoryType } from "./repository.ts";
import { roleMethods, roleStatements } from "./roles.ts";
import { changedRow, listConstant, newRow, rowsFile, rowVariable, uniqueConstant } from "./rows.ts";
import { reindexMethods, reindexStatements, searchArgument, wordsColumn, wordsOf, wordsParameter } from "./search.ts";
import { deletedNow, hidingMethods, hidingStatements, notHidden } from "./soft-delete.ts";
import { extraMethod, extraStatement } from "./sql-methods.ts";
import { callerIn, ownPredicate, parameters, queryHead, rowParameters, statement } from "./sql-parts.ts";
import { tablesType } from "./tables.ts";
import { ofTeams, teamParameter, teamValue } from "./teams.ts";
import { viewerParameters, viewerValues, visible } from "./viewer.ts";

const databaseFile = "internal/core/database/database.ts";
const eventualFile = "internal/core/eventual/eventual.ts";
const context = type("Context", "internal/core/context/context.ts");
const titles = { sqlite: "Sqlite", postgres: "Postgres" } as const;

/** The repositories of a domain in SQL. Both dialects come from here, so that their files differ only where the databases do. */
export function emitSql(dialect: SqlDialect, domain: Domain, model: Model): { path: string; text: string } | undefined {
  if (domain.entities.length === 0) return undefined;
  const path = artifact(domain.name, dialect);
  const parts = domain.entities.flatMap((entity) => [
    rowType(dialect, domain, entity),
    // What opens and seals values needs the database's cipher: it stands inside of the repository.
    ...(encrypts(entity) ? [] : [toEntity(dialect, model, entity), fromEntity(dialect, entity)]),
    repository(dialect, domain, entity, model),
  ]);
  return { path, text: printFile(path, source(domain.name), join(parts, "\n\n")) };
}

const ownType = (entity: Entity, name: string): Code => type(name, artifact(entity.domain, "types"));

function rowType(dialect: SqlDialect, domain: Domain, entity: Entity): Code {
  const tables = type(tablesType(domain, titles[dialect]), artifact(domain.name, "tables"));
  const columns = enclose(
    "[",
    entity.fields.map((field) => literal(field.column)),
    "]",
  );
  return code`const ${entity.variable}Columns = ${columns} as const;

type ${entity.name}Row = Pick<${type("Selectable", "kysely")}<${tables}[${literal(entity.table)}]>, (typeof ${entity.variable}Columns)[number]>;`;
}

function toEntity(dialect: SqlDialect, model: Model, entity: Entity): Code {
  return code`function to${entity.name}(row: ${entity.name}Row): ${ownType(entity, entity.name)} {
  return {
    ${entity.fields.map((field) => code`${propertyName(field.name)}: ${field.encrypted ? opened(model, entity, field) : fromRow(dialect, model, entity, field)},`)}
  };
}`;
}

function fromEntity(dialect: SqlDialect, entity: Entity): Code {
  const variable = rowVariable(entity);
  const columns = entity.fields.map((field) => {
    const given = `${variable}${access(field.name)}`;
    const converted = field.encrypted ? sealed(field, given, `${variable}.id`) : toColumn(dialect, field, given, field.nullable);
    return `${propertyName(field.column)}: ${converted},`;
  });
  return code`function from${entity.name}(${variable}: ${ownType(entity, entity.name)}): ${entity.name}Row {
  return {
    ${columns}
  };
}`;
}

function repository(dialect: SqlDialect, domain: Domain, entity: Entity, model: Model): Code {
  const tables = type(tablesType(domain, titles[dialect]), artifact(domain.name, "tables"));
  const kind = type(repositoryType(entity), artifact(entity.domain, "repository"));
  const conflict = code`const conflict = ${value("uniqueConflict", rowsFile)}(${literal(entity.name)}, ${uniqueConstant(entity)});`;
  const extras = [
    ...machineStatements(dialect, entity),
    ...reindexStatements(entity),
    ...nearStatements(dialect, entity),
    ...entity.methods.map((method) => extraStatement(dialect, entity, method)),
  ];
  const inner = encrypts(entity) ? [placeOf(entity), "", toEntity(dialect, model, entity), fromEntity(dialect, entity), ""] : [];
  return code`export function ${dialect}${entity.plural}(db: ${type("SqlDatabase", databaseFile)}<${tables}>): ${kind} {
  ${[...inner, code`${statements(dialect, entity)}${extras.length > 0 ? code`\n${extras}` : ""}${entity.unique.length > 0 ? code`\n${conflict}` : ""}`]}

  async function existing(ctx: ${context}, id: string): Promise<${ownType(entity, entity.name)}> {
    const row = await findOne.first${args(["ctx", callerIn(entity, [...viewerValues(dialect, entity), "id"])])};
    if (row === undefined) throw ${value("missing", rowsFile)}(${literal(entity.name)}, id);
    return to${entity.name}(row);
  }

  return {
    ${[...methods(dialect, entity), ...machineMethods(dialect, entity), ...reindexMethods(entity), ...nearMethods(dialect, entity), ...entity.methods.map((method) => extraMethod(dialect, entity, method))]}
  };
}`;
}

function statements(dialect: SqlDialect, entity: Entity): Code {
  const table = literal(entity.table);
  const hidden = notHidden(entity);
  const seenRows = [...hidden, ...visible(dialect, entity)];
  const listed = [...inPlace(entity), ...seenRows];
  const viewer = viewerParameters(dialect, entity);
  const teams = teamParameter(dialect, entity);
  const selected = [`.selectFrom(${table})`, `.select(${entity.variable}Columns)`];
  const sameVersion = [
    ...ownPredicate(entity),
    ...ofTeams(dialect, entity),
    ...hidden,
    `.where("id", "=", param.id)`,
    `.where("version", "=", param.expectedVersion)`,
  ];
  const every = (fields: readonly Field[]): string[] =>
    fields.map((field) => `${propertyName(field.column)}: param${access(field.column)},`);
  const listTaken = ownPredicate(entity).length + viewer.length === 0 ? undefined : parameters(entity, viewer);
  const words = wordsParameter(entity).length === 0 ? [] : [`${wordsColumn}: param.${wordsColumn},`];
  const parts = [
    statement("findOne", parameters(entity, [...viewer, "id: string"]), [
      ...selected,
      ...seen(entity),
      ...seenRows,
      `.where("id", "=", param.id)`,
    ]),
    ...(isParent(entity) && dialect === "postgres" ? [holding(entity)] : []),
    code`const listed = db.list${args([
      hang(queryHead(listTaken), chain("query", [...selected, ...listed])),
      listConstant(entity),
      ...searchArgument(entity),
    ])};`,
    statement("insertOne", rowParameters(entity, wordsParameter(entity)), [
      `.insertInto(${table})`,
      code`.values({\n  ${[...every(entity.fields), ...words]}\n})`,
    ]),
  ];
  if (mutable(entity).length > 0) {
    const rewritten = written(entity).some(({ searched }) => searched);
    const changed = entity.fields.filter(
      (field) => field.server === "updatedAt" || field.server === "version" || written(entity).includes(field),
    );
    const taken = rowParameters(entity, [...(rewritten ? wordsParameter(entity) : []), "expectedVersion: number", ...teams]);
    const set = code`.set({\n  ${[...every(changed), ...(rewritten ? words : [])]}\n})`;
    parts.push(statement("updateOne", taken, [`.updateTable(${table})`, set, ...sameVersion]));
  }
  parts.push(
    entity.softDelete
      ? hidingStatements(dialect, entity)
      : statement("deleteOne", parameters(entity, [...teams, "id: string", "expectedVersion: number"]), [
          `.deleteFrom(${table})`,
          ...sameVersion,
        ]),
  );
  if (entity.roles) parts.push(roleStatements(dialect, entity));
  return join(parts, "\n");
}

/** Finds a row as `findOne` does, which cannot be deleted before the transaction ends. */
function holding(entity: Entity): Code {
  const dialect = "postgres";
  const clauses = [
    `.selectFrom(${literal(entity.table)})`,
    `.select(${entity.variable}Columns)`,
    ...seen(entity),
    ...notHidden(entity),
    ...visible(dialect, entity),
    `.where("id", "=", param.id)`,
    ".forShare()",
  ];
  return statement("holdOne", parameters(entity, [...viewerParameters(dialect, entity), "id: string"]), clauses);
}

function findMethod(entity: Entity, params: Code): Code {
  const { name } = entity;
  // Whose rows are a person's refuses anybody else, and a refusal has to be a rejection.
  if (entity.scope === "user")
    return code`async find(ctx, id) {
  const row = await findOne.first${args(["ctx", params])};
  return row && to${name}(row);
},`;
  const found = code`${value("after", eventualFile)}${enclose("(", [code`findOne.first${args(["ctx", params])}`, hang("(row) =>", `row && to${name}(row)`)], ")")}`;
  return code`${hang("find: (ctx, id) =>", found)},`;
}

function methods(dialect: SqlDialect, entity: Entity): Code[] {
  const { name } = entity;
  const variable = rowVariable(entity);
  const onConflict = entity.unique.length > 0 ? ".catch(conflict)" : "";
  const canClash = entity.unique.some((fields) => written(entity).some((field) => fields.includes(field.name)));
  const checkVersion = value("checkVersion", rowsFile);
  const changedOne = value("changedOne", rowsFile);
  const words = wordsOf(entity, variable);
  const inserted = words.length === 0 ? code`from${name}(${variable})` : enclose("{", [`...from${name}(${variable})`, ...words], "}");
  const parts = [
    findMethod(entity, callerIn(entity, [...viewerValues(dialect, entity), "id"])),
    code`${hang("list: (ctx, query) =>", code`listed.page${args(["ctx", callerIn(entity, viewerValues(dialect, entity)), "query", `to${name}`])}`)},`,
    code`async insert(ctx, input) {
  const ${variable} = ${newRow(entity)};
  await insertOne.run${args(["ctx", inserted])}${onConflict};
  return ${variable};
},`,
  ];
  if (mutable(entity).length > 0) {
    parts.push(code`async update(ctx, id, patch, expected) {
  const before = await existing(ctx, id);
  ${[...ownOnly(entity, "before"), code`${checkVersion}(${literal(name)}, before, expected);`]}
  const ${variable} = ${changedRow(entity)};
  const row = ${callerIn(entity, [...teamValue(dialect, entity), "expectedVersion: before.version", ...(written(entity).some(({ searched }) => searched) ? words : [])], `...from${name}(${variable})`)};
  ${changedOne}(${literal(name)}, id, await updateOne.run(ctx, row)${canClash ? ".catch(conflict)" : ""});
  return ${variable};
},`);
  }
  const gone = [...teamValue(dialect, entity), "id", `expectedVersion: ${variable}.version`];
  parts.push(code`async delete(ctx, id, expected) {
  const ${variable} = await existing(ctx, id);
  ${[...ownOnly(entity, variable), code`${checkVersion}(${literal(name)}, ${variable}, expected);`]}
  const row = ${callerIn(entity, entity.softDelete ? [...gone, deletedNow(dialect)] : gone)};
  ${changedOne}(${literal(name)}, id, await ${entity.softDelete ? "hideOne" : "deleteOne"}.run(ctx, row));
  return ${variable};
},`);
  if (isParent(entity)) {
    // On SQLite nobody else writes while a transaction does.
    const found = dialect === "postgres" ? "holdOne" : "findOne";
    parts.push(code`async hold(ctx, id) {
  const row = await ${found}.first${args(["ctx", callerIn(entity, [...viewerValues(dialect, entity), "id"])])};
  return row && to${name}(row);
},`);
  }
  if (entity.softDelete) parts.push(...hidingMethods(dialect, entity));
  return entity.roles ? [...parts, ...roleMethods(entity)] : parts;
}
