import type { CheckResult, PipelineDefinition } from "../../../generated/pipelines/types.gen.ts";
import { cycles } from "./cycles.ts";
import { expressions } from "./expressions.ts";
import { inputSchema } from "./input-schema.ts";
import { inputs } from "./inputs.ts";
import { needs } from "./needs.ts";
import { type DefinitionCheck, type KnownTool, read } from "./reading.ts";
import { references } from "./references.ts";
import { size } from "./size.ts";
import { stepIds } from "./step-ids.ts";
import { tools } from "./tools.ts";

const checks: readonly DefinitionCheck[] = [stepIds, tools, needs, expressions, references, cycles, inputs, inputSchema];

/** More is of no use to anybody, and could be far longer than the definition itself. */
const maxErrors = 200;

/**
 * Everything that is wrong with a definition, in one go, and the edges of its graph. Pointers are into the definition.
 * One that is too large is not looked at any further.
 */
export function checkDefinition(definition: PipelineDefinition, known: readonly KnownTool[], maxSteps: number): CheckResult {
  const tooLarge = size(definition, maxSteps);
  if (tooLarge.length > 0) return { errors: tooLarge, edges: [] };
  const reading = read(definition, new Map(known.map((tool) => [tool.name, tool])));
  return {
    errors: checks.flatMap((check) => check(reading)).slice(0, maxErrors),
    edges: reading.edges.map(({ from, to }) => ({ from, to })),
  };
}
