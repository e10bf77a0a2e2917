import type { Expression, ExpressionFault, Position } from "../../core/expressions/expression.ts";
import { patternFault } from "../../core/expressions/pattern.ts";
import type { DefinitionCheck } from "./reading.ts";

/** Every expression parses, uses only names that there are, and writes down only patterns that are some. */
export const expressions: DefinitionCheck = ({ steps, outputs }) =>
  [...steps.flatMap((step) => step.inputs), ...outputs].flatMap(({ pointer, compiled }) =>
    faultsOf(compiled).map(({ position, message }) => ({ pointer, detail: `${place(position)}: ${message}` })),
  );

function faultsOf(compiled: Expression | ExpressionFault): { readonly position: Position; readonly message: string }[] {
  if (compiled.kind === "fault") return [compiled];
  return compiled.patterns.flatMap(({ text, position }) => {
    const message = patternFault(text);
    return message === undefined ? [] : [{ position, message }];
  });
}

function place({ line, column }: Position): string {
  return line === 1 ? `Column ${column}` : `Line ${line}, column ${column}`;
}
