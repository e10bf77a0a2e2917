import { expect, test, vi } from "vitest";
import { within } from "./deadlines.ts";

const never = new Promise<never>(() => {});

test("gives what the work gives, or how it failed, and no reason is made for what was in time", async () => {
  const late = vi.fn();
  expect(await within(1000, Promise.resolve("done"), late)).toBe("done");
  await expect(within(1000, Promise.reject(new Error("broken")), late)).rejects.toThrow("broken");
  expect(late).not.toHaveBeenCalled();
});

test("ends each at its own deadline, also one that began after a longer one, and again after all had ended", async () => {
  const ended: string[] = [];
  const late = (name: string) => () => {
    ended.push(name);
    return name;
  };
  const long = within(200, never, late("long")).catch((reason) => reason);
  const short = within(10, never, late("short")).catch((reason) => reason);
  expect(await Promise.all([long, short])).toEqual(["long", "short"]);
  expect(ended).toEqual(["short", "long"]);
  await expect(within(10, never, late("next"))).rejects.toBe("next");
});

test("work without a deadline may take any time", () => {
  expect(within(Number.POSITIVE_INFINITY, never, () => "late")).toBe(never);
});
