import { expect, test, vi } from "vitest";
import { MemoryDatabase } from "../core/database/memory.ts";
import { startPruning } from "../core/database/pruning.ts";
import organizations from "./module.ts";
import { scene } from "./testing/organizations.ts";

vi.mock("../core/database/pruning.ts", () => ({ startPruning: vi.fn() }));

test("what was deleted long ago is purged beside requests, without anybody's doing", async () => {
  const on = scene(new MemoryDatabase());
  const ada = on.person("Ada");
  const organization = await on.found(ada);
  const ctx = await on.as(ada, organization);
  await on.service.deleteOrganization(ctx, { name: "Acme" });
  await organizations.start(on.parts);
  const [chores = [], system] = vi.mocked(startPruning).mock.calls[0] ?? [];
  on.core.advance(30 * 24 * 3_600_000);
  for (const { prune } of chores) await prune(system ?? ctx);
  expect(await on.parts.organizations.find(ctx, organization)).toBeUndefined();
});
