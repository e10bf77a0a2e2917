import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Context, type PlanningDatabase, type PlanningFixture, planningFixture, type Service, tenant } from "./fixture/planning.ts";

let fixture: PlanningFixture;
beforeAll(async () => {
  fixture = await planningFixture();
});
afterAll(() => fixture?.remove());

describe.for(["sqlite", "postgres"] as const)("events of webhooks and machines on %s", (dialect) => {
  let place: PlanningDatabase;
  beforeAll(async () => {
    place = await fixture.database(dialect);
  });
  afterAll(() => place?.remove());

  it("come to the consumers of another domain, in the order in which they happened, and only when they did", async () => {
    const load = (path: string) => import(/* @vite-ignore */ join(fixture.folder, path));
    const [{ embeddedEvents }, { testCore }, { planningDomain }, { digestConsumers }] = await Promise.all(
      [
        "internal/core/events/embedded.ts",
        "internal/core/testing/core.ts",
        "generated/planning/domain.gen.ts",
        "generated/digest/events.gen.ts",
      ].map(load),
    );
    const database = await place.connect();
    const core = testCore(database, fixture.folder);
    const events = embeddedEvents(core);
    const heard: [string, unknown][] = [];
    const hear = (method: string) => async (_: Context, event: { readonly data: unknown }) => void heard.push([method, event.data]);
    const methods = ["onStoryCreated", "onStoryEstimated", "onTaskEscalate", "onTaskRequestReview"];
    events.subscribe(digestConsumers(Object.fromEntries(methods.map((name) => [name, hear(name)]))));
    const published = planningDomain.events(events.log);
    const repositories = planningDomain.repositories(database);
    const service: Service = planningDomain.defaults({ ...repositories, events: published, guards: {}, core });
    const running = events.start();

    const organization = tenant();
    const owner = fixture.as("product_owner", organization);
    const story = await service.createStory?.(owner, { title: "Sell it" });
    const id = story?.id ?? "";
    await published.storyEstimated(owner, id, { points: 5 });
    const task = await service.createTask?.(owner, { title: "Build it", storyId: id, note: "hush" });
    const developer = fixture.as("developer", organization);
    await service.claimTask?.(developer, task?.id);
    await expect(service.claimTask?.(developer, task?.id)).rejects.toMatchObject({ status: 409 });
    await service.commitCodeTask?.(developer, task?.id, { commit: "0123abc" });

    await vi.waitFor(() => expect(heard).toHaveLength(3), { timeout: 40_000, interval: 20 });
    await running.stop();
    await database.close();
    expect(heard).toEqual(
      expect.arrayContaining([
        ["onStoryCreated", expect.objectContaining({ id, status: "draft" })],
        ["onStoryEstimated", { points: 5 }],
        ["onTaskRequestReview", expect.objectContaining({ id: task?.id, status: "pending_arch_review" })],
      ]),
    );
    expect(JSON.stringify(heard)).not.toContain("hush");
  });
});
