import type { DefinitionError } from "../../../generated/pipelines/types.gen.ts";
import type { DefinitionCheck, Reading } from "./reading.ts";

/** No step waits, by way of others, for itself. Each cycle is named once, at the step of it that comes first. */
export const cycles: DefinitionCheck = ({ steps, edges }) => {
  const needs = new Map<string, Reading["edges"][number][]>();
  for (const edge of edges) needs.set(edge.to, [...(needs.get(edge.to) ?? []), edge]);
  const errors: DefinitionError[] = [];
  const state = new Map<string, "open" | "done">();

  for (const { step } of steps) {
    if (state.has(step.id)) continue;
    // Depth first without recursion: a chain may have thousands of steps.
    const path: { readonly id: string; next: number }[] = [{ id: step.id, next: 0 }];
    state.set(step.id, "open");
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = needs.get(top.id)?.[top.next++];
      if (edge === undefined) {
        state.set(top.id, "done");
        path.pop();
      } else if (state.get(edge.from) === "open") {
        const cycle = path.slice(path.findIndex((place) => place.id === edge.from)).map((place) => place.id);
        // A step that waits for itself is told by the checks of needs and references.
        if (cycle.length > 1) errors.push({ pointer: edge.pointer, detail: `These steps wait for each other: ${named(cycle)}.` });
      } else if (!state.has(edge.from)) {
        state.set(edge.from, "open");
        path.push({ id: edge.from, next: 0 });
      }
    }
  }
  return errors;
};

/** In the order of waiting: the first waits for the second, the last for the first. */
function named(cycle: readonly string[]): string {
  return [...cycle, cycle[0]].join(" → ");
}
