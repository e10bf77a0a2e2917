import type { DefinitionCheck } from "./reading.ts";

/** A pipeline has no more steps than the platform allows. */
export const size: DefinitionCheck = ({ steps, maxSteps }) =>
  steps.length <= maxSteps
    ? []
    : [{ pointer: "/steps", detail: `A pipeline may have ${maxSteps} steps at the most; this one has ${steps.length}.` }];
