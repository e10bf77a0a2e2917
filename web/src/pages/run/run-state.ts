import type { Run, RunLog, RunNews, RunStep } from "@sdk/types.gen.ts";

/** A run as the page knows it. */
export interface RunState {
  readonly run: Run;
  readonly steps: readonly RunStep[];
  /** By sequence. */
  readonly logs: readonly RunLog[];
}

/**
 * What the page knows after some news. News may come twice, and older than what was loaded: the stream replays after a
 * reconnect. So only a newer version counts, and a log line only once.
 */
export function applyNews(state: RunState, news: readonly RunNews[]): RunState {
  let { run } = state;
  const steps = new Map(state.steps.map((step) => [step.step, step]));
  const lines: RunLog[] = [];
  for (const one of news) {
    if (one.kind === "run") {
      if (one.run.version >= run.version) run = one.run;
    } else if (one.kind === "step") {
      const known = steps.get(one.step.step);
      if (known === undefined || one.step.version >= known.version) steps.set(one.step.step, one.step);
    } else lines.push(one.log);
  }
  return { run, steps: [...steps.values()].sort((a, b) => a.position - b.position), logs: mergeLogs(state.logs, lines) };
}

function mergeLogs(known: readonly RunLog[], lines: readonly RunLog[]): readonly RunLog[] {
  if (lines.length === 0) return known;
  const last = known.at(-1)?.sequence ?? 0;
  const ordered = lines.every((line, index) => line.sequence > (lines[index - 1]?.sequence ?? last));
  if (ordered) return [...known, ...lines];
  const all = new Map([...known, ...lines].map((line) => [line.sequence, line]));
  return [...all.values()].sort((a, b) => a.sequence - b.sequence);
}
