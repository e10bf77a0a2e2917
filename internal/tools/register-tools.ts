import { isDeepStrictEqual } from "node:util";
import type { ToolsParts } from "../../generated/tools/service.gen.ts";
import type { Context } from "../core/context/context.ts";
import { Problem } from "../core/problems/problem.ts";
import type { ToolFace } from "./tool.ts";

/** Makes the rows of the tools say what the tools say of themselves. Several processes may do so at once. */
export async function registerTools(ctx: Context, rows: ToolsParts["tools"], tools: readonly ToolFace[]): Promise<void> {
  for (const tool of tools) {
    try {
      await register(ctx, rows, tool);
    } catch (error) {
      // Another process was faster with the same row; what it wrote is what we would have written, unless it is of another release.
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 412)) throw error;
    }
  }
}

async function register(ctx: Context, rows: ToolsParts["tools"], tool: ToolFace): Promise<void> {
  const { name, title, description, inputSchema, outputSchema } = tool;
  const found = await rows.findByName(ctx, name);
  if (found === undefined) {
    await rows.insert(ctx, { name, title, description, inputSchema, outputSchema });
    return;
  }
  const wanted = { title, description, inputSchema, outputSchema };
  const there = {
    title: found.title,
    description: found.description,
    inputSchema: found.inputSchema,
    outputSchema: found.outputSchema,
  };
  if (!isDeepStrictEqual(there, wanted)) await rows.update(ctx, found.id, wanted, found.version);
}
