import { expect, test } from "vitest";
import { layoutGraph, nodeHeight, nodeWidth } from "./layout.ts";

const at = (places: ReturnType<typeof layoutGraph>, id: string) => places.get(id) ?? { x: Number.NaN, y: Number.NaN };

test("a step stands to the right of those that it waits for", () => {
  const places = layoutGraph(
    ["a", "b", "c"],
    [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
      { from: "a", to: "c" },
    ],
    "right",
  );
  expect(at(places, "b").x).toBeGreaterThanOrEqual(at(places, "a").x + nodeWidth);
  expect(at(places, "c").x).toBeGreaterThanOrEqual(at(places, "b").x + nodeWidth);
});

test("in a narrow window it stands below them", () => {
  const places = layoutGraph(["a", "b"], [{ from: "a", to: "b" }], "down");
  expect(at(places, "b").y).toBeGreaterThanOrEqual(at(places, "a").y + nodeHeight);
});

test("no two steps overlap, whatever waits for whatever, circles included", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const places = layoutGraph(
    ids,
    [
      { from: "a", to: "b" },
      { from: "b", to: "a" },
      { from: "c", to: "c" },
      { from: "a", to: "gone" },
    ],
    "right",
  );
  expect(places.size).toBe(ids.length);
  for (const one of ids)
    for (const other of ids)
      if (one < other)
        expect(
          Math.abs(at(places, one).x - at(places, other).x) >= nodeWidth || Math.abs(at(places, one).y - at(places, other).y) >= nodeHeight,
          `${one} and ${other}`,
        ).toBe(true);
});
