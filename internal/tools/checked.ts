import { problem } from "../core/problems/problem.ts";
import { validatorOf } from "../core/validation/from-schema.ts";
import type { Place } from "../core/validation/validator.ts";
import type { ToolFace } from "./tool.ts";

/** The schemas of built-in tools are ours, so that only the size of tables has to be provided for: some 20 cells in each of 100,000 rows. */
const maximumSteps = 10_000_000;

/** Checks of what a tool takes and gives, built once. */
export interface Checks {
  /** @throws a 422 problem that points into `/input`. */
  input(value: unknown): void;
  /** @throws an Error: the caller can do nothing about it, and the log says where the tool is wrong. */
  output(value: unknown): void;
}

export function checksOf({ name, inputSchema, outputSchema }: ToolFace): Checks {
  const input = validatorOf(inputSchema, maximumSteps);
  const output = validatorOf(outputSchema, maximumSteps);
  return {
    input(value) {
      const wrong: Place = { path: ["input"], errors: [] };
      input.check(value, wrong);
      if (wrong.errors.length > 0) throw problem.invalid(`The input of ${name} is not as its schema says.`, { errors: wrong.errors });
    },
    output(value) {
      const faults: Place = { path: [], errors: [] };
      output.check(value, faults);
      if (faults.errors.length > 0) throw new Error(`${name} gave what its schema does not allow: ${JSON.stringify(faults.errors)}`);
    },
  };
}
