import { expect, it } from "vitest";
import { ordered } from "./ordered.ts";

const order = (...values: unknown[]): unknown[] =>
  ordered(
    values.map((value, index) => ({ id: `${9 - index}`, value })),
    "value",
  ).map(({ value }) => value);

it("puts what has no value last", () => {
  expect(order(null, 10, 9, -1)).toEqual([-1, 9, 10, null]);
});

it("compares text by code point, as the databases do, and not by UTF-16 unit", () => {
  expect(order("\u{1f600}", "\uff5e", "b", "B")).toEqual(["B", "b", "\uff5e", "\u{1f600}"]);
});

it("breaks ties by id, and leaves the rows given as they are", () => {
  const rows = [
    { id: "b", value: 1 },
    { id: "a", value: 1 },
  ];
  expect(ordered(rows, "value").map(({ id }) => id)).toEqual(["a", "b"]);
  expect(rows[0]?.id).toBe("b");
});
