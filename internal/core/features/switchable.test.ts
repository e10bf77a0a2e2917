import { expect, test } from "vitest";
import { switchable } from "./switchable.ts";

test("features of every domain can be switched, and whole domains that are optional", () => {
  const domains = [
    { name: "core", tier: "core", features: ["core.reports"] },
    { name: "extra", tier: "optional" },
    { name: "inner", tier: "internal" },
  ] as const;
  expect(switchable(domains)).toEqual(["core.reports", "extra"]);
});
