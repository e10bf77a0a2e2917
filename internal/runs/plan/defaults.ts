/**
 * The input with the defaults of its schema where it says nothing, through the objects in it. `properties` alone is looked at: a default
 * inside `anyOf` and its like belongs to a choice that nobody has made.
 */
export function withDefaults(schema: unknown, input: unknown): unknown {
  if (!isObject(schema) || !isObject(schema.properties) || !isObject(input)) return input;
  const filled: Record<string, unknown> = { ...input };
  for (const [name, property] of Object.entries(schema.properties)) {
    if (name === "__proto__" || !isObject(property)) continue;
    if (Object.hasOwn(filled, name)) filled[name] = withDefaults(property, filled[name]);
    else if (property.default !== undefined) filled[name] = structuredClone(property.default);
  }
  return filled;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
