import { LRUCache } from "lru-cache";
import type { PipelinesService } from "../../../generated/contracts/pipelines.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { type Plan, planOf } from "./plan.ts";

/** Finds the plan of a run. A version never changes, so a plan that is kept is right. */
export interface Plans {
  of(ctx: Context, run: { readonly pipelineId: string; readonly pipelineVersion: number }): Promise<Plan>;
}

/** Characters of the expressions in all plans that are kept: a compiled one takes some 300 times the memory of its text. */
const keptCharacters = 500_000;

/** Plans by version, the least used forgotten first. */
export function plans(pipelines: Pick<PipelinesService, "getPipelineVersion">): Plans {
  const kept = new LRUCache<string, Plan>({ max: 1_000, maxSize: keptCharacters, sizeCalculation: sizeOf });
  return {
    async of(ctx, { pipelineId, pipelineVersion }) {
      const key = `${ctx.organization}/${pipelineId}/${pipelineVersion}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const plan = planOf(await pipelines.getPipelineVersion(ctx, { id: pipelineId, number: pipelineVersion }));
      kept.set(key, plan);
      return plan;
    },
  };
}

function sizeOf({ steps, outputs }: Plan): number {
  const expressions = [...[...steps.values()].flatMap((step) => step.inputs), ...outputs];
  return expressions.reduce((sum, [, { text }]) => sum + text.length, 1 + 20 * steps.size);
}
