import { expect, test } from "vitest";
import { definitionEdges, namedSteps } from "./edges.ts";

test.each([
  { expression: "steps.read.rows", want: ["read"] },
  { expression: 'steps["read"].rows + steps.sum.total', want: ["read", "sum"] },
  { expression: '"steps.read is only text"', want: [] },
  { expression: "'say \\'steps.read\\'' + steps.sum.total", want: ["sum"] },
  { expression: "input.steps.read", want: [] },
  { expression: "mysteps.read", want: [] },
  { expression: 'input["steps"].x', want: [] },
])("$expression names $want", ({ expression, want }) => {
  expect(namedSteps(expression).sort()).toEqual(want);
});

test("a step waits once for each step that it needs or names, and for no unknown one", () => {
  expect(
    definitionEdges([{ id: "a" }, { id: "b", needs: ["a"], inputs: { x: "steps.a.out", y: "steps.gone.out", z: "steps.b.out" } }]),
  ).toEqual([{ from: "a", to: "b" }]);
});
