interface ToolInput {
  readonly name: string;
  readonly type: string | undefined;
  readonly description: string | undefined;
  readonly required: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** What a schema of an object asks for, property by property; the required ones first. */
export function schemaProperties(schema: unknown): ToolInput[] {
  if (!isObject(schema) || !isObject(schema.properties)) return [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(schema.properties)
    .map(([name, part]) => ({
      name,
      type: isObject(part) ? typeOf(part) : undefined,
      description: isObject(part) ? purposeOf(part, name) : undefined,
      required: required.has(name),
    }))
    .sort((a, b) => Number(b.required) - Number(a.required));
}

function typeOf(part: Record<string, unknown>): string | undefined {
  if (Array.isArray(part.enum)) return part.enum.map((value) => JSON.stringify(value)).join(" | ");
  const { type } = part;
  return Array.isArray(type) ? type.join(" | ") : text(type);
}

/** The description; else the title, when that says more than the name. */
function purposeOf(part: Record<string, unknown>, name: string): string | undefined {
  const title = text(part.title);
  return text(part.description) ?? (title?.toLowerCase() === name.toLowerCase() ? undefined : title);
}
