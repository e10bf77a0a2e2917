import { beforeAll, expect, test } from "vitest";
import { organizationsDomain } from "../../generated/organizations/domain.gen.ts";
import { organizationsEvents } from "../../generated/organizations/events.gen.ts";
import type { OrganizationsService } from "../../generated/organizations/service.gen.ts";
import { newId } from "../core/ids/ids.ts";
import { testContext } from "../core/testing/context.ts";
import { type TestCore, testCore } from "../core/testing/core.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { organizationsService } from "./organizations-service.ts";

const nobody = testContext({ organization: "", user: null });

forEachDatabase((_dialect, database) => {
  let core: TestCore;
  let service: OrganizationsService;
  beforeAll(() => {
    core = testCore(database(), "/nowhere");
    const parts = {
      ...organizationsDomain.repositories(database()),
      events: organizationsEvents(core.events),
      config: {},
      core,
      contracts: {},
    };
    service = organizationsService(parts);
  });

  const found = (name: string, userId = newId("us")) =>
    service.createOrganization(nobody, { body: { name, userId, userName: "Ada", email: "ada@example.com" } });

  test("an organization begins with its owner, and says so in events of its own", async () => {
    const userId = newId("us");
    const { organization, membership } = await found("Acme", userId);
    expect(organization.name).toBe("Acme");
    expect(membership).toMatchObject({ organizationId: organization.id, userId, name: "Ada", email: "ada@example.com", roles: ["owner"] });
    const events = core.appended.filter((event) => event.organization === organization.id);
    expect(events.map(({ type }) => type)).toEqual(["organizations.organization.created", "organizations.membership.created"]);
  });

  test("the caller sees and renames the organization they act in, and no other", async () => {
    const [own, other] = [await found("Own"), await found("Other")];
    const ctx = testContext({ organization: own.organization.id });
    expect(await service.getOrganization(ctx)).toMatchObject({ id: own.organization.id, name: "Own" });
    expect(await service.renameOrganization(ctx, { body: { name: "Renamed" } })).toMatchObject({ name: "Renamed", version: 2 });
    expect(await service.getOrganization(ctx)).toMatchObject({ name: "Renamed" });
    expect(await service.getOrganization(testContext({ organization: other.organization.id }))).toMatchObject({ name: "Other" });
    expect(core.appended.at(-1)).toMatchObject({ type: "organizations.organization.updated", organization: own.organization.id });
  });

  test("whoever acts in no organization sees and renames none", async () => {
    const ctx = testContext({ organization: "" });
    await expect(service.getOrganization(ctx)).rejects.toMatchObject({ status: 403 });
    await expect(service.renameOrganization(ctx, { body: { name: "x" } })).rejects.toMatchObject({ status: 403 });
    await expect(service.getOrganization(testContext({ organization: newId("og") }))).rejects.toMatchObject({ status: 404 });
  });

  test("a person's memberships come from all organizations, the oldest first; members are those of the caller's", async () => {
    const userId = newId("us");
    const first = await found("First", userId);
    // Rows of the same millisecond are put in order by their ids.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await found("Second", userId);
    await found("Not theirs");
    const memberships = await service.membershipsOfUser(nobody, { userId });
    expect(memberships.map(({ organizationId }) => organizationId)).toEqual([first.organization.id, second.organization.id]);
    expect(await service.membershipsOfUser(nobody, { userId: newId("us") })).toEqual([]);
    const { items } = await service.listMemberships(testContext({ organization: second.organization.id }), {});
    expect(items.map(({ id }) => id)).toEqual([second.membership.id]);
  });
});
