import { client } from "@sdk/client.gen.ts";
import { getRun, listRunLogs, listRunSteps } from "@sdk/sdk.gen.ts";
import type { RunLog, RunNews } from "@sdk/types.gen.ts";
import { useEffect, useState } from "react";
import { followStream, type StreamState } from "@/api/follow-stream.ts";
import { invalidate } from "@/api/query-client.ts";
import { isFinal } from "@/pages/runs/run-status.ts";
import { addValues, applyNews, type RunState } from "./run-state.ts";

interface LiveRun {
  readonly state: RunState | undefined;
  readonly connection: StreamState;
  readonly error: unknown;
  readonly retry: () => void;
}

const logPage = 1000;
/** Steps that end together are asked for their outputs together. */
const valuesPause = 200;

async function loadLogs(id: string, signal: AbortSignal): Promise<RunLog[]> {
  const all: RunLog[] = [];
  for (;;) {
    const { data } = await listRunLogs({
      path: { id },
      query: { after: all.at(-1)?.sequence ?? 0, limit: logPage },
      signal,
      throwOnError: true,
    });
    all.push(...data);
    if (data.length < logPage) return all;
  }
}

/**
 * A run, its steps and logs: loaded once, then moved by the server's events until the run has ended. Of a run that goes on, logs load
 * first: their last number is a place in the journal, from where the stream goes on, so that nothing falls between the two.
 */
export function useLiveRun(id: string): LiveRun {
  const [state, setState] = useState<RunState>();
  const [connection, setConnection] = useState<StreamState>("connecting");
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` starts it again
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const options = { path: { id }, signal, throwOnError: true } as const;
    let current: RunState | undefined;
    let waiting: RunNews[] = [];
    let frame = 0;
    let valuesTimer: ReturnType<typeof setTimeout> | undefined;

    function show(next: RunState): void {
      if (signal.aborted) return;
      current = next;
      setState(next);
    }
    // Events come in bursts: the page is drawn once a frame at the most.
    function apply(): void {
      cancelAnimationFrame(frame);
      frame = 0;
      if (current === undefined || waiting.length === 0) return;
      const wasOver = isFinal(current.run.status);
      const moved = waiting.some((news) => news.kind === "step");
      show(applyNews(current, waiting));
      waiting = [];
      if (moved) valuesTimer ??= setTimeout(() => void loadValues(), valuesPause);
      if (!wasOver && isFinal(current.run.status)) void invalidate("listRuns", "listArtifacts");
    }
    async function loadValues(): Promise<void> {
      valuesTimer = undefined;
      const steps = await listRunSteps(options).catch(() => undefined);
      if (steps !== undefined && current !== undefined) show(addValues(current, steps.data));
    }
    async function begin(): Promise<void> {
      const { data: found } = await getRun(options);
      if (isFinal(found.status)) {
        const [logs, steps] = await Promise.all([loadLogs(id, signal), listRunSteps(options)]);
        show({ run: found, steps: steps.data, logs });
        return;
      }
      const logs = await loadLogs(id, signal);
      const [run, steps] = await Promise.all([getRun(options), listRunSteps(options)]);
      show({ run: run.data, steps: steps.data, logs });
      await followStream({
        url: client.buildUrl({ url: "/runs/{id}/events", path: { id } }),
        after: String(logs.at(-1)?.sequence ?? ""),
        signal,
        onEvent: ({ data }) => {
          waiting.push(JSON.parse(data) as RunNews);
          if (frame === 0) frame = requestAnimationFrame(apply);
        },
        onState: (next, cause) => {
          if (signal.aborted) return;
          setConnection(next);
          if (next === "failed") setError(cause);
        },
        isOver: () => {
          apply();
          return current !== undefined && isFinal(current.run.status);
        },
      });
    }

    setState(undefined);
    setError(null);
    setConnection("connecting");
    begin().catch((cause) => {
      if (!signal.aborted) setError(cause);
    });
    return () => {
      abort.abort();
      cancelAnimationFrame(frame);
      clearTimeout(valuesTimer);
    };
  }, [id, attempt]);

  return { state, connection, error, retry: () => setAttempt((count) => count + 1) };
}
