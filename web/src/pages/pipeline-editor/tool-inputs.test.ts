import { expect, test } from "vitest";
import { schemaProperties } from "./tool-inputs.ts";

test("required properties come first, and each says its type and purpose", () => {
  expect(
    schemaProperties({
      required: ["rows"],
      properties: {
        by: { enum: ["a", "b"] },
        rows: { type: "array", description: "The table." },
        note: { type: ["string", "null"] },
        any: true,
      },
    }),
  ).toEqual([
    { name: "rows", type: "array", description: "The table.", required: true },
    { name: "by", type: '"a" | "b"', description: undefined, required: false },
    { name: "note", type: "string | null", description: undefined, required: false },
    { name: "any", type: undefined, description: undefined, required: false },
  ]);
});

test.each([undefined, null, [], {}, { properties: 3 }])("%j asks for nothing", (schema) => {
  expect(schemaProperties(schema)).toEqual([]);
});
