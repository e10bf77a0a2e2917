import type { DefinitionError } from "../../../generated/pipelines/types.gen.ts";
import type { DefinitionCheck, JsonSchema, PlacedExpression, Reading } from "./reading.ts";

/** What expressions refer to exists: the step, the property of its output, the input of the run; and no step refers to itself. */
export const references: DefinitionCheck = (reading) => [
  ...reading.steps.flatMap(({ step, inputs }) => inputs.flatMap((input) => ofExpression(reading, input, step.id))),
  ...reading.outputs.flatMap((output) => ofExpression(reading, output, undefined)),
];

function ofExpression(reading: Reading, { pointer, compiled }: PlacedExpression, self: string | undefined): DefinitionError[] {
  if (compiled.kind === "fault") return [];
  const errors: DefinitionError[] = [];
  const toSteps = new Map(compiled.references.steps.map((reference) => [`${reference.step} ${reference.property}`, reference]));
  for (const { step, property } of toSteps.values()) {
    if (step === self) errors.push({ pointer, detail: "A step cannot use its own output." });
    else if (!reading.ids.has(step)) errors.push({ pointer, detail: `There is no step with the id "${step}".` });
    else if (property !== undefined) {
      const tool = reading.steps.find((item) => item.step.id === step)?.tool;
      const known = tool && closedProperties(tool.outputSchema);
      if (known && !known.includes(property)) {
        errors.push({ pointer, detail: `The output of "${step}" has no "${property}", only ${listed(known)}.` });
      }
    }
  }
  const inputs = reading.definition.inputSchema && closedProperties(reading.definition.inputSchema);
  for (const name of new Set(compiled.references.input.map((reference) => reference.name))) {
    if (inputs && !inputs.includes(name))
      errors.push({ pointer, detail: `The input of the run has no "${name}", only ${listed(inputs)}.` });
  }
  return errors;
}

/** The only properties that an object of this schema can have; undefined when it may have others. */
function closedProperties(schema: JsonSchema): string[] | undefined {
  const { properties, additionalProperties, patternProperties } = schema;
  if (additionalProperties !== false || patternProperties !== undefined || typeof properties !== "object") return undefined;
  return Object.keys(properties ?? {});
}

const listed = (names: readonly string[]): string => (names.length === 0 ? "nothing" : names.join(", "));
