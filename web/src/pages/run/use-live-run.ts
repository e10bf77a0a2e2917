import { client } from "@sdk/client.gen.ts";
import { getRun, listRunLogs, listRunSteps } from "@sdk/sdk.gen.ts";
import type { RunLog, RunNews } from "@sdk/types.gen.ts";
import { useEffect, useState } from "react";
import { followStream, type StreamState } from "@/api/follow-stream.ts";
import { invalidate } from "@/api/query-client.ts";
import { isFinal } from "@/pages/runs/run-status.ts";
import { applyNews, type RunState } from "./run-state.ts";

interface LiveRun {
  readonly state: RunState | undefined;
  readonly connection: StreamState;
  readonly error: unknown;
  readonly retry: () => void;
  /** Takes what another request answered, the cancel for instance. */
  readonly tell: (news: RunNews) => void;
}

const logPage = 1000;

async function load(id: string, signal: AbortSignal): Promise<RunState> {
  const options = { path: { id }, signal, throwOnError: true } as const;
  const [run, steps, logs] = await Promise.all([getRun(options), listRunSteps(options), loadLogs(id, signal)]);
  return { run: run.data, steps: steps.data, logs };
}

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
 * A run, its steps and logs: loaded once, then moved by the server's events until the run has ended. The stream opens before the
 * loading, so that nothing falls between the two; what it tells meanwhile is kept and applied after.
 */
export function useLiveRun(id: string): LiveRun {
  const [state, setState] = useState<RunState>();
  const [connection, setConnection] = useState<StreamState>("connecting");
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` starts it again
  useEffect(() => {
    const abort = new AbortController();
    let current: RunState | undefined;
    let waiting: RunNews[] = [];
    let frame = 0;

    // Events come in bursts: the page is drawn once a frame at the most.
    function apply(): void {
      frame = 0;
      if (current === undefined || abort.signal.aborted || waiting.length === 0) return;
      const wasOver = isFinal(current.run.status);
      current = applyNews(current, waiting);
      waiting = [];
      setState(current);
      if (!wasOver && isFinal(current.run.status)) void invalidate("listRuns", "listArtifacts");
    }
    function take(news: RunNews): void {
      waiting.push(news);
      if (frame === 0) frame = requestAnimationFrame(apply);
    }
    const isOver = (): boolean => {
      apply();
      return current !== undefined && isFinal(current.run.status);
    };

    setState(undefined);
    setError(null);
    void followStream({
      url: client.buildUrl({ url: "/runs/{id}/events", path: { id } }),
      signal: abort.signal,
      onEvent: ({ data }) => take(JSON.parse(data) as RunNews),
      onState: (next, cause) => {
        if (abort.signal.aborted) return;
        setConnection(next);
        if (next === "failed") setError(cause);
      },
      isOver,
    });
    load(id, abort.signal).then(
      (loaded) => {
        current = loaded;
        setState(loaded);
        apply();
      },
      (cause) => {
        if (!abort.signal.aborted) setError(cause);
      },
    );
    return () => {
      abort.abort();
      cancelAnimationFrame(frame);
    };
  }, [id, attempt]);

  return {
    state,
    connection,
    error,
    retry: () => setAttempt((count) => count + 1),
    tell: (news) => setState((known) => (known === undefined ? known : applyNews(known, [news]))),
  };
}
