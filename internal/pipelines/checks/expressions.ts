import type { Position } from "../../core/expressions/expression.ts";
import type { DefinitionCheck } from "./reading.ts";

/** Every expression parses, and uses only names that there are. */
export const expressions: DefinitionCheck = ({ steps, outputs }) =>
  [...steps.flatMap((step) => step.inputs), ...outputs].flatMap(({ pointer, compiled }) =>
    compiled.kind === "fault" ? [{ pointer, detail: `${place(compiled.position)}: ${compiled.message}` }] : [],
  );

function place({ line, column }: Position): string {
  return line === 1 ? `Column ${column}` : `Line ${line}, column ${column}`;
}
