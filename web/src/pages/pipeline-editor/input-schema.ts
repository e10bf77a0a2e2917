/** Changes to a pipeline's input schema, one property at a time; whatever else the schema says stays. */

type Schema = Record<string, unknown>;

export const inputTypes = ["string", "number", "integer", "boolean", "object", "array"] as const;

const isObject = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);

export const propertiesOf = (schema: Schema | undefined): Record<string, Schema> =>
  isObject(schema?.["properties"])
    ? Object.fromEntries(Object.entries(schema["properties"]).map(([name, part]) => [name, isObject(part) ? part : {}]))
    : {};

export const requiredOf = (schema: Schema | undefined): string[] => {
  const required = schema?.["required"];
  return Array.isArray(required) ? required.filter((name) => typeof name === "string") : [];
};

export function setProperty(schema: Schema | undefined, name: string, part: Schema): Schema {
  return { type: "object", ...schema, properties: { ...propertiesOf(schema), [name]: part } };
}

export function removeProperty(schema: Schema | undefined, name: string): Schema {
  const { [name]: _, ...properties } = propertiesOf(schema);
  return withRequired(
    { ...schema, properties },
    requiredOf(schema).filter((other) => other !== name),
  );
}

/** Keeps the property's place among the others. */
export function renameProperty(schema: Schema | undefined, from: string, to: string): Schema {
  const properties = Object.fromEntries(Object.entries(propertiesOf(schema)).map(([name, part]) => [name === from ? to : name, part]));
  return withRequired(
    { ...schema, properties },
    requiredOf(schema).map((name) => (name === from ? to : name)),
  );
}

export function setRequired(schema: Schema | undefined, name: string, required: boolean): Schema {
  const others = requiredOf(schema).filter((other) => other !== name);
  return withRequired({ ...schema }, required ? [...others, name] : others);
}

function withRequired(schema: Schema, names: string[]): Schema {
  const { required: _, ...rest } = schema;
  return names.length === 0 ? rest : { ...rest, required: names };
}

/** Sets one keyword of a property, or removes it when the value is empty. */
export function withKeyword(part: Schema, keyword: string, value: string): Schema {
  const { [keyword]: _, ...rest } = part;
  return value === "" ? rest : { ...part, [keyword]: value };
}

export function freshName(schema: Schema | undefined): string {
  const taken = propertiesOf(schema);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? "value" : `value${number}`;
    if (!(name in taken)) return name;
  }
}
