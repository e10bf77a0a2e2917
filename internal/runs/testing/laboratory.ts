import { setTimeout as sleep } from "node:timers/promises";
import type { OrganizationsService } from "../../../generated/contracts/organizations.gen.ts";
import type { PipelinesService } from "../../../generated/contracts/pipelines.gen.ts";
import type { Outcome as ToolOutcome, ToolsService } from "../../../generated/contracts/tools.gen.ts";
import { runsDomain } from "../../../generated/runs/domain.gen.ts";
import { runsEvents } from "../../../generated/runs/events.gen.ts";
import type { RunsParts, RunsService } from "../../../generated/runs/service.gen.ts";
import type { Run, RunLog, RunStep } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Database, SqlDatabase } from "../../core/database/database.ts";
import { outbox } from "../../core/events/outbox.ts";
import type { EventTables } from "../../core/events/tables.ts";
import { compile } from "../../core/expressions/compile.ts";
import { newId } from "../../core/ids/ids.ts";
import { localLive } from "../../core/live/local-live.ts";
import type { Background, Core } from "../../core/modules/domain.ts";
import { problem } from "../../core/problems/problem.ts";
import { noMetrics } from "../../core/telemetry/metrics.ts";
import { noTracing } from "../../core/telemetry/tracing.ts";
import { silentLog, testContext } from "../../core/testing/context.ts";
import { ThreadPool } from "../../core/threads/thread-pool.ts";
import { type Engine, engineOf } from "../engine.ts";
import { runsService } from "../service.ts";
import { startWorker, type WorkerSettings } from "../worker/worker.ts";

type Definition = Parameters<PipelinesService["checkPipeline"]>[1]["body"];

/** A tool as a test makes it: gives its output, or an outcome made by `waits`. */
export type FakeTool = (use: Use) => unknown;

interface Use {
  readonly input: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly ctx: Context;
  /** Kills the worker that uses the tool, if it is one that can be: it does nothing more to the database. */
  readonly kill?: () => void;
}

class Waiting {
  readonly until: Date;
  constructor(until: Date) {
    this.until = until;
  }
}
export const waits = (milliseconds: number): Waiting => new Waiting(new Date(Date.now() + milliseconds));

/** Runs on a real database, with tools and pipelines that the test makes up behind the contracts. */
export interface Laboratory {
  readonly ctx: Context;
  readonly engine: Engine;
  readonly service: RunsService;
  /** Keeps a definition as a pipeline, and starts it. */
  start(definition: Definition, input?: Readonly<Record<string, unknown>>): Promise<Run>;
  /** Adds a worker, stopped by `close`. */
  worker(settings?: Partial<WorkerSettings>, engine?: Engine): Background;
  /** An engine of its own on the same database, as in another process; `cut` makes each of its queries fail until `mend`. */
  severable(): { readonly engine: Engine; cut(): void; mend(): void };
  ended(run: Run): Promise<Run>;
  until(run: Run, wanted: (run: Run, steps: Record<string, RunStep>) => boolean): Promise<Run>;
  steps(run: Run): Promise<Record<string, RunStep>>;
  logs(run: Run, step?: string): Promise<readonly RunLog[]>;
  close(): Promise<void>;
}

/** The pipelines of all laboratories, by id: a worker of one may take the steps of another. */
const versions = new Map<string, Definition>();
const open = new Set<Laboratory>();
/** All laboratories of a test file compute in the same threads. */
const threads = new ThreadPool();

/** For afterEach: stops the workers of all laboratories, also of those whose test failed. */
export async function closeLaboratories(): Promise<void> {
  await Promise.all([...open].map((lab) => lab.close()));
  open.clear();
}

/** A laboratory acts in an organization of its own, so that several share one database. */
export function laboratory(database: Database, tools: Readonly<Record<string, FakeTool>>): Laboratory {
  const ctx = testContext({ organization: newId("og") });
  const live = localLive();
  const workers: Background[] = [];

  const pipelines: Pick<PipelinesService, "getPipeline" | "getPipelineVersion"> = {
    getPipeline: async (_, id) => ({ id, name: "Test", latest: 1 }) as Awaited<ReturnType<PipelinesService["getPipeline"]>>,
    async getPipelineVersion(_, { id, number }) {
      const definition = versions.get(id);
      if (definition === undefined) throw problem.notFound("There is no such pipeline.");
      return { number, definition, edges: edgesOf(definition) } as unknown as Awaited<ReturnType<PipelinesService["getPipelineVersion"]>>;
    },
  };
  const toolbox = (kill?: () => void): Pick<ToolsService, "invokeTool"> => ({
    async invokeTool(ctx, { name, body }): Promise<ToolOutcome> {
      const tool = tools[name];
      if (tool === undefined) throw problem.notFound(`There is no tool named "${name}".`);
      const output = await tool({ input: body.input, source: body.source ?? "", ctx, ...(kill === undefined ? {} : { kill }) });
      const at = new Date().toISOString();
      if (output instanceof Waiting) return { output: null, waitUntil: output.until.toISOString(), logs: [] };
      return { output, logs: [{ level: "info", message: `${name} was used`, at }] };
    },
  });

  function partsOn(database: Database, kill?: () => void): RunsParts {
    const now = (): Date => new Date();
    const events = outbox(database as SqlDatabase<EventTables>, live, now);
    events.subscribe([]);
    const core = {
      database,
      events,
      live,
      threads,
      log: silentLog,
      metrics: noMetrics,
      tracing: noTracing,
      now,
      system: (name: string, organization: string) => ({
        ...testContext({ organization, user: null }),
        actor: { kind: "system" as const, id: name },
      }),
    } as unknown as Core;
    return {
      ...runsDomain.repositories(database),
      events: runsEvents(core.events),
      config: { workerConcurrency: 16, leaseSeconds: 30, graceSeconds: 10, retentionDays: async () => 30 },
      core,
      contracts: {
        organizations: {} as OrganizationsService,
        pipelines: pipelines as PipelinesService,
        tools: toolbox(kill) as ToolsService,
      },
    };
  }

  const engine = engineOf(partsOn(database));
  const service = runsService(engine.parts, engine);

  async function steps(run: Run): Promise<Record<string, RunStep>> {
    return Object.fromEntries((await service.listRunSteps(ctx, { id: run.id })).map((step) => [step.step, step]));
  }

  async function until(run: Run, wanted: (run: Run, steps: Record<string, RunStep>) => boolean): Promise<Run> {
    for (;;) {
      const found = await service.getRun(ctx, run.id);
      if (wanted(found, await steps(run))) return found;
      await sleep(5);
    }
  }

  const lab: Laboratory = {
    ctx,
    engine,
    service,
    async start(definition, input) {
      const id = newId("pl");
      versions.set(id, definition);
      return service.startRun(ctx, { body: { pipelineId: id, ...(input === undefined ? {} : { input }) } });
    },
    worker(settings = {}, on = engine) {
      const defaults = { concurrency: 16, leaseMilliseconds: 30_000, graceMilliseconds: 0, pollMilliseconds: 200 };
      const worker = startWorker(on, { ...defaults, ...settings });
      workers.push(worker);
      return worker;
    },
    severable() {
      let broken = false;
      const guarded = new Proxy(database, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target);
          if (typeof value !== "function") return value;
          const bound = value.bind(target);
          if (name !== "statement" && name !== "transact") return bound;
          return (...given: unknown[]) => {
            if (name === "transact") return broken ? Promise.reject(new Error("cut off")) : bound(...given);
            return cuttable(bound(...given), () => broken);
          };
        },
      });
      const cut = (): void => {
        broken = true;
      };
      const mend = (): void => {
        broken = false;
      };
      return { engine: engineOf(partsOn(guarded, cut)), cut, mend };
    },
    ended: (run) => until(run, ({ finishedAt }) => finishedAt !== null),
    until,
    steps,
    logs: (run, step) => service.listRunLogs(ctx, { id: run.id, after: 0, limit: 500, ...(step === undefined ? {} : { step }) }),
    async close() {
      await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    },
  };
  open.add(lab);
  return lab;
}

/** A statement whose every use fails while it is cut. */
function cuttable(statement: object, isCut: () => boolean): object {
  return Object.fromEntries(
    Object.entries(statement).map(([name, use]) => [
      name,
      (...given: unknown[]) => (isCut() ? Promise.reject(new Error("cut off")) : (use as (...given: unknown[]) => unknown)(...given)),
    ]),
  );
}

function edgesOf({ steps }: Definition): { readonly from: string; readonly to: string }[] {
  return steps.flatMap((step) => {
    const named = Object.values(step.inputs ?? {}).flatMap((text) => {
      const compiled = compile(text);
      return compiled.kind === "fault" ? [] : compiled.references.steps.map((reference) => reference.step);
    });
    return [...new Set([...(step.needs ?? []), ...named])].map((from) => ({ from, to: step.id }));
  });
}
