import type { PipelineDefinition } from "@sdk/types.gen.ts";
import { expect, test } from "vitest";
import { addStep, freshId, idPattern, moveStep, readDefinition, removeStep, renameStep, restoreStep, withInput } from "./draft.ts";

const definition: PipelineDefinition = {
  steps: [
    { id: "read", tool: "artifact.read", inputs: { artifact: "input.file" } },
    {
      id: "sum",
      tool: "table.aggregate",
      inputs: { rows: 'steps.read.rows + steps["read"].more + steps.reader.x', note: '"steps.read stays"' },
      needs: ["read"],
    },
  ],
  outputs: { total: "steps.sum.total" },
};

test("a renamed step is followed by whoever needs or names it, and texts stay", () => {
  const after = renameStep(definition, 0, "load");
  expect(after.steps[0]?.id).toBe("load");
  expect(after.steps[1]).toMatchObject({
    needs: ["load"],
    inputs: { rows: 'steps.load.rows + steps["load"].more + steps.reader.x', note: '"steps.read stays"' },
  });
  expect(renameStep(definition, 1, "total").outputs).toEqual({ total: "steps.total.total" });
  expect(definition.steps[0]?.id).toBe("read");
});

test("nobody needs a removed step any more", () => {
  expect(removeStep(definition, 0).steps).toEqual([{ id: "sum", tool: "table.aggregate", inputs: definition.steps[1]?.inputs }]);
});

test("a removed step comes back where it was, needed as before, and what changed since stays", () => {
  expect(restoreStep(removeStep(definition, 0), definition, 0)).toEqual(definition);
  const renamed = renameStep(removeStep(definition, 0), 0, "total");
  expect(restoreStep(renamed, definition, 0).steps.map(({ id }) => id)).toEqual(["read", "total"]);
});

test.each([
  { tool: "artifact.read", taken: [], want: "read" },
  { tool: "artifact.read", taken: ["read"], want: "read_2" },
  { tool: "artifact.read", taken: ["read", "read_2"], want: "read_3" },
  { tool: "Über.9", taken: [], want: "step" },
  { tool: "9lives", taken: [], want: "lives" },
])("a new step with $tool besides $taken is called $want", ({ tool, taken, want }) => {
  const id = freshId(
    tool,
    taken.map((id) => ({ id, tool })),
  );
  expect(id).toBe(want);
  expect(id).toMatch(idPattern);
});

test("steps move within the list and not out of it", () => {
  const ids = (moved: PipelineDefinition) => moved.steps.map(({ id }) => id);
  expect(ids(moveStep(definition, 1, 0))).toEqual(["sum", "read"]);
  expect(ids(moveStep(definition, 1, 2))).toEqual(["read", "sum"]);
  expect(ids(moveStep(definition, 0, -1))).toEqual(["read", "sum"]);
});

test("an emptied input is gone, a new step comes last", () => {
  expect(withInput({ id: "a", tool: "wait", inputs: { seconds: "1" } }, "seconds", "").inputs).toEqual({});
  expect(addStep(definition, "wait").steps.at(-1)).toEqual({ id: "wait", tool: "wait", inputs: {} });
});

test.each([
  { text: "{", wrong: "notJson" },
  { text: "[]", wrong: "noSteps" },
  { text: '{"steps":[{"id":"a"}]}', wrong: "badStep" },
  { text: '{"steps":[{"id":"a","tool":"t","inputs":{"x":1}}]}', wrong: "badStep" },
  { text: '{"steps":[],"outputs":[]}', wrong: "badStep" },
])("$text is no definition that forms can show", ({ text, wrong }) => {
  expect(readDefinition(text)).toEqual({ wrong });
});

test("what was written as JSON is read back as it was", () => {
  expect(readDefinition(JSON.stringify(definition))).toEqual({ definition });
});
