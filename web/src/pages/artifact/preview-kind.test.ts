import { expect, test } from "vitest";
import { previewKind } from "./preview-kind.ts";

test.each([
  { type: "text/markdown; charset=utf-8", name: "a", want: "markdown" },
  { type: "text/plain", name: "report.md", want: "markdown" },
  { type: "application/octet-stream", name: "sales.CSV", want: "csv" },
  { type: "application/octet-stream", name: "blob", want: "none" },
  { type: "application/problem+json", name: "a", want: "json" },
  { type: "image/png", name: "a.md", want: "image" },
  // Drawn, these could run scripts or call other hosts.
  { type: "image/svg+xml", name: "a.svg", want: "text" },
  { type: "text/html", name: "a.html", want: "text" },
  { type: "application/pdf", name: "a.pdf", want: "none" },
])("$type named $name is shown as $want", ({ type, name, want }) => {
  expect(previewKind(type, name)).toBe(want);
});
