import { expect, test } from "vitest";
import { after, type Eventual } from "./eventual.ts";

const broken = (): never => {
  throw new Error("broken");
};

test("what is here already goes on at once, and stays no promise", () => {
  expect(after(1, (value) => value + 1)).toBe(2);
});

test("what is still to come goes on when it is there", async () => {
  const later = after(Promise.resolve(1), (value) => value + 1);
  expect(later).toBeInstanceOf(Promise);
  expect(await later).toBe(2);
  expect(await after(1, async (value) => value + 1)).toBe(2);
});

test.each<[string, Eventual<number>]>([
  ["here", 1],
  ["to come", Promise.resolve(1)],
])("a failure after a value that is %s is a rejection, never a throw", async (_, value) => {
  const failing = after(value, broken);
  await expect(failing).rejects.toThrow("broken");
});

test("a failure before is passed on, and nothing goes on after it", async () => {
  await expect(after(Promise.reject(new Error("before")), broken)).rejects.toThrow("before");
});
