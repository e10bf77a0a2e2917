import type { FieldError } from "../core/problems/problem.ts";
import { SchemaProblem, validatorOf } from "../core/validation/from-schema.ts";
import { newPlace } from "../core/validation/place.ts";

/** What is wrong with a JSON Schema itself. */
export function schemaFaults(schema: unknown): readonly FieldError[] {
  try {
    validatorOf(schema);
    return [];
  } catch (error) {
    if (error instanceof SchemaProblem) return error.errors;
    throw error;
  }
}

/** What is wrong with a value by a JSON Schema. A schema that cannot be used finds nothing wrong: whoever owns it is told elsewhere. */
export function schemaErrors(schema: unknown, value: unknown): readonly FieldError[] {
  if (schemaFaults(schema).length > 0) return [];
  const place = newPlace();
  validatorOf(schema).check(value, place);
  return place.errors;
}
