import type { Bytes } from "../core/http/contents.ts";

/** Where the bytes of artifacts are: in a folder, or some day in an object store. */
export interface Storage {
  /**
   * Takes bytes in, to the end of the stream, and holds them durably, but not yet under a key.
   * A 413 problem when there are more than `maxBytes`; then, and when the stream breaks off or the signal aborts, nothing stays behind.
   */
  receive(body: Bytes, maxBytes: number, signal: AbortSignal): Promise<Received>;
  /** The bytes under a key; rejects when there are none. */
  open(key: string): Promise<Bytes>;
  /** The keys of one organization whose bytes arrived before `time`. */
  keptBefore(organization: string, time: Date): Promise<readonly string[]>;
  /** The organizations that have bytes here. */
  organizations(): Promise<readonly string[]>;
  /** Removes what is under a key, if anything. */
  delete(key: string): Promise<void>;
}

/** Bytes that have arrived. Either `keep` or `discard` is called, once. */
export interface Received {
  readonly size: number;
  /** In hex. */
  readonly sha256: string;
  /** Puts the bytes under a key that nothing else has, all at once. */
  keep(key: string): Promise<void>;
  discard(): Promise<void>;
}
