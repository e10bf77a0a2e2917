import { expect, test } from "vitest";
import { fitScale, fitView, layoutGraph, nodeHeight, nodeWidth } from "./layout.ts";

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

test("a long chain is drawn larger from left to right in a wide box, and downwards in a narrow one", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const edges = ids.slice(1).map((to, index) => ({ from: ids[index] ?? "", to }));
  const right = layoutGraph(ids, edges, "right");
  const down = layoutGraph(ids, edges, "down");
  expect(fitScale(right, { width: 1400, height: 260 })).toBeGreaterThan(fitScale(down, { width: 1400, height: 260 }));
  expect(fitScale(down, { width: 340, height: 500 })).toBeGreaterThan(fitScale(right, { width: 340, height: 500 }));
  expect(fitScale(right, { width: 10_000, height: 10_000 })).toBe(1);
});

test("a graph stands whole in the middle of its box; one too large for that begins at its first steps", () => {
  const ids = ["a", "b"];
  const places = layoutGraph(ids, [{ from: "a", to: "b" }], "right");
  const onScreen = (id: string, box: { width: number; height: number }, all = places) => {
    const { x, y, zoom } = fitView(all, box);
    const place = at(all, id);
    return {
      left: place.x * zoom + x,
      right: (place.x + nodeWidth) * zoom + x,
      top: place.y * zoom + y,
      bottom: (place.y + nodeHeight) * zoom + y,
    };
  };
  for (const box of [
    { width: 1000, height: 300 },
    { width: 200, height: 300 },
  ]) {
    const [first, last] = [onScreen("a", box), onScreen("b", box)];
    expect(first.left).toBeGreaterThan(0);
    expect(first.left).toBeCloseTo(box.width - last.right);
    expect(first.top).toBeCloseTo(box.height - first.bottom);
  }
  const many = Array.from({ length: 500 }, (_, index) => `s${index}`);
  const wide = new Map(many.map((id, index) => [id, { x: index * 264, y: 0 }]));
  expect(onScreen("s0", { width: 300, height: 300 }, wide).left).toBeGreaterThan(0);
  expect(fitView(new Map(), { width: 300, height: 300 }).zoom).toBe(1);
});
