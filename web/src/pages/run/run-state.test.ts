import type { RunLog, RunNews, RunStep, StepState } from "@sdk/types.gen.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addValues, applyNews, type RunState } from "./run-state.ts";

const at = "2026-11-20T08:00:00.000Z";
const row = { organizationId: "og-0000000000000001", createdBy: null, createdAt: at, updatedAt: at, version: 1 };
const run: RunState["run"] = {
  ...row,
  id: "rn-0000000000000001",
  pipelineId: "pl-0000000000000001",
  pipelineName: "Sums",
  pipelineVersion: 1,
  startedBy: null,
  status: "queued",
  waitReason: null,
  input: {},
  output: null,
  error: null,
  startedAt: null,
  finishedAt: null,
  trace: null,
};
const step = (id: string, position: number, status: StepState["status"] = "pending"): StepState => ({
  runId: run.id,
  position,
  step: id,
  name: null,
  tool: "wait",
  status,
  waitReason: null,
  attempts: 0,
  error: null,
  startedAt: null,
  finishedAt: null,
});
const log = (sequence: number): RunLog => ({ sequence, step: "a", level: "info", message: `line ${sequence}`, at });
const state: RunState = { run, steps: [step("a", 0), step("b", 1)], logs: [] };
const statuses = ({ steps }: RunState) => steps.map(({ step, status }) => [step, status]);

test("news of the run and of a step replace what was known", () => {
  const after = applyNews(state, [
    { kind: "run", run: { ...run, version: 2, status: "running" } },
    { kind: "step", step: step("b", 1, "running") },
  ]);
  expect(after.run.status).toBe("running");
  expect(statuses(after)).toEqual([
    ["a", "pending"],
    ["b", "running"],
  ]);
});

test("an older run that a reconnect repeats changes nothing", () => {
  const done: RunState = { ...state, run: { ...run, version: 5, status: "succeeded" } };
  expect(applyNews(done, [{ kind: "run", run: { ...run, version: 2, status: "running" } }])).toEqual(done);
});

test("steps keep the order of the definition, whichever is told first", () => {
  const after = applyNews({ ...state, steps: [] }, [
    { kind: "step", step: step("b", 1) },
    { kind: "step", step: step("a", 0) },
  ]);
  expect(after.steps.map(({ step }) => step)).toEqual(["a", "b"]);
});

test("inputs and outputs join the steps, and news neither lose them nor are undone by them", () => {
  const rows: RunStep[] = [{ ...row, id: "rs-0000000000000001", ...step("a", 0, "running"), input: { x: 1 }, output: null }];
  const filled = addValues(applyNews(state, [{ kind: "step", step: step("a", 0, "succeeded") }]), rows);
  expect(filled.steps[0]).toMatchObject({ status: "succeeded", input: { x: 1 }, output: null });
  expect(applyNews(filled, [{ kind: "step", step: step("a", 0, "failed") }]).steps[0]).toMatchObject({ status: "failed", input: { x: 1 } });
});

test("log lines end up once and in order, however they are told and repeated", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 10 }), { maxLength: 6 }), (batches) => {
      const after = batches.reduce(
        (known, batch) =>
          applyNews(
            known,
            batch.map((sequence): RunNews => ({ kind: "log", log: log(sequence) })),
          ),
        state,
      );
      expect(after.logs.map(({ sequence }) => sequence)).toEqual([...new Set(batches.flat())].sort((a, b) => a - b));
    }),
  );
});
