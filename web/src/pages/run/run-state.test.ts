import type { RunLog, RunNews } from "@sdk/types.gen.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyNews, type RunState } from "./run-state.ts";

const at = "2026-11-20T08:00:00.000Z";
const base = {
  organizationId: "og-0000000000000001",
  createdBy: null,
  createdAt: at,
  updatedAt: at,
  version: 1,
  startedAt: null,
  finishedAt: null,
  error: null,
  waitReason: null,
};
const run: RunState["run"] = {
  ...base,
  id: "rn-0000000000000001",
  pipelineId: "pl-0000000000000001",
  pipelineName: "Sums",
  pipelineVersion: 1,
  startedBy: null,
  status: "queued",
  input: {},
  output: null,
};
const step = (id: string, position: number): RunState["steps"][number] => ({
  ...base,
  id: `rs-${id}`,
  runId: run.id,
  position,
  step: id,
  name: null,
  tool: "core.wait",
  status: "pending",
  attempts: 0,
  input: null,
  output: null,
});
const log = (sequence: number): RunLog => ({ sequence, step: "a", level: "info", message: `line ${sequence}`, at });
const state: RunState = { run, steps: [step("a", 0), step("b", 1)], logs: [] };

test("a newer version of the run and of a step replaces the known one", () => {
  const after = applyNews(state, [
    { kind: "run", run: { ...run, version: 2, status: "running" } },
    { kind: "step", step: { ...step("b", 1), version: 2, status: "running" } },
  ]);
  expect(after.run.status).toBe("running");
  expect(after.steps.map(({ step, status }) => [step, status])).toEqual([
    ["a", "pending"],
    ["b", "running"],
  ]);
});

test("a replay of what is past changes nothing", () => {
  const done: RunState = {
    ...state,
    run: { ...run, version: 5, status: "succeeded" },
    steps: [{ ...step("a", 0), version: 4, status: "succeeded" }],
  };
  const after = applyNews(done, [
    { kind: "run", run: { ...run, version: 2, status: "running" } },
    { kind: "step", step: { ...step("a", 0), version: 3, status: "running" } },
  ]);
  expect(after).toEqual(done);
});

test("steps keep the order of the definition, whichever is told first", () => {
  const after = applyNews({ ...state, steps: [] }, [
    { kind: "step", step: step("b", 1) },
    { kind: "step", step: step("a", 0) },
  ]);
  expect(after.steps.map(({ step }) => step)).toEqual(["a", "b"]);
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
