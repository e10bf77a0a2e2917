import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { sharedReads } from "./shared-reads.ts";

/** Reads that end when they are told to, numbered in the order in which they begin. */
function source() {
  const begun: PromiseWithResolvers<number>[] = [];
  return {
    begun,
    read: () => {
      const one = Promise.withResolvers<number>();
      begun.push(one);
      return one.promise;
    },
  };
}

test("who asks while something is read shares the next read, which begins after they asked", async () => {
  const { begun, read } = source();
  const shared = sharedReads<number>();
  const asked = [shared("a", read), shared("a", read), shared("a", read)];
  expect(begun).toHaveLength(1);
  begun[0]?.resolve(1);
  expect(await asked[0]).toBe(1);
  await turn();
  expect(begun).toHaveLength(2);
  const late = shared("a", read);
  begun[1]?.resolve(2);
  expect(await Promise.all([asked[1], asked[2]])).toEqual([2, 2]);
  await turn();
  begun[2]?.resolve(3);
  expect(await late).toBe(3);
  await turn();
  const idle = shared("a", read);
  expect(begun).toHaveLength(4);
  begun[3]?.resolve(4);
  expect(await idle).toBe(4);
});

test("keys do not wait for one another, and a failure is of its read alone", async () => {
  const { begun, read } = source();
  const shared = sharedReads<number>();
  const [first, second, other] = [shared("a", read), shared("a", read), shared("b", read)];
  begun[1]?.resolve(2);
  expect(await other).toBe(2);
  begun[0]?.reject(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  await turn();
  begun[2]?.resolve(3);
  expect(await second).toBe(3);
});
