import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "./csv.ts";

const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`;

test("whatever stands in quoted fields is read back", () => {
  const rows = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.constantFrom("\n", "\r\n"), (table, end) => {
      const text = table.map((row) => row.map(quote).join(",")).join(end);
      expect(parseCsv(text, 100)).toEqual(table.filter((row, index) => !(index === table.length - 1 && row.length === 1 && row[0] === "")));
    }),
  );
});

test.each([
  {
    text: "a,b\n1,2\n",
    want: [
      ["a", "b"],
      ["1", "2"],
    ],
  },
  { text: "a,,\r\n", want: [["a", "", ""]] },
  { text: "", want: [] },
  { text: '\uFEFF"a"', want: [["a"]] },
  { text: 'say "hi",b', want: [['say "hi"', "b"]] },
])("$text is $want", ({ text, want }) => {
  expect(parseCsv(text, 10)).toEqual(want);
});

test("it stops after the rows asked for", () => {
  expect(parseCsv("1\n2\n3\n4", 2)).toEqual([["1"], ["2"]]);
});
