import type { RJSFSchema, UiSchema } from "@rjsf/utils";

const longText = 200;

/**
 * How each part of a schema is entered: long texts in several lines, and what has no form of its own (any value, an object of
 * unknown properties) as JSON. References are left to rjsf.
 */
export function uiSchemaFor(schema: RJSFSchema): UiSchema {
  const { type, properties = {}, items } = schema;
  const one = Array.isArray(type) ? (type.length === 2 && type.includes("null") ? type.find((name) => name !== "null") : undefined) : type;
  if (schema.$ref !== undefined || schema.enum !== undefined || schema.const !== undefined) return {};
  if (schema.oneOf !== undefined || schema.anyOf !== undefined || schema.allOf !== undefined) return {};
  if (one === "object" || (one === undefined && schema.properties !== undefined)) {
    if (Object.keys(properties).length === 0) return { "ui:field": "json" };
    return {
      // rjsf would add "newKey" rows for further properties, which nobody who fills a form in wants.
      "ui:options": { expandable: false },
      ...Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, typeof part === "object" ? uiSchemaFor(part) : {}])),
    };
  }
  if (one === "array") {
    if (typeof items !== "object" || Array.isArray(items)) return { "ui:field": "json" };
    return { items: uiSchemaFor(items as RJSFSchema) };
  }
  if (one === undefined) return { "ui:field": "json" };
  if (one === "string" && schema.format === undefined && (schema.maxLength ?? 0) > longText) return { "ui:widget": "textarea" };
  return {};
}

/**
 * The schema as rjsf can draw it: parts that allow any value (`{}`, `true`) are not empty, for which it draws nothing, and choices
 * between which properties are required are left to the server, since it would ask people to pick "Option 1" or "Option 2".
 */
export function drawable(whole: RJSFSchema): RJSFSchema {
  const schema = withoutRequiredChoice(whole);
  const fill = (part: unknown): RJSFSchema => {
    const given = typeof part === "object" && part !== null ? (part as RJSFSchema) : {};
    return Object.keys(given).length === 0 ? { $comment: "any value" } : drawable(given);
  };
  const { properties, items } = schema;
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, part === false ? part : fill(part)])),
        }),
    ...(items === undefined || items === false || Array.isArray(items) ? {} : { items: fill(items) }),
  };
}

const choices = ["anyOf", "oneOf"] as const;

function withoutRequiredChoice(schema: RJSFSchema): RJSFSchema {
  const unasked = choices.filter((key) => schema[key]?.every((variant) => Object.keys(variant).join() === "required"));
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !(unasked as readonly string[]).includes(key)));
}
