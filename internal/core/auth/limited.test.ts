import { expect, test } from "vitest";
import { limited } from "./limited.ts";

test("so many run at once, so many wait in their order, and more are refused; failures give their place on", async () => {
  const run = limited(2, 3);
  const gates = Array.from({ length: 6 }, () => Promise.withResolvers<number>());
  const began: number[] = [];
  const tasks = gates.map((gate, index) =>
    run(() => {
      began.push(index);
      return gate.promise;
    }),
  );
  await expect(tasks[5]).rejects.toMatchObject({ status: 429, headers: { "Retry-After": "2" } });
  expect(began).toEqual([0, 1]);
  gates[1]?.reject(new Error("wrong"));
  await expect(tasks[1]).rejects.toThrow("wrong");
  expect(began).toEqual([0, 1, 2]);
  for (const index of [0, 2, 3, 4]) gates[index]?.resolve(index);
  expect(await Promise.all([tasks[0], tasks[2], tasks[3], tasks[4]])).toEqual([0, 2, 3, 4]);
  expect(began).toEqual([0, 1, 2, 3, 4]);
  expect(await run(async () => "free again")).toBe("free again");
});
