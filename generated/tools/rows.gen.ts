// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { ListColumn } from "../../internal/core/database/database.ts";
import { timestamp, type Unique } from "../../internal/core/database/rows.ts";
import type { SearchIndex } from "../../internal/core/database/search.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import type { Tool, ToolCreate, ToolPatch } from "./types.gen.ts";

/** A new Tool: what was given, the spec's defaults, and what the server decides. */
export function newTool(input: ToolCreate): Tool {
  const now = timestamp();
  return {
    id: newId("tl"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    name: input.name,
    title: input.title,
    description: input.description,
    inputSchema: input.inputSchema,
    outputSchema: input.outputSchema,
  };
}

/** The next version of a Tool: absent fields stay, null clears. */
export function changedTool(before: Tool, patch: ToolPatch): Tool {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    title: patch.title ?? before.title,
    description: patch.description ?? before.description,
    inputSchema: patch.inputSchema ?? before.inputSchema,
    outputSchema: patch.outputSchema ?? before.outputSchema,
  };
}

export const toolUnique: readonly Unique[] = [{ index: "tools_name_key", fields: ["name"] }];

/** What lists of Tools may be filtered and sorted by. */
export const toolList: Readonly<Record<string, ListColumn>> = {
  name: { column: "name", type: "text", filter: true, sort: true },
};

/** What lists of Tools can be searched by. */
export const toolSearch: SearchIndex = {
  table: "tools",
  fields: [{ name: "name" }, { name: "title" }, { name: "description" }],
};
