// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { Page, SearchQuery } from "../../internal/core/database/lists.ts";
import { missing } from "../../internal/core/database/rows.ts";
import { after, type Eventual } from "../../internal/core/eventual/eventual.ts";
import type { Background, Core } from "../../internal/core/modules/domain.ts";
import type { ArtifactsService } from "../contracts/artifacts.gen.ts";
import type { OrganizationsService } from "../contracts/organizations.gen.ts";
import type { ToolsService } from "../contracts/tools.gen.ts";
import type { PipelinesConfig } from "./config.gen.ts";
import type { PipelinesConsumers, PipelinesEvents } from "./events.gen.ts";
import type { PipelinesRepositories } from "./repository.gen.ts";
import type {
  CheckPipelineInput,
  CheckResult,
  GetPipelineVersionInput,
  ListPipelineVersionsInput,
  Pipeline,
  PipelineCreate,
  PipelineFilter,
  PipelineId,
  PipelinePatch,
  PipelineSort,
  PipelineVersion,
} from "./types.gen.ts";

/** Graphs of steps, in immutable versions. */
export interface PipelinesService {
  /** List pipelines. */
  listPipelines(ctx: Context, query: SearchQuery<PipelineFilter, PipelineSort>): Promise<Page<Pipeline>>;
  /** Create a pipeline. */
  createPipeline(ctx: Context, input: PipelineCreate): Promise<Pipeline>;
  /** What is wrong with a definition, without saving it. */
  checkPipeline(ctx: Context, input: CheckPipelineInput): Promise<CheckResult>;
  /** One pipeline. */
  getPipeline(ctx: Context, id: PipelineId): Eventual<Pipeline>;
  /** Change a pipeline. */
  updatePipeline(ctx: Context, id: PipelineId, patch: PipelinePatch, expected?: number): Promise<Pipeline>;
  /** Delete a pipeline. */
  deletePipeline(ctx: Context, id: PipelineId, expected?: number): Promise<void>;
  /** All versions of a pipeline, the newest first. */
  listPipelineVersions(ctx: Context, input: ListPipelineVersionsInput): Promise<readonly PipelineVersion[]>;
  /** One version of a pipeline. */
  getPipelineVersion(ctx: Context, input: GetPipelineVersionInput): Promise<PipelineVersion>;
}

/** What the service is made of. */
export interface PipelinesParts extends PipelinesRepositories {
  readonly events: PipelinesEvents;
  readonly config: PipelinesConfig;
  readonly core: Core;
  /** Services of the domains that this one requires. */
  readonly contracts: {
    readonly artifacts: ArtifactsService;
    readonly organizations: OrganizationsService;
    readonly tools: ToolsService;
  };
}

export type PipelinesDefaults = Pick<
  PipelinesService,
  "listPipelines" | "createPipeline" | "getPipeline" | "updatePipeline" | "deletePipeline"
>;

/** What the spec alone says of each operation: its rows and their events, in one transaction. */
export function pipelinesDefaults({ core, events, pipelines }: PipelinesParts): PipelinesDefaults {
  return {
    listPipelines: (ctx, query) => pipelines.list(ctx, query),
    createPipeline: (ctx, input) =>
      core.database.transact(ctx, async (ctx) => {
        const pipeline = await pipelines.insert(ctx, input);
        await events.pipelineCreated(ctx, pipeline);
        return pipeline;
      }),
    getPipeline: (ctx, id) =>
      after(pipelines.find(ctx, id), (pipeline) => {
        if (pipeline === undefined) throw missing("Pipeline", id);
        return pipeline;
      }),
    updatePipeline: (ctx, id, patch, expected) =>
      core.database.transact(ctx, async (ctx) => {
        const pipeline = await pipelines.update(ctx, id, patch, expected);
        await events.pipelineUpdated(ctx, pipeline);
        return pipeline;
      }),
    deletePipeline: (ctx, id, expected) =>
      core.database.transact(ctx, async (ctx) => {
        const pipeline = await pipelines.delete(ctx, id, expected);
        await events.pipelineDeleted(ctx, pipeline);
      }),
  };
}

/** What internal/pipelines/module.ts provides. */
export interface PipelinesModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: PipelinesParts): PipelinesService;
  consumers(parts: PipelinesParts, service: PipelinesService): PipelinesConsumers;
  /** Removes what a purged organization leaves besides its rows: files, rows that are not bound to it. May run again. */
  forget?(parts: PipelinesParts, organization: string): Promise<void>;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: PipelinesParts, service: PipelinesService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: PipelinesParts, service: PipelinesService): Promise<Background>;
}
