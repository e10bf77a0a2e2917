/** Writes one line, or several, for the person who asked. */
export type Print = (text: string) => void;

/** One command of the command line, in a module of its own that is loaded only when it is asked for. */
export interface Command {
  readonly usage: string;
  /** Gives the exit code. Throws a sentence for what is wrong outside of the specs. */
  run(args: readonly string[], root: string, print: Print): Promise<number>;
}
