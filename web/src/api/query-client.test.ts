import { afterEach, expect, test, vi } from "vitest";
import { invalidate, queryClient } from "./query-client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  queryClient.clear();
});

test("what is known to be old is asked again, from a database that has what is new", async () => {
  const page = { cookie: "" };
  vi.stubGlobal("document", page);
  for (const _id of ["listRuns", "listTools"]) queryClient.setQueryData([{ _id }], []);
  await invalidate("listRuns");
  expect(page.cookie).toMatch(/^archwright_seen=; .*Max-Age=0$/);
  const isOld = (_id: string) => queryClient.getQueryState([{ _id }])?.isInvalidated;
  expect([isOld("listRuns"), isOld("listTools")]).toEqual([true, false]);
});
