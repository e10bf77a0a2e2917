import type { Run, StepState } from "../../../generated/runs/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { actorId } from "../../core/database/rows.ts";
import { newId } from "../../core/ids/ids.ts";
import { type Engine, workTopic } from "../engine.ts";
import type { Plan, PlannedStep } from "../plan/plan.ts";
import { type OpenRun, openRun } from "../store/open-run.ts";
import type { Held } from "../worker/held.ts";
import type { Slot } from "../worker/slots.ts";
import { leaseStep, queueStep } from "./queue-step.ts";

/** A run that somebody asks for. */
export interface Start {
  /** Whose it is, with the place in a trace that all it brings about is below. */
  readonly ctx: Context;
  readonly pipelineId: Run["pipelineId"];
  readonly pipelineName: string;
  readonly pipelineVersion: number;
  readonly plan: Plan;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Begins runs, in one transaction: their rows, their steps, and attempts at those steps that wait for no other. Where a worker of this
 * process has slots to spare, these are its own and begin right after the commit; else they are queued.
 */
export async function beginRuns(engine: Engine, starts: readonly Start[]): Promise<readonly Run[]> {
  const { core } = engine.parts;
  const [first] = starts;
  if (first === undefined) return [];
  const { transaction } = first.ctx;
  const taken: Slot[] = [];
  const takeSlot = (): Slot | undefined => {
    // Whether a caller's own transaction commits is not known here, and a slot that is kept meanwhile is nobody's.
    const slot = transaction === undefined ? engine.slots.take() : undefined;
    if (slot !== undefined) taken.push(slot);
    return slot;
  };
  try {
    const begun = starts.map((start) => open(engine, start, takeSlot));
    await core.database.transact({ ...core.system("runs", ""), transaction }, async (ctx) => {
      for (const ofOne of Map.groupBy(begun, ({ ctx }) => `${ctx.organization} ${actorId(ctx)}`).values()) {
        const [{ ctx: own } = first] = ofOne;
        const runs = ofOne.map(({ open }) => open);
        await engine.ledger.write({ ...own, deadline: ctx.deadline, signal: ctx.signal, transaction: ctx.transaction }, runs);
      }
      if (begun.some(({ queued }) => queued)) core.database.afterCommit(ctx, () => core.live.wake(workTopic));
    });
    for (const { slot, held } of begun.flatMap(({ works }) => works)) slot.begin(held);
    return begun.map(({ run }) => run);
  } catch (error) {
    for (const slot of taken) slot.giveBack();
    throw error;
  }
}

/** A run that is about to be written, with what begins of it in this process. */
interface Begun {
  readonly ctx: Context;
  readonly run: Run;
  readonly open: OpenRun;
  readonly queued: boolean;
  readonly works: readonly { readonly slot: Slot; readonly held: Held }[];
}

function open(engine: Engine, start: Start, takeSlot: () => Slot | undefined): Begun {
  const { ctx, plan } = start;
  const steps = [...plan.steps.values()];
  const ready = steps.filter(({ needs }) => needs.length === 0);
  const slots = ready.map(takeSlot);
  const run = newRun(engine, start, slots.some(Boolean));
  const states = new Map(steps.map((step) => [step.id, pending(run, step)]));
  const open = openRun(run, { states, sequence: 0 }, run);
  const input = JSON.stringify(run.input);
  const works = ready.flatMap((planned, index) => {
    const slot = slots[index];
    if (slot === undefined) {
      queueStep(engine, open, planned.id);
      return [];
    }
    const { id: step } = planned;
    const own = { runId: run.id, organization: run.organizationId, trace: ctx.trace, plan, input, stands: open.states };
    const held: Held = { ...own, step, planned, number: 1, losses: 0, stop: new AbortController(), ...leaseStep(engine, open, step, slot) };
    return [{ slot, held }];
  });
  return { ctx, run, open, works, queued: works.length < ready.length };
}

function newRun({ parts }: Engine, { ctx, pipelineId, pipelineName, pipelineVersion, input }: Start, begins: boolean): Run {
  const at = parts.core.now().toISOString();
  return {
    id: newId("rn"),
    organizationId: ctx.organization,
    createdBy: actorId(ctx),
    createdAt: at,
    updatedAt: at,
    version: 1,
    pipelineId,
    pipelineName,
    pipelineVersion,
    startedBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
    status: begins ? "running" : "queued",
    waitReason: begins ? null : "slot",
    input,
    output: null,
    error: null,
    startedAt: begins ? at : null,
    finishedAt: null,
    trace: ctx.trace ?? null,
  };
}

function pending(run: Run, { id, position, name, tool }: PlannedStep): StepState {
  const waiting = { status: "pending", waitReason: "dependency", attempts: 0 } as const;
  return { runId: run.id, position, step: id, name, tool, ...waiting, error: null, startedAt: null, finishedAt: null };
}
