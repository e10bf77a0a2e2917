import { toProblem } from "./failure.ts";
import type { StreamEvent } from "./operation.ts";
import type { RequestContext } from "./request-context.ts";

export const heartbeatMilliseconds = 15_000;
/** How long the status line waits for a service that fails at once; after it the stream is open, come what may. */
const settlingMilliseconds = 1_000;
const retryMilliseconds = 3_000;
/** A reader who may not read any more is sent away within this and the age of what is known of them. */
const checkMilliseconds = 1_500;
const encoder = new TextEncoder();

/** When a stream ends though the service has more to tell: its reader comes back with Last-Event-ID, and a token that still holds. */
export interface StreamEnd {
  /** In milliseconds since the epoch: until then the reader's token holds. */
  readonly at: number;
  /** Whether the reader may still read; asked before each event, and every few seconds. */
  holds(): Promise<boolean>;
  readonly stopping: AbortSignal | undefined;
}

/**
 * Answers with server-sent events (HTML Living Standard, 9.2). The service is asked for the next event only when the last one was taken;
 * it is stopped when the client goes. A failure before the first event is thrown, a later one is told as an event named `problem`.
 */
export async function eventStream(
  events: AsyncIterable<unknown>,
  ctx: RequestContext,
  heartbeat: number,
  { at, holds, stopping }: StreamEnd,
): Promise<Response> {
  const source = new Source(events as AsyncIterable<StreamEvent<unknown>>);
  const wake = () => source.wake();
  stopping?.addEventListener("abort", wake, { once: true });
  /** However it ends: nothing of the stream is left, and whoever heeds the context's signal knows. */
  const finish = (reason: unknown) => {
    stopping?.removeEventListener("abort", wake);
    ctx.life.end(reason);
    return source.stop();
  };
  await source.wait(settlingMilliseconds);
  if (source.failed) {
    finish(source.failure).catch(() => {});
    throw source.failure;
  }
  let greeted = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!greeted) {
          greeted = true;
          return controller.enqueue(encoder.encode(`retry: ${retryMilliseconds}\n\n`));
        }
        const silentUntil = Date.now() + heartbeat;
        let taken: ReturnType<Source["take"]>;
        do {
          await source.wait(Math.max(0, Math.min(silentUntil, at, Date.now() + checkMilliseconds) - Date.now()));
          taken = stopping?.aborted === true || Date.now() >= at || !(await holds()) ? "end" : source.take();
        } while (taken === "nothing" && Date.now() < silentUntil);
        if (taken === "nothing") return controller.enqueue(encoder.encode(": still here\n\n"));
        if (taken === "failure") {
          const document = toProblem(source.failure).document(ctx.requestId);
          if (document.status >= 500) ctx.log.error({ err: source.failure }, "A stream of events failed.");
          controller.enqueue(frame({ event: "problem", data: document }));
        }
        if (taken === "failure" || taken === "end") {
          controller.close();
          // Not awaited: a service that waits for something else must not keep the reader waiting.
          finish(new Error("The stream has come to its end.")).catch(() => {});
          return;
        }
        controller.enqueue(frame(taken));
      },
      cancel: () => finish(new Error("The client closed the stream.")),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: streamHeaders(ctx.requestId) });
}

export function streamHeaders(requestId: string): Record<string, string> {
  return {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
    "X-Content-Type-Options": "nosniff",
    "X-Request-Id": requestId,
  };
}

/** An iterator that can be waited for with a limit, without asking it twice. */
class Source {
  readonly #iterator: AsyncIterator<StreamEvent<unknown>>;
  #asked = false;
  #arrived: IteratorResult<StreamEvent<unknown>> | undefined;
  /** Ends a wait before its time. */
  wake = () => {};
  failed = false;
  failure: unknown;

  constructor(events: AsyncIterable<StreamEvent<unknown>>) {
    this.#iterator = events[Symbol.asyncIterator]();
  }

  /** Resolves when there is something to take, or after `milliseconds`. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.#asked) this.#ask();
    if (this.#arrived !== undefined || this.failed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  take(): StreamEvent<unknown> | "nothing" | "end" | "failure" {
    if (this.failed) return "failure";
    const arrived = this.#arrived;
    if (arrived === undefined) return "nothing";
    this.#arrived = undefined;
    this.#asked = false;
    return arrived.done === true ? "end" : arrived.value;
  }

  async stop(): Promise<void> {
    this.wake();
    await this.#iterator.return?.();
  }

  #ask(): void {
    this.#asked = true;
    this.#iterator.next().then(
      (result) => {
        this.#arrived = result;
        this.wake();
      },
      (error) => {
        this.failed = true;
        this.failure = error;
        this.wake();
      },
    );
  }
}

/** JSON has no line breaks, so the data is one line; in names and ids a break would start a field of its own. */
function frame(event: StreamEvent<unknown>): Uint8Array {
  const id = event.id === undefined ? "" : `id: ${oneLine(event.id)}\n`;
  const name = event.event === undefined ? "" : `event: ${oneLine(event.event)}\n`;
  return encoder.encode(`${id}${name}data: ${JSON.stringify(event.data)}\n\n`);
}

const oneLine = (text: string) => text.replace(/[\r\n\0]/g, " ");
