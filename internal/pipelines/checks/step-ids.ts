import type { DefinitionCheck } from "./reading.ts";

/** Each step has an id of its own. */
export const stepIds: DefinitionCheck = ({ steps }) => {
  const first = new Map<string, number>();
  return steps.flatMap(({ step, pointer }, index) => {
    const earlier = first.get(step.id);
    if (earlier === undefined) {
      first.set(step.id, index);
      return [];
    }
    return [{ pointer: `${pointer}/id`, detail: `Step ${earlier + 1} has the id "${step.id}" already: choose another.` }];
  });
};
