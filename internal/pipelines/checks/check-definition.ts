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

const checks: readonly DefinitionCheck[] = [size, stepIds, tools, needs, expressions, references, cycles, inputs, inputSchema];

/** Everything that is wrong with a definition, in one go, and the edges of its graph. Pointers are into the definition. */
export function checkDefinition(definition: PipelineDefinition, known: readonly KnownTool[], maxSteps: number): CheckResult {
  const reading = read(definition, new Map(known.map((tool) => [tool.name, tool])), maxSteps);
  return {
    errors: checks.flatMap((check) => check(reading)),
    edges: reading.edges.map(({ from, to }) => ({ from, to })),
  };
}
