import type { DefinitionCheck } from "./reading.ts";

/** Each step names a tool that there is. */
export const tools: DefinitionCheck = ({ steps }) =>
  steps.flatMap(({ step, pointer, tool }) =>
    tool === undefined ? [{ pointer: `${pointer}/tool`, detail: `There is no tool named "${step.tool}".` }] : [],
  );
