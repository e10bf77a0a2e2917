// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Selectable } from "kysely";
import type { Context } from "../../internal/core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../internal/core/database/database.ts";
import { changedOne, checkVersion, missing, uniqueConflict } from "../../internal/core/database/rows.ts";
import { searchWords } from "../../internal/core/database/search.ts";
import { after } from "../../internal/core/eventual/eventual.ts";
import type { JsonSchema } from "../common/types.gen.ts";
import type { ToolRepository } from "./repository.gen.ts";
import { changedTool, newTool, toolList, toolSearch, toolUnique } from "./rows.gen.ts";
import type { ToolsPostgresTables } from "./tables.gen.ts";
import type { Tool, ToolId } from "./types.gen.ts";

const toolColumns = ["id", "created_at", "updated_at", "version", "name", "title", "description", "input_schema", "output_schema"] as const;

type ToolRow = Pick<Selectable<ToolsPostgresTables["tools"]>, (typeof toolColumns)[number]>;

function toTool(row: ToolRow): Tool {
  return {
    id: row.id as ToolId,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    name: row.name,
    title: row.title,
    description: row.description,
    inputSchema: row.input_schema as unknown as JsonSchema,
    outputSchema: row.output_schema as unknown as JsonSchema,
  };
}

function fromTool(tool: Tool): ToolRow {
  return {
    id: tool.id,
    created_at: new Date(tool.createdAt),
    updated_at: new Date(tool.updatedAt),
    version: tool.version,
    name: tool.name,
    title: tool.title,
    description: tool.description,
    input_schema: JSON.stringify(tool.inputSchema),
    output_schema: JSON.stringify(tool.outputSchema),
  };
}

export function postgresTools(db: SqlDatabase<ToolsPostgresTables>): ToolRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("tools").select(toolColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("tools").select(toolColumns), toolList, toolSearch);
  const insertOne = db.statement((query, param: Placeholders<ToolRow & { search_words: string }>) =>
    query.insertInto("tools").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
      title: param.title,
      description: param.description,
      input_schema: param.input_schema,
      output_schema: param.output_schema,
      search_words: param.search_words,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<ToolRow & { search_words: string; expectedVersion: number }>) =>
    query
      .updateTable("tools")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        title: param.title,
        description: param.description,
        input_schema: param.input_schema,
        output_schema: param.output_schema,
        search_words: param.search_words,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("tools").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const rowsAfter = db.statement((query, param: Placeholders<{ after: string; limit: number }>) =>
    query.selectFrom("tools").select(toolColumns).where("id", ">", param.after).orderBy("id").limit(param.limit),
  );
  const reindexOne = db.statement((query, param: Placeholders<{ id: string; version: number; search_words: string }>) =>
    query.updateTable("tools").set({ search_words: param.search_words }).where("id", "=", param.id).where("version", "=", param.version),
  );
  const findByNameQuery = db.statement((query, param: Placeholders<{ name: string }>) =>
    query.selectFrom("tools").select(toolColumns).where("name", "=", param.name),
  );
  const conflict = uniqueConflict("Tool", toolUnique);

  async function existing(ctx: Context, id: string): Promise<Tool> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Tool", id);
    return toTool(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toTool(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toTool),
    async insert(ctx, input) {
      const tool = newTool(input);
      await insertOne.run(ctx, { ...fromTool(tool), search_words: searchWords(toolSearch, tool) }).catch(conflict);
      return tool;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Tool", before, expected);
      const tool = changedTool(before, patch);
      const row = { ...fromTool(tool), expectedVersion: before.version, search_words: searchWords(toolSearch, tool) };
      changedOne("Tool", id, await updateOne.run(ctx, row));
      return tool;
    },
    async delete(ctx, id, expected) {
      const tool = await existing(ctx, id);
      checkVersion("Tool", tool, expected);
      const row = { id, expectedVersion: tool.version };
      changedOne("Tool", id, await deleteOne.run(ctx, row));
      return tool;
    },
    reindex: (ctx, after, limit) =>
      db.transact(ctx, async (ctx) => {
        const rows = await rowsAfter.all(ctx, { after, limit });
        for (const row of rows) {
          await reindexOne.run(ctx, { id: row.id, version: row.version, search_words: searchWords(toolSearch, toTool(row)) });
        }
        return rows.at(-1)?.id;
      }),
    async findByName(ctx, name) {
      const row = await findByNameQuery.first(ctx, { name });
      return row && toTool(row);
    },
  };
}
