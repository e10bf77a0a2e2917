import { authorizedFetch } from "./authorized-fetch.ts";
import { readProblem } from "./problem.ts";
import { eventStreamParser, type ServerSentEvent } from "./server-sent-events.ts";

export type StreamState = "connecting" | "open" | "reconnecting" | "ended" | "failed";

interface Follow {
  readonly url: string;
  /** Id of the event to go on after; "" for all. */
  readonly after: string;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ServerSentEvent) => void;
  readonly onState: (state: StreamState, error?: unknown) => void;
  /** Whether a stream that the server closed was the whole of it; otherwise it was cut off and is resumed. */
  readonly isOver: () => boolean;
}

const firstDelay = 500;
const longestDelay = 15_000;

/** Waits before the given try to reconnect: doubled each time, with jitter, so that many pages do not come back at once. */
export const reconnectDelay = (attempt: number, random = Math.random()): number =>
  Math.min(longestDelay, firstDelay * 2 ** attempt) * (0.5 + random / 2);

/**
 * Follows server-sent events with fetch (EventSource does not tell why it was refused), resuming with Last-Event-ID until the stream is over,
 * the signal aborts, or the server refuses (4xx). Tells every change of the connection's state.
 */
export async function followStream({ url, after, signal, onEvent, onState, isOver }: Follow): Promise<void> {
  let lastId = after;
  let attempt = 0;
  onState("connecting");
  while (!signal.aborted) {
    try {
      const answer = await authorizedFetch(url, {
        signal,
        headers: { Accept: "text/event-stream", ...(lastId === "" ? {} : { "Last-Event-ID": lastId }) },
      });
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
        onState("failed", readProblem(answer.status, await answer.json().catch(() => undefined)));
        return;
      }
      if (answer.ok && answer.body !== null) {
        onState("open");
        const feed = eventStreamParser((event) => {
          lastId = event.id || lastId;
          attempt = 0;
          onEvent(event);
        });
        // Not every browser iterates a stream by itself.
        const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) feed(part.value);
        if (isOver()) {
          onState("ended");
          return;
        }
      }
    } catch {
      // A broken connection: what follows resumes it.
    }
    if (signal.aborted) return;
    onState("reconnecting");
    await wait(reconnectDelay(attempt++), signal);
  }
}

/** Resolves after the delay, at once when the browser comes back online, or when the signal aborts. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}
