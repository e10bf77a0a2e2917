/** What became of one document. "broken": it was generated, and the compiler refuses the code. "crashed": the generator failed or was stopped. */
export interface CorpusResult {
  readonly document: string;
  readonly outcome: "compiled" | "broken" | "diagnosed" | "crashed";
  /** From reading the document to its last generated text; undefined when it did not get there. */
  readonly milliseconds: number | undefined;
  readonly operations: number;
  readonly warnings: number;
  /** The first error, of the generator or the compiler. */
  readonly error: string | undefined;
}

/** What the child process says of one document. */
export type Generated =
  | { readonly kind: "generated"; readonly milliseconds: number; readonly operations: number; readonly warnings: number }
  | { readonly kind: "diagnosed"; readonly warnings: number; readonly error: string };
