import { type ErrorSchema, ErrorSchemaBuilder } from "@rjsf/utils";
import type { FieldError } from "../api/problem.ts";
import { parsePointer } from "../format/pointer.ts";

/** The server's errors under `root` (a JSON Pointer into the request's body) at the fields of the form that made that part. */
export function formErrors(errors: readonly FieldError[], root: string): ErrorSchema {
  const builder = new ErrorSchemaBuilder();
  for (const { pointer, detail } of errors)
    if (pointer === root || pointer.startsWith(`${root}/`)) builder.addErrors(detail, parsePointer(pointer.slice(root.length)));
  return builder.ErrorSchema;
}
