// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page, SearchQuery } from "../../internal/core/database/lists.ts";
import type { Eventual } from "../../internal/core/eventual/eventual.ts";
import type {
  Pipeline,
  PipelineChange,
  PipelineFilter,
  PipelineInsert,
  PipelineSort,
  PipelineVersion,
  PipelineVersionCreate,
  PipelineVersionFilter,
  PipelineVersionSort,
} from "./types.gen.ts";

/** The pipelines of the caller's organization. */
export interface PipelineRepository {
  find(ctx: Context, id: string): Eventual<Pipeline | undefined>;
  list(ctx: Context, query: SearchQuery<PipelineFilter, PipelineSort>): Promise<Page<Pipeline>>;
  /** 409 when another has the same `name`. */
  insert(ctx: Context, input: PipelineInsert): Promise<Pipeline>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: PipelineChange, expected?: number): Promise<Pipeline>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Pipeline>;
  /** Writes the words of up to `limit` rows after an id anew, whoever they belong to; gives the last one's id, if there was any. */
  reindex(ctx: Context, after: string, limit: number): Promise<string | undefined>;
  findByName(ctx: Context, name: string): Promise<Pipeline | undefined>;
}

/** The pipeline versions of the caller's organization. */
export interface PipelineVersionRepository {
  find(ctx: Context, id: string): Eventual<PipelineVersion | undefined>;
  list(ctx: Context, query: ListQuery<PipelineVersionFilter, PipelineVersionSort>): Promise<Page<PipelineVersion>>;
  /** 409 when another has the same `pipelineId` and `number`. */
  insert(ctx: Context, input: PipelineVersionCreate): Promise<PipelineVersion>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<PipelineVersion>;
  findVersion(ctx: Context, pipelineId: string, number: number): Promise<PipelineVersion | undefined>;
  listOfPipeline(ctx: Context, pipelineId: string): Promise<PipelineVersion[]>;
}

/** All repositories of the domain. */
export interface PipelinesRepositories {
  readonly pipelines: PipelineRepository;
  readonly pipelineVersions: PipelineVersionRepository;
}
