import type { Domain, Entity } from "../model/model.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { args, callback, chain, enclose, hang } from "../print/layout.ts";
import { literal } from "../print/text.ts";
import { artifact } from "./artifact.ts";
import { inPlace } from "./cascade.ts";
import type { SqlDialect } from "./conversion.ts";
import { type Embedded, isEmbedded, textFields, vectorsOf } from "./embedded.ts";
import { notHidden } from "./soft-delete.ts";
import { bareParameters, callerIn, parameters, queryHead, statement } from "./sql-parts.ts";
import { viewerParameters, viewerValues, visible } from "./viewer.ts";

const nearFile = "internal/core/database/near.ts";
const context = type("Context", "internal/core/context/context.ts");
const own = (entity: Entity, name: string): Code => type(name, artifact(entity.domain, "types"));
const rowsOf = (entity: Entity, name: string): Code => value(name, artifact(entity.domain, "rows"));

/** `noteText` */
const textOf = (entity: Entity): Code => rowsOf(entity, `${entity.variable}Text`);

/** The signatures of what a repository of rows with vectors can do beside the rest. */
export function nearSignatures(entity: Entity): readonly Code[] {
  if (!isEmbedded(entity)) return [];
  const of = (name: string) => type(name, nearFile);
  return [
    code`/** The nearest first; without rows that have no vector (yet), or one of another maker. */
nearest(ctx: ${context}, to: ${of("Vector")}, query: ${of("NearQuery")}<${own(entity, `${entity.name}Filter`)}>): Promise<readonly ${of("Near")}<${own(entity, entity.name)}>[]>;`,
    code`/** For whoever embeds, as what follows: rows by id, whoever they belong to. */
embeddable(ctx: ${context}, ids: readonly string[]): Promise<readonly ${of("Embeddable")}[]>;`,
    code`/** Keeps the vector of a row, or that it has none; false, and nothing is kept, when the row is no longer of this version. */
keepVector(ctx: ${context}, row: { readonly id: string; readonly version: number }, vector: ${of("MadeVector")} | undefined): Promise<boolean>;`,
    code`/** The next ids after one, in their order. */
idsAfter(ctx: ${context}, after: string, limit: number): Promise<readonly string[]>;`,
  ];
}

const fromDialect = (dialect: SqlDialect, name: string): Code => value(name, `internal/core/database/${dialect}/among.ts`);

/** The statements behind them, in SQL. */
export function nearStatements(dialect: SqlDialect, entity: Entity): readonly Code[] {
  if (!isEmbedded(entity)) return [];
  const [table, vectors] = [literal(entity.table), literal(vectorsOf(entity))];
  const { embedding, variable } = entity;
  const found = [...inPlace(entity), ...notHidden(entity), ...visible(dialect, entity), `.where("near_maker", "=", param.near_maker)`];
  const ids = dialect === "sqlite" ? "string" : "readonly string[]";
  const vector = dialect === "sqlite" ? "Buffer" : "string";
  const lock = dialect === "postgres" ? [".forShare()"] : [];
  const nearest = hang(
    queryHead(parameters(entity, [...viewerParameters(dialect, entity), "near_maker: string"])),
    chain("query", [`.selectFrom(${table})`, `.innerJoin(${vectors}, "near_id", "id")`, `.select(${variable}Columns)`, ...found]),
  );
  const vectorRow = ["near_maker: param.near_maker", "near_text: param.near_text", "near_vector: param.near_vector"];
  const kept = code`on.column("near_id").doUpdateSet${args([enclose("{", vectorRow, "}")])}`;
  return [
    code`const nearRows = db.near${args([nearest, rowsOf(entity, `${variable}List`), literal(embedding.metric)])};`,
    statement("embeddableRows", bareParameters([`ids: ${ids}`]), [
      `.selectFrom(${table})`,
      `.leftJoin(${vectors}, "near_id", "id")`,
      `.select(${variable}Columns)`,
      `.select(["near_maker", "near_text"])`,
      code`.where(${fromDialect(dialect, "among")}("id", param.ids))`,
    ]),
    statement("unchangedRow", bareParameters(["id: string", "version: number"]), [
      `.selectFrom(${table})`,
      '.select("id")',
      '.where("id", "=", param.id)',
      '.where("version", "=", param.version)',
      ...lock,
    ]),
    statement("keepOne", bareParameters(["near_id: string", "near_maker: string", "near_text: string", `near_vector: ${vector}`]), [
      `.insertInto(${vectors})`,
      code`.values${args([enclose("{", ["near_id: param.near_id", ...vectorRow], "}")])}`,
      code`.onConflict${callback("(on) =>", kept)}`,
    ]),
    statement("dropVector", bareParameters(["near_id: string"]), [`.deleteFrom(${vectors})`, '.where("near_id", "=", param.near_id)']),
    statement("nextIds", bareParameters(["after: string", "limit: number"]), [
      `.selectFrom(${table})`,
      '.select("id")',
      '.where("id", ">", param.after)',
      '.orderBy("id")',
      ".limit(param.limit)",
    ]),
  ];
}

/** The methods, in SQL. */
export function nearMethods(dialect: SqlDialect, entity: Entity): readonly Code[] {
  if (!isEmbedded(entity)) return [];
  const { name } = entity;
  const bind = value(dialect === "sqlite" ? "vectorBytes" : "vectorText", `internal/core/database/${dialect}/${dialect}-near.ts`);
  const kept = enclose(
    "{",
    ["near_id: id", "near_maker: vector.maker", "near_text: vector.made", code`near_vector: ${bind}(vector.values)`],
    "}",
  );
  return [
    code`${hang("nearest: (ctx, to, query) =>", code`nearRows.nearest${args(["ctx", callerIn(entity, [...viewerValues(dialect, entity), "near_maker: to.maker"]), "to.values", "query", `to${name}`])}`)},`,
    code`async embeddable(ctx, ids) {
  const rows = await embeddableRows.all(ctx, { ids: ${fromDialect(dialect, "boundList")}(ids) });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    text: ${textOf(entity)}(to${name}(row)),
    maker: row.near_maker,
    made: row.near_text,
  }));
},`,
    code`keepVector: (ctx, { id, version }, vector) =>
  db.transact(ctx, async (ctx) => {
    if ((await unchangedRow.first(ctx, { id, version })) === undefined) return false;
    if (vector === undefined) await dropVector.run(ctx, { near_id: id });
    ${hang("else", code`await keepOne.run${args(["ctx", kept])};`)}
    return true;
  }),`,
    code`async idsAfter(ctx, after, limit) {
  const rows = await nextIds.all(ctx, { after, limit });
  return rows.map(({ id }) => id);
},`,
  ];
}

/** The table beside that in memory which holds the vectors. */
export const vectorsInMemory = (entity: Entity): Code =>
  isEmbedded(entity)
    ? code`\nconst vectors = db.table<${type("MemoryVector", "internal/core/database/memory-near.ts")}>(${literal(`${entity.name}, vectors`)}, []);`
    : code``;

/** The methods, in memory; \`listed\` gives the rows that a caller sees. */
export function nearMethodsInMemory(entity: Entity, listed: Code): readonly Code[] {
  if (!isEmbedded(entity)) return [];
  const fromMemory = (name: string) => value(name, "internal/core/database/memory-near.ts");
  return [
    code`async nearest(ctx, to, query) {
  const rows = ${listed};
  const asked = { ...to, metric: ${literal(entity.embedding.metric)} } as const;
  return ${fromMemory("memoryNearest")}(rows, await vectors.all(ctx), asked, query, ${rowsOf(entity, `${entity.variable}List`)});
},`,
    code`async embeddable(ctx, ids) {
  const rows = (await table.all(ctx)).filter(({ id }) => ids.includes(id));
  return ${fromMemory("memoryEmbeddable")}(rows, await vectors.all(ctx), ${textOf(entity)});
},`,
    code`keepVector: (ctx, { id, version }, vector) =>
  db.transact(ctx, async (ctx) => {
    if ((await table.get(ctx, id))?.version !== version) return false;
    await vectors.remove(ctx, id);
    if (vector !== undefined) await vectors.insert(ctx, { id, ...vector });
    return true;
  }),`,
    code`async idsAfter(ctx, after, limit) {
  const ids = (await table.all(ctx)).map(({ id }) => id).sort();
  return ids.filter((id) => id > after).slice(0, limit);
},`,
  ];
}

/** A repository whose rows are embedded once they are written. */
export function embedded(entity: Embedded, rows: Code): Code {
  const made = textFields(entity).map(({ name }) => name);
  const subject = `{ name: ${literal(entity.table)}, of: ${literal(made)} }`;
  return code`${value("embedded", "internal/core/embedding/embedded.ts")}(db, live, ${rows}, ${subject})`;
}

/** The repositories whose rows have vectors, for the composition root; no line where none have. */
export function embeddings({ entities }: Domain): readonly Code[] {
  const all = entities.filter(isEmbedded);
  if (all.length === 0) return [];
  const rows = all.map(({ domain, table, embedding, pluralVariable }) =>
    enclose(
      "{",
      [
        `domain: ${literal(domain)}`,
        `name: ${literal(table)}`,
        `of: ${literal(embedding.of)}`,
        `dimensions: ${embedding.dimensions}`,
        `rows: ${pluralVariable}`,
      ],
      "}",
    ),
  );
  return [code`embeddings: ({ ${all.map(({ pluralVariable }) => pluralVariable).join(", ")} }) => ${enclose("[", rows, "]")},`];
}

/** The default of the operation that finds what is like a text or a row. */
export function similarMethod(entity: Entity, id: string, view: Code | undefined): Code {
  if (!isEmbedded(entity)) throw new Error(`${entity.name} has no vectors, and an operation that compares them.`);
  const subject = enclose(
    "{",
    [
      `entity: ${literal(entity.name)}`,
      "embedder: core.embedder",
      `dimensions: ${entity.embedding.dimensions}`,
      `rows: ${entity.pluralVariable}`,
      code`textOf: ${textOf(entity)}`,
    ],
    "}",
  );
  const call = code`${value("similar", "internal/core/embedding/similar.ts")}${args(["ctx", subject, "query"])}`;
  if (view === undefined) return hang(`${id}: (ctx, query) =>`, call);
  return code`async ${id}(ctx, query) {
  const { items } = await ${call};
  return { items: items.map(({ distance, item }) => ({ distance, item: ${view}(item) })) };
}`;
}

/** `SimilarQuery<NoteFilter>` */
export const similarQueryType = (entity: Entity): Code =>
  code`${type("SimilarQuery", "internal/core/embedding/similar.ts")}<${own(entity, `${entity.name}Filter`)}>`;

export const similarType = (row: Code): Code => code`${type("Similar", "internal/core/embedding/similar.ts")}<${row}>`;
