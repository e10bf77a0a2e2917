/** Keywords that say something about a value itself; the others beside a $ref only describe it. */
export const shaping: ReadonlySet<string> = new Set([
  ...["type", "enum", "const", "format", "pattern", "nullable", "properties", "required", "additionalProperties", "patternProperties"],
  ...["items", "prefixItems", "contains", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "propertyNames"],
  ...["minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "dependentRequired", "dependentSchemas"],
  ...["unevaluatedProperties", "unevaluatedItems"],
]);
