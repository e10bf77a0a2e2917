// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { Page, SearchQuery } from "../../internal/core/database/lists.ts";
import { missing } from "../../internal/core/database/rows.ts";
import { after, type Eventual } from "../../internal/core/eventual/eventual.ts";
import type { Background, Core } from "../../internal/core/modules/domain.ts";
import type { ArtifactsService } from "../contracts/artifacts.gen.ts";
import type { ToolsConfig } from "./config.gen.ts";
import type { ToolsEvents } from "./events.gen.ts";
import type { ToolsRepositories } from "./repository.gen.ts";
import type { InvokeToolInput, Outcome, Tool, ToolFilter, ToolId, ToolSort } from "./types.gen.ts";

/** What a step can do. Each tool says by JSON Schema what it takes and gives. */
export interface ToolsService {
  /** List tools. */
  listTools(ctx: Context, query: SearchQuery<ToolFilter, ToolSort>): Promise<Page<Tool>>;
  /** One tool. */
  getTool(ctx: Context, id: ToolId): Eventual<Tool>;
  /** Use a tool once, outside a run. */
  invokeTool(ctx: Context, input: InvokeToolInput): Promise<Outcome>;
}

/** What the service is made of. */
export interface ToolsParts extends ToolsRepositories {
  readonly events: ToolsEvents;
  readonly config: ToolsConfig;
  readonly core: Core;
  /** Services of the domains that this one requires. */
  readonly contracts: {
    readonly artifacts: ArtifactsService;
  };
}

export type ToolsDefaults = Pick<ToolsService, "listTools" | "getTool">;

/** What the spec alone says of each operation: its rows and their events, in one transaction. */
export function toolsDefaults({ tools }: ToolsParts): ToolsDefaults {
  return {
    listTools: (ctx, query) => tools.list(ctx, query),
    getTool: (ctx, id) =>
      after(tools.find(ctx, id), (tool) => {
        if (tool === undefined) throw missing("Tool", id);
        return tool;
      }),
  };
}

/** What internal/tools/module.ts provides. */
export interface ToolsModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: ToolsParts): ToolsService;
  /** Removes what a purged organization leaves besides its rows: files, rows that are not bound to it. May run again. */
  forget?(parts: ToolsParts, organization: string): Promise<void>;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: ToolsParts, service: ToolsService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: ToolsParts, service: ToolsService): Promise<Background>;
}
