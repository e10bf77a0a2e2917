import type { Run, RunLog, RunNews, RunStep, StepState } from "@sdk/types.gen.ts";

/** A step as the page knows it; input and output come later than the news of it. */
export type LiveStep = StepState & Partial<Pick<RunStep, "input" | "output">>;

/** A run as the page knows it. */
export interface RunState {
  readonly run: Run;
  readonly steps: readonly LiveStep[];
  /** By sequence. */
  readonly logs: readonly RunLog[];
}

/**
 * What the page knows after some news, told in the journal's order. A reconnect may repeat some: a log line counts once, and
 * an older run never replaces a newer one.
 */
export function applyNews(state: RunState, news: readonly RunNews[]): RunState {
  let { run } = state;
  const steps = new Map(state.steps.map((step) => [step.step, step]));
  const lines: RunLog[] = [];
  for (const one of news) {
    if (one.kind === "run") {
      if (one.run.version >= run.version) run = one.run;
    } else if (one.kind === "step") steps.set(one.step.step, { ...steps.get(one.step.step), ...one.step });
    else lines.push(one.log);
  }
  return { run, steps: [...steps.values()].sort((a, b) => a.position - b.position), logs: mergeLogs(state.logs, lines) };
}

/** Adds the inputs and outputs that the steps have by now; what the news told of them stays. */
export function addValues(state: RunState, loaded: readonly RunStep[]): RunState {
  const values = new Map(loaded.map(({ step, input, output }) => [step, { input, output }]));
  return { ...state, steps: state.steps.map((step) => ({ ...step, ...values.get(step.step) })) };
}

function mergeLogs(known: readonly RunLog[], lines: readonly RunLog[]): readonly RunLog[] {
  if (lines.length === 0) return known;
  const last = known.at(-1)?.sequence ?? 0;
  const ordered = lines.every((line, index) => line.sequence > (lines[index - 1]?.sequence ?? last));
  if (ordered) return [...known, ...lines];
  const all = new Map([...known, ...lines].map((line) => [line.sequence, line]));
  return [...all.values()].sort((a, b) => a.sequence - b.sequence);
}
