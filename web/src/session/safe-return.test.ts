import { expect, test } from "vitest";
import { safeReturn } from "./safe-return.ts";

test.each([
  { path: undefined, want: "/" },
  { path: "/runs/rn-1?step=a#log", want: "/runs/rn-1?step=a#log" },
  { path: "//evil.example/x", want: "/" },
  { path: "/\\evil.example", want: "/" },
  { path: "https://evil.example", want: "/" },
  { path: "javascript:alert(1)", want: "/" },
  { path: "/\t/evil.example", want: "/" },
])("going on to $path after signing in leads to $want", ({ path, want }) => {
  expect(safeReturn(path)).toBe(want);
});
