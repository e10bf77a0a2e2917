/** What a span is of. Names come from specs and code; attributes may be ids, names of steps and hosts, and never values. */
export interface Traced {
  readonly name: string;
  readonly kind?: "server" | "client" | "producer" | "consumer";
  readonly attributes?: Attributes;
  /** The parent is what somebody outside sent: how much is recorded is for this process to say, not for them. */
  readonly remote?: boolean;
}

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Adds what is known only later; `failed` marks the span as one that went wrong. */
export type Note = (attributes: Attributes, failed?: boolean) => void;

/**
 * Records what happens within what, from process to process. There is no ambient state: a place in a trace is a W3C traceparent, which is
 * handed on in `Context.trace`, in headers, in events and in rows.
 */
export interface Tracing {
  /**
   * Does `work` in a span below `parent`; without one, in a new trace. `work` is given its own traceparent, to hand on. What it throws ends
   * the span as failed, by the kind of the error alone, and is thrown on.
   */
  within<Result>(
    parent: string | undefined,
    what: Traced,
    work: (trace: string | undefined, note: Note) => Promise<Result>,
  ): Promise<Result>;
  /** Sends what was recorded and not sent yet. */
  close(): Promise<void>;
}

/** For a span that nobody records. */
export const unheard: Note = () => {};

/** Records nothing, and hands on what it was given. */
export const noTracing: Tracing = Object.freeze({
  within: (parent, _what, work) => work(parent, unheard),
  close: async () => {},
} satisfies Tracing);
