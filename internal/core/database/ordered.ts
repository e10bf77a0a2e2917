/** Rows by one field, then by id, as the databases order them: nulls come last. */
export function ordered<Row extends { readonly id: string }>(rows: readonly Row[], field: keyof Row): Row[] {
  return rows.toSorted((a, b) => compare(a[field], b[field]) || compare(a.id, b.id));
}

function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  if (typeof a === "string" && typeof b === "string") return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}
