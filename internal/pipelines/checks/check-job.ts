import type { CheckResult, PipelineDefinition } from "../../../generated/pipelines/types.gen.ts";
import type { Job } from "../../core/threads/threads.ts";
import { checkDefinition } from "./check-definition.ts";
import type { KnownTool } from "./reading.ts";

export interface Checking {
  readonly definition: PipelineDefinition;
  readonly known: readonly KnownTool[];
  readonly maxSteps: number;
}

/** A definition is checked in a thread: expressions, patterns and schemas decide how long that takes, and whoever writes them decides those. */
export const checking: Job<Checking, CheckResult> = { module: import.meta.url, name: "checkInThisThread" };

export function checkInThisThread({ definition, known, maxSteps }: Checking): CheckResult {
  return checkDefinition(definition, known, maxSteps);
}
