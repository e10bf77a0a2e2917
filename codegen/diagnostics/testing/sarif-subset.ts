const object = (properties: Readonly<Record<string, object>>, required: readonly string[] = Object.keys(properties)) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});
const text = { type: "string" };
const index = { type: "integer", minimum: 0 };
const position = { type: "integer", minimum: 1 };
const level = { enum: ["none", "note", "warning", "error"] };
const message = object({ text });
const physicalLocation = object({
  // 3.4.3: a reference by RFC 3986, percent-encoded.
  artifactLocation: object({ uri: { type: "string", format: "uri-reference" } }),
  // 3.30.5 to 3.30.8: lines and columns count from 1.
  region: object({ startLine: position, startColumn: position, endColumn: position }),
});

/**
 * The part of SARIF 2.1.0 (section 3) that reports use, as a JSON Schema: narrower than the standard, since nothing else may be in them.
 * What the standard's types say of it, the compiler checks where the report is made.
 */
export const sarifSubset = object(
  {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      minItems: 1,
      items: object({
        tool: object({
          driver: object({
            name: { type: "string", minLength: 1 },
            rules: {
              type: "array",
              uniqueItems: true,
              items: object({
                id: { type: "string", minLength: 1 },
                shortDescription: message,
                fullDescription: message,
                help: message,
                defaultConfiguration: object({ level }),
              }),
            },
          }),
        }),
        columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
        results: {
          type: "array",
          items: object(
            {
              ruleId: { type: "string", minLength: 1 },
              ruleIndex: index,
              level,
              message,
              locations: { type: "array", items: object({ physicalLocation }) },
              relatedLocations: { type: "array", uniqueItems: true, items: object({ id: index, message, physicalLocation }) },
            },
            ["ruleId", "ruleIndex", "level", "message", "locations"],
          ),
        },
      }),
    },
  },
  ["$schema", "version", "runs"],
);
