import { expect, test, vi } from "vitest";
import { problem } from "../problems/problem.ts";
import { silentLog } from "../testing/context.ts";
import { whenAvailable } from "./when-available.ts";

const gone = () => Promise.reject(problem.unavailable("The database cannot do this now."));

test("a chore of the start is done once what it needs is there", async () => {
  const chore = vi
    .fn(async () => "done")
    .mockImplementationOnce(gone)
    .mockImplementationOnce(gone);
  expect(await whenAvailable(silentLog, chore, 1)).toBe("done");
  expect(chore).toHaveBeenCalledTimes(3);
});

test("an outage that lasts ends the start", async () => {
  const chore = vi.fn(gone);
  await expect(whenAvailable(silentLog, chore, 0)).rejects.toMatchObject({ status: 503 });
  expect(chore).toHaveBeenCalledTimes(8);
});

test("what waiting does not mend is told at once", async () => {
  const chore = vi.fn(() => Promise.reject(problem.conflict("Somebody else was faster.")));
  await expect(whenAvailable(silentLog, chore)).rejects.toMatchObject({ status: 409 });
  expect(chore).toHaveBeenCalledTimes(1);
});
