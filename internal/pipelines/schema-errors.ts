import type { FieldError } from "../core/problems/problem.ts";
import { validatorOf } from "../core/validation/from-schema.ts";
import { newPlace } from "../core/validation/place.ts";

/** What is wrong with a value by a JSON Schema; a schema that is none finds nothing wrong, being told of elsewhere. */
export function schemaErrors(schema: unknown, value: unknown): readonly FieldError[] {
  const place = newPlace();
  validatorOf(schema).check(value, place);
  return place.errors;
}
