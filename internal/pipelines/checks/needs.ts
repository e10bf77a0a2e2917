import type { DefinitionCheck } from "./reading.ts";

/** `needs` names other steps of this pipeline. */
export const needs: DefinitionCheck = ({ steps, ids }) =>
  steps.flatMap(({ step, pointer }) =>
    (step.needs ?? []).flatMap((need, index) => {
      const place = `${pointer}/needs/${index}`;
      if (need === step.id) return [{ pointer: place, detail: "A step cannot wait for itself." }];
      return ids.has(need) ? [] : [{ pointer: place, detail: `There is no step with the id "${need}".` }];
    }),
  );
