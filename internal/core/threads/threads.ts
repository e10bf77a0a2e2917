import type { Context } from "../context/context.ts";

/** A function that a module exports: what a thread is asked to do. It gets `input` and gives a result, both as copies. */
export interface Job<Input, Result> {
  /** The URL of the module, from `import.meta.url`: never anything that a user gave. */
  readonly module: string;
  readonly name: string;
  /** Never set: ties the types of a call together. */
  readonly types?: (input: Input) => Result;
}

/** What a thread is handed: `input` is copied, the buffers of `transfer` that it holds are handed over. */
export interface Material<Input> {
  readonly input: Input;
  readonly transfer?: readonly ArrayBuffer[];
}

/** Trusted code on hostile data, beside the event loop, so that nobody's data can hold up the requests of others. */
export interface Threads {
  /**
   * Runs a job in a thread. Organizations take turns. `material` is asked for when the turn has come, so that what waits takes no memory.
   * What the job throws comes back: a Problem as such. Never inside a transaction.
   * Rejects with a 422 when the job takes too long or too much memory, a 429 when too many jobs of the organization wait, and with the
   * reason of the context's signal when that aborts; the thread is ended then, whatever it does.
   */
  run<Input, Result>(ctx: Context, job: Job<Input, Result>, material: () => Promise<Material<Input>>): Promise<Result>;
  /** Ends all threads. */
  close(): Promise<void>;
}
