import type { DefinitionError, PipelineDefinition } from "../../../generated/pipelines/types.gen.ts";

/** Characters of all expressions together: whoever starts a run waits until they have been parsed. */
const maxExpressions = 100_000;

/** A pipeline has no more steps, and no longer expressions, than the platform allows. */
export function size({ steps, outputs }: PipelineDefinition, maxSteps: number): readonly DefinitionError[] {
  if (steps.length > maxSteps) {
    return [{ pointer: "/steps", detail: `A pipeline may have ${maxSteps} steps at the most; this one has ${steps.length}.` }];
  }
  const texts = [...steps.flatMap(({ inputs }) => Object.values(inputs ?? {})), ...Object.values(outputs ?? {})];
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length <= maxExpressions) return [];
  const detail = `The expressions of a pipeline may have ${maxExpressions} characters together; these have ${length}. Read long texts from artifacts.`;
  return [{ pointer: "", detail }];
}
