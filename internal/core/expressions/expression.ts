/** A place in an expression's text. `line` and `column` start at 1, `offset` at 0. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Why a text is no expression. */
export interface ExpressionFault {
  readonly kind: "fault";
  readonly text: string;
  readonly message: string;
  readonly position: Position;
}

/** `steps.<step>` in an expression, with the first property asked of it, if that is certain to be needed. */
export interface StepReference {
  readonly step: string;
  readonly property: string | undefined;
  readonly position: Position;
}

/** A regular expression that stands in an expression as a text. */
export interface LiteralPattern {
  readonly text: string;
  readonly position: Position;
}

/** `input.<name>` in an expression. */
export interface InputReference {
  readonly name: string;
  /** Only asked whether it is there: `has(input.name)`. */
  readonly optional: boolean;
  readonly position: Position;
}

export interface References {
  readonly steps: readonly StepReference[];
  readonly input: readonly InputReference[];
}

/** What expressions see: the run's input, and the outputs of the steps that have ended, by id. */
export interface Variables {
  readonly input?: unknown;
  readonly steps?: Readonly<Record<string, unknown>>;
}

/** A CEL expression that has been parsed and checked, ready to run. */
export interface Expression {
  readonly kind: "expression";
  readonly text: string;
  readonly references: References;
  /** It names no variable, so its value is known before any run. */
  readonly constant: boolean;
  /** The regular expressions that it writes down. Compiling one may take long: whoever checks them limits that. */
  readonly patterns: readonly LiteralPattern[];
  /** The raw CEL value; `evaluate` makes JSON of it. */
  readonly run: (variables: Variables, budget: Budget) => unknown;
}

/** What is left of the work that one or several evaluations may cost together; see maxWork. */
export interface Budget {
  left: number;
}

/** An evaluation that failed. The message is a sentence for the author of the expression. */
export class ExpressionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ExpressionError";
  }
}

/** The budget is spent. Where there is more of it, the same evaluation may succeed. */
export class TooMuchWork extends ExpressionError {
  constructor() {
    super("This expression takes too much work: loop over less data, or use a tool for it.");
  }
}

/** The place of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { offset, line: before.split("\n").length, column: offset - lineStart + 1 };
}
