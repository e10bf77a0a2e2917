import type { DefinitionError } from "../../../generated/pipelines/types.gen.ts";
import { evaluate } from "../../core/expressions/evaluate.ts";
import { type Budget, type Expression, ExpressionError, TooMuchWork } from "../../core/expressions/expression.ts";
import { maxWork } from "../../core/expressions/limits.ts";
import { schemaErrors } from "../schema-errors.ts";
import type { DefinitionCheck, JsonSchema, ReadStep } from "./reading.ts";

/** Each step gives its tool what the tool asks for: no unknown input, none missing, and constants of the right type. */
export const inputs: DefinitionCheck = ({ steps }) => {
  const budget = { left: maxWork };
  return steps.flatMap((step) => (step.tool === undefined ? [] : ofStep(step, step.tool.inputSchema, budget)));
};

function ofStep({ step, pointer, inputs }: ReadStep, schema: JsonSchema, budget: Budget): DefinitionError[] {
  const errors: DefinitionError[] = [];
  const properties = record(schema.properties);
  for (const input of inputs) {
    const property = Object.hasOwn(properties, input.name) ? properties[input.name] : undefined;
    if (property === undefined) {
      if (schema.additionalProperties !== false) continue;
      errors.push({ pointer: input.pointer, detail: `${step.tool} takes no "${input.name}", only ${Object.keys(properties).join(", ")}.` });
    } else if (input.compiled.kind === "expression" && input.compiled.constant) {
      const whole = { $defs: schema.$defs ?? {}, ...record(property) };
      errors.push(...ofConstant(input.compiled, input.name, whole, budget).map((detail) => ({ pointer: input.pointer, detail })));
    }
  }
  const given = new Set(inputs.map((input) => input.name));
  for (const name of Array.isArray(schema.required) ? schema.required : []) {
    if (typeof name !== "string" || given.has(name)) continue;
    const place = step.inputs === undefined ? pointer : `${pointer}/inputs`;
    errors.push({ pointer: place, detail: `${step.tool} needs "${name}".` });
  }
  return errors;
}

/** What is wrong with a constant. Nothing is known of those for which the budget of all does not suffice. */
function ofConstant(expression: Expression, name: string, schema: JsonSchema, budget: Budget): string[] {
  let value: unknown;
  try {
    value = evaluate(expression, {}, budget);
  } catch (error) {
    if (error instanceof TooMuchWork) return [];
    if (error instanceof ExpressionError) return [error.message];
    throw error;
  }
  return schemaErrors(schema, value).map(({ pointer, detail }) => `"${name}${pointer}" ${detail}.`);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
