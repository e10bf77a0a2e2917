import type { ToolsService } from "../../generated/contracts/tools.gen.ts";
import type { Context } from "../core/context/context.ts";
import { maximumLimit } from "../core/database/lists.ts";
import type { KnownTool } from "./checks/reading.ts";

/** All tools that the caller may use in a step. */
export async function knownTools(ctx: Context, tools: Pick<ToolsService, "listTools">): Promise<readonly KnownTool[]> {
  const known: KnownTool[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await tools.listTools(ctx, { limit: maximumLimit, ...(cursor ? { cursor } : {}) });
    known.push(...page.items.map(({ name, inputSchema, outputSchema }) => ({ name, inputSchema, outputSchema })));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return known;
}
