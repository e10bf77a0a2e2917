import type { Life } from "../context/context.ts";

/** Whether a request is still wanted. Nothing listens to its connection before somebody asks for the signal. */
export class RequestLife implements Life {
  readonly #request: Request;
  #controller: AbortController | undefined;
  #reason: unknown;

  constructor(request: Request) {
    this.#request = request;
  }

  get watched(): boolean {
    return this.#controller !== undefined;
  }

  /** Ends what goes on for this request: the deadline passed, or nobody reads the answer any more. */
  end(reason: unknown): void {
    this.#reason ??= reason;
    this.#controller?.abort(this.#reason);
  }

  /** Aborts when the request ends, or its client has gone. */
  get signal(): AbortSignal {
    if (this.#controller !== undefined) return this.#controller.signal;
    const controller = new AbortController();
    this.#controller = controller;
    const { signal } = this.#request;
    if (this.#reason !== undefined) controller.abort(this.#reason);
    else if (signal.aborted) controller.abort(gone());
    else signal.addEventListener("abort", () => controller.abort(gone()), { once: true });
    return controller.signal;
  }
}

const gone = () => new Error("The client closed the connection.");
