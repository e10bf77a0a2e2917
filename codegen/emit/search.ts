import type { Domain, Entity, Field } from "../model/model.ts";
import { searchColumns } from "../model/searched.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { args, enclose } from "../print/layout.ts";
import { literal } from "../print/text.ts";
import { artifact } from "./artifact.ts";
import { bareParameters, statement } from "./sql-parts.ts";

const searchFile = "internal/core/database/search.ts";
const context = type("Context", "internal/core/context/context.ts");

/** The fields by whose words lists are searched. */
export const searchedFields = ({ fields }: Entity): readonly Field[] => fields.filter(({ searched }) => searched);

export const isSearched = (entity: Entity): boolean => searchedFields(entity).length > 0;

/** The column that keeps the words of a row; and the key of a row on SQLite, by which its index knows it. */
export const [wordsColumn, rowColumn] = searchColumns;

/** `noteSearch` */
const searchConstant = (entity: Entity): Code => value(`${entity.variable}Search`, artifact(entity.domain, "rows"));

/** `ListQuery<NoteFilter, NoteSort>`, or that of a list that can be searched. */
export function queryType(entity: Entity): Code {
  const own = (name: string): Code => type(`${entity.name}${name}`, artifact(entity.domain, "types"));
  return code`${type(isSearched(entity) ? "SearchQuery" : "ListQuery", "internal/core/database/lists.ts")}<${own("Filter")}, ${own("Sort")}>`;
}

/** What lists can be searched by, said once for every database; nothing where they cannot. */
export function searchIndex(entity: Entity): readonly Code[] {
  if (!isSearched(entity)) return [];
  const fields = searchedFields(entity).map(({ name, readers }) => literal({ name, ...(readers === undefined ? {} : { readers }) }));
  return [
    code`/** What lists of ${entity.plural} can be searched by. */
export const ${entity.variable}Search: ${type("SearchIndex", searchFile)} = {
  table: ${literal(entity.table)},
  fields: ${enclose("[", fields, "]")},
};`,
  ];
}

/** The last argument of a list that can be searched. */
export const searchArgument = (entity: Entity): readonly Code[] => (isSearched(entity) ? [searchConstant(entity)] : []);

/** `memorySearch(ctx, noteSearch, query)` */
export const searchInMemory = (entity: Entity): Code =>
  isSearched(entity) ? code`, ${value("memorySearch", searchFile)}(ctx, ${searchConstant(entity)}, query)` : code``;

/** `search_words: string`: what a statement that writes rows takes beside the fields. */
export const wordsParameter = (entity: Entity): readonly string[] => (isSearched(entity) ? [`${wordsColumn}: string`] : []);

/** `search_words: searchWords(noteSearch, note)`, for the values of a row that is written. */
export const wordsOf = (entity: Entity, row: string): readonly Code[] =>
  isSearched(entity) ? [code`${wordsColumn}: ${value("searchWords", searchFile)}(${searchConstant(entity)}, ${row})`] : [];

/** Statements that make the words of rows anew, whoever they belong to. */
export function reindexStatements(entity: Entity): readonly Code[] {
  if (!isSearched(entity)) return [];
  const table = literal(entity.table);
  return [
    statement("rowsAfter", bareParameters(["after: string", "limit: number"]), [
      `.selectFrom(${table})`,
      `.select(${entity.variable}Columns)`,
      '.where("id", ">", param.after)',
      '.orderBy("id")',
      ".limit(param.limit)",
    ]),
    statement("reindexOne", bareParameters(["id: string", "version: number", ...wordsParameter(entity)]), [
      `.updateTable(${table})`,
      `.set({ ${wordsColumn}: param.${wordsColumn} })`,
      '.where("id", "=", param.id)',
      '.where("version", "=", param.version)',
    ]),
  ];
}

/** The method that does so, in SQL. */
export function reindexMethods(entity: Entity): readonly Code[] {
  if (!isSearched(entity)) return [];
  const words = wordsOf(entity, `to${entity.name}(row)`);
  return [
    code`reindex: (ctx, after, limit) =>
  db.transact(ctx, async (ctx) => {
    const rows = await rowsAfter.all(ctx, { after, limit });
    for (const row of rows) {
      await reindexOne.run${args(["ctx", enclose("{", ["id: row.id", "version: row.version", ...words], "}")])};
    }
    return rows.at(-1)?.id;
  }),`,
  ];
}

/** In memory no words are kept. */
export const reindexMethodsInMemory = (entity: Entity): readonly Code[] =>
  isSearched(entity) ? [code`reindex: async () => undefined,`] : [];

/** The signature. */
export const reindexSignatures = (entity: Entity): readonly Code[] =>
  isSearched(entity)
    ? [
        code`/** Writes the words of up to \`limit\` rows after an id anew, whoever they belong to; gives the last one's id, if there was any. */
reindex(ctx: ${context}, after: string, limit: number): Promise<string | undefined>;`,
      ]
    : [];

/** The repositories whose lists are searched, for the composition root; no line where none are. */
export function searches({ entities }: Domain): readonly Code[] {
  const searched = entities.filter(isSearched);
  if (searched.length === 0) return [];
  const rows = searched.map((entity) =>
    enclose("{", [`domain: ${literal(entity.domain)}`, code`index: ${searchConstant(entity)}`, `rows: ${entity.pluralVariable}`], "}"),
  );
  const taken = searched.map(({ pluralVariable }) => pluralVariable);
  return [code`searches: ({ ${taken.join(", ")} }) => ${enclose("[", rows, "]")},`];
}
