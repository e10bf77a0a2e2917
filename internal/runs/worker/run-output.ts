import type { Sources } from "../../core/expressions/evaluate-all.ts";
import { valuesOf } from "../../core/expressions/values.ts";
import { Problem } from "../../core/problems/problem.ts";
import type { Engine } from "../engine.ts";
import { storedPayload, UnstorablePayload } from "../store/payload.ts";
import type { RunOutput } from "../transitions/settle-run.ts";
import type { Held } from "./held.ts";

/** Characters of JSON. Lists of runs show it, so it is less than a step may give. */
const maxRunOutput = 1024 * 1024;

/** The output that the definition promises, or why there is none. */
export async function runOutput({ parts }: Engine, { plan, organization }: Held, sources: Sources): Promise<RunOutput> {
  try {
    const outputs = await valuesOf(parts.core.threads, parts.core.system("worker", organization), plan.outputs, sources);
    if (outputs.kind === "failed") return { error: `Output "${outputs.name}": ${outputs.message}` };
    return { output: storedPayload(outputs.values, maxRunOutput) };
  } catch (error) {
    if (error instanceof UnstorablePayload) return { error: `The output of the run ${error.message}. Store what is large as an artifact.` };
    if (error instanceof Problem && error.status === 422) return { error: `The output of the run: ${error.message}` };
    throw error;
  }
}
