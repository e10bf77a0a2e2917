import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { asProblem } from "@/api/problem.ts";

/** Puts what the server says about the fields of a form beside them, and the focus into the first. */
export function showFieldErrors<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  names: readonly Path<Values>[],
  error: unknown,
): void {
  const { errors } = asProblem(error);
  // Each takes the focus: so the first comes last.
  for (const name of names.toReversed()) {
    const wrong = errors.find(({ pointer }) => pointer === `/${name}`);
    if (wrong !== undefined) form.setError(name, { message: wrong.detail }, { shouldFocus: true });
  }
}
