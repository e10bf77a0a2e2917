// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListQuery, Page } from "../../internal/core/database/lists.ts";
import { missing } from "../../internal/core/database/rows.ts";
import { after, type Eventual } from "../../internal/core/eventual/eventual.ts";
import type { StreamEvent } from "../../internal/core/http/operation.ts";
import type { Background, Core } from "../../internal/core/modules/domain.ts";
import type { OrganizationsService } from "../contracts/organizations.gen.ts";
import type { PipelinesService } from "../contracts/pipelines.gen.ts";
import type { ToolsService } from "../contracts/tools.gen.ts";
import type { RunsConfig } from "./config.gen.ts";
import type { RunsConsumers, RunsEvents } from "./events.gen.ts";
import type { RunsRepositories } from "./repository.gen.ts";
import type {
  CancelRunInput,
  ListRunLogsInput,
  ListRunStepsInput,
  Run,
  RunFilter,
  RunId,
  RunLog,
  RunNews,
  RunSort,
  RunStep,
  StartRunInput,
  StreamRunEventsInput,
} from "./types.gen.ts";

/** Pipelines at work. A run's state is in the database; a worker may die at any moment and nothing is lost. */
export interface RunsService {
  /** List runs. */
  listRuns(ctx: Context, query: ListQuery<RunFilter, RunSort>): Promise<Page<Run>>;
  /** Start a pipeline. */
  startRun(ctx: Context, input: StartRunInput): Promise<Run>;
  /** One run. */
  getRun(ctx: Context, id: RunId): Eventual<Run>;
  /** Stop a run. Steps under way are told to stop; no further one begins. */
  cancelRun(ctx: Context, input: CancelRunInput): Promise<Run>;
  /** What happens in a run, as it happens. Ends after the run has ended. */
  streamRunEvents(ctx: Context, input: StreamRunEventsInput): AsyncIterable<StreamEvent<RunNews>>;
  /** What the steps of a run logged. */
  listRunLogs(ctx: Context, input: ListRunLogsInput): Promise<readonly RunLog[]>;
  /** The steps of a run, in the order of the definition. */
  listRunSteps(ctx: Context, input: ListRunStepsInput): Promise<readonly RunStep[]>;
}

/** What the service is made of. */
export interface RunsParts extends RunsRepositories {
  readonly events: RunsEvents;
  readonly config: RunsConfig;
  readonly core: Core;
  /** Services of the domains that this one requires. */
  readonly contracts: {
    readonly organizations: OrganizationsService;
    readonly tools: ToolsService;
    readonly pipelines: PipelinesService;
  };
}

export type RunsDefaults = Pick<RunsService, "listRuns" | "getRun">;

/** What the spec alone says of each operation: its rows and their events, in one transaction. */
export function runsDefaults({ runs }: RunsParts): RunsDefaults {
  return {
    listRuns: (ctx, query) => runs.list(ctx, query),
    getRun: (ctx, id) =>
      after(runs.find(ctx, id), (run) => {
        if (run === undefined) throw missing("Run", id);
        return run;
      }),
  };
}

/** What internal/runs/module.ts provides. */
export interface RunsModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: RunsParts): RunsService;
  consumers(parts: RunsParts, service: RunsService): RunsConsumers;
  /** Removes what a purged organization leaves besides its rows: files, rows that are not bound to it. May run again. */
  forget?(parts: RunsParts, organization: string): Promise<void>;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: RunsParts, service: RunsService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: RunsParts, service: RunsService): Promise<Background>;
}
