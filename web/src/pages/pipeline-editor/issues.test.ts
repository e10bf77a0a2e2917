import { expect, test } from "vitest";
import { definitionIssues, issuesAt, issuesExactlyAt, placeOf } from "./issues.ts";

const issues = [
  { pointer: "/steps/1/inputs/url", detail: "no such name" },
  { pointer: "/steps/1", detail: "waits for itself" },
  { pointer: "/steps/10/id", detail: "taken" },
];

test("an error shows at its field, and not at another whose number begins alike", () => {
  expect(issuesAt(issues, "/steps/1/inputs/url")).toEqual(["no such name"]);
  expect(issuesAt(issues, "/steps/1")).toEqual(["no such name", "waits for itself"]);
  expect(issuesExactlyAt(issues, "/steps/1")).toEqual(["waits for itself"]);
});

test("errors of a save point into its body; the editor's fields know only the definition", () => {
  expect(
    definitionIssues([
      { pointer: "/name", detail: "taken" },
      { pointer: "/definition/steps/0/id", detail: "bad" },
      { pointer: "/definitions", detail: "x" },
    ]),
  ).toEqual([{ pointer: "/steps/0/id", detail: "bad" }]);
});

test.each([
  { pointer: "/steps/2/inputs/a~1b", want: { step: 2, field: "a/b" } },
  { pointer: "/steps/2/retry/attempts", want: { step: 2, field: "retry.attempts" } },
  { pointer: "/steps/2", want: { step: 2, field: "" } },
  { pointer: "/outputs/total", want: { step: undefined, field: "outputs.total" } },
  { pointer: "/steps", want: { step: undefined, field: "steps" } },
  { pointer: "", want: { step: undefined, field: "" } },
])("$pointer is told as $want", ({ pointer, want }) => {
  expect(placeOf(pointer)).toEqual(want);
});
