// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { Page, SearchQuery } from "../../internal/core/database/lists.ts";
import type { Eventual } from "../../internal/core/eventual/eventual.ts";
import type { Tool, ToolCreate, ToolFilter, ToolPatch, ToolSort } from "./types.gen.ts";

/** All tools: they have no owner. */
export interface ToolRepository {
  find(ctx: Context, id: string): Eventual<Tool | undefined>;
  list(ctx: Context, query: SearchQuery<ToolFilter, ToolSort>): Promise<Page<Tool>>;
  /** 409 when another has the same `name`. */
  insert(ctx: Context, input: ToolCreate): Promise<Tool>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: ToolPatch, expected?: number): Promise<Tool>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Tool>;
  /** Writes the words of up to `limit` rows after an id anew, whoever they belong to; gives the last one's id, if there was any. */
  reindex(ctx: Context, after: string, limit: number): Promise<string | undefined>;
  findByName(ctx: Context, name: string): Promise<Tool | undefined>;
}

/** All repositories of the domain. */
export interface ToolsRepositories {
  readonly tools: ToolRepository;
}
