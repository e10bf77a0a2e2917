import { expect, it } from "vitest";
import { instant } from "./instant.ts";

it.for([
  ["2026-11-20T09:00:00+01:00", "2026-11-20T08:00:00.000Z"],
  ["2026-11-20T08:00:00Z", "2026-11-20T08:00:00.000Z"],
  ["2026-11-20T08:00:00.1234567Z", "2026-11-20T08:00:00.123Z"],
  [null, null],
])("keeps %s as %s", ([given, kept]) => {
  expect(instant(given ?? null)).toBe(kept);
});
