// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import { memoryPage } from "../../internal/core/database/memory-page.ts";
import { checkVersion, missing } from "../../internal/core/database/rows.ts";
import { memorySearch } from "../../internal/core/database/search.ts";
import type { ToolRepository } from "./repository.gen.ts";
import { changedTool, newTool, toolList, toolSearch, toolUnique } from "./rows.gen.ts";
import type { Tool } from "./types.gen.ts";

export function memoryTools(db: MemoryDatabase): ToolRepository {
  const table = db.table<Tool>("Tool", toolUnique);

  async function find(ctx: Context, id: string): Promise<Tool | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<Tool> {
    const tool = await find(ctx, id);
    if (tool === undefined) throw missing("Tool", id);
    return tool;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, toolList, memorySearch(ctx, toolSearch, query));
    },
    async insert(ctx, input) {
      const tool = newTool(input);
      await table.insert(ctx, tool);
      return tool;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Tool", before, expected);
        const tool = changedTool(before, patch);
        await table.replace(ctx, tool);
        return tool;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const tool = await existing(ctx, id);
        checkVersion("Tool", tool, expected);
        await table.remove(ctx, id);
        return tool;
      }),
    reindex: async () => undefined,
    async findByName(ctx, name) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.name === name);
    },
  };
}
