/** A text that is the same for values that JSON Schema calls equal: the order of keys does not matter. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "0" : String(JSON.stringify(value));
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`);
  return `{${entries.sort().join(",")}}`;
}
