import { expect, test } from "vitest";
import { namePlaces } from "./name-places.ts";

test.each([
  { text: 'Step "a": It failed.\n/input/url', want: 'Step "a": It failed.\n<url>' },
  {
    text: "Invalid.\n/input/rows/0/city must be a text\n/input/a~1b is required",
    want: "Invalid.\n<rows.0.city> must be a text\n<a/b> is required",
  },
  { text: "Nothing at http://a/input/b, nor in /input", want: "Nothing at http://a/input/b, nor in /input" },
])("$text", ({ text, want }) => {
  expect(namePlaces(text, (path) => `<${path}>`)).toBe(want);
});
