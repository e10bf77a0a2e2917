import { beforeAll, describe, expect, test } from "vitest";
import { featureStore } from "../core/features/feature-stores.ts";
import { newId } from "../core/ids/ids.ts";
import { settingStore } from "../core/settings/setting-store.ts";
import { testContext } from "../core/testing/context.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { purgeDeleted } from "./purge-deleted.ts";
import { auditOf } from "./testing/audit-of.ts";
import { nobody, type Scene, scene } from "./testing/organizations.ts";

const day = 24 * 3_600_000;

forEachDatabase((dialect, database) => {
  let on: Scene;
  beforeAll(() => {
    on = scene(database());
  });

  describe("an organization", () => {
    test("begins with its owner, and says so in events of its own", async () => {
      const { userId, email, name: userName } = on.person("Ada");
      const { organization, membership } = await on.service.createOrganization(nobody, { body: { name: "Acme", userId, userName, email } });
      expect(organization).toMatchObject({ name: "Acme", deletedAt: null });
      expect(membership).toMatchObject({ organizationId: organization.id, userId, name: "Ada", email, roles: ["owner"], owner: true });
      const events = on.core.appended.filter((event) => event.organization === organization.id);
      expect(events.map(({ type }) => type)).toEqual(["organizations.organization.created", "organizations.membership.created"]);
    });

    test("is seen and renamed by whoever acts in it, and no other is", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const [own, other] = [await on.found(ada, "Own"), await on.found(eve, "Other")];
      const ctx = await on.as(ada, own);
      expect(await on.service.getOrganization(ctx)).toMatchObject({ id: own, name: "Own" });
      expect(await on.service.renameOrganization(ctx, { body: { name: "Renamed" } })).toMatchObject({ name: "Renamed", version: 2 });
      expect(await on.service.getOrganization(ctx)).toMatchObject({ name: "Renamed" });
      expect(await on.service.getOrganization(await on.as(eve, other))).toMatchObject({ name: "Other" });
      expect(on.core.appended.at(-1)).toMatchObject({ type: "organizations.organization.updated", organization: own });
    });

    test("is none for whoever acts in none", async () => {
      const ctx = testContext({ organization: "" });
      await expect(on.service.getOrganization(ctx)).rejects.toMatchObject({ status: 403 });
      await expect(on.service.renameOrganization(ctx, { body: { name: "x" } })).rejects.toMatchObject({ status: 403 });
      await expect(on.service.getOrganization(testContext({ organization: newId("og") }))).rejects.toMatchObject({ status: 404 });
    });
  });

  describe("a person's organizations", () => {
    test("are all they belong to: memberships the oldest first, the list by name; members are those of the caller's", async () => {
      const [ada, bob] = [on.person("Ada"), on.person("Bob")];
      const first = await on.found(ada, "Zebra");
      // Rows of the same millisecond are put in order by their ids.
      await new Promise((resolve) => setTimeout(resolve, 5));
      const second = await on.found(ada, "Aardvark");
      await on.found(bob, "Not theirs");
      const memberships = await on.service.membershipsOfUser(nobody, { userId: ada.userId });
      expect(memberships.map(({ organizationId }) => organizationId)).toEqual([first, second]);
      expect(await on.service.membershipsOfUser(nobody, { userId: newId("us") })).toEqual([]);
      const { items } = await on.service.listMemberships(await on.as(ada, second), {});
      expect(items.map(({ id }) => id)).toEqual([memberships[1]?.id]);
      expect(await on.service.listOwnOrganizations(await on.as(ada, first))).toEqual([
        { id: second, name: "Aardvark", roles: ["owner"], deletedAt: null, purgedAfter: null },
        { id: first, name: "Zebra", roles: ["owner"], deletedAt: null, purgedAfter: null },
      ]);
    });
  });

  describe("a deleted organization", () => {
    async function deleted() {
      const [ada, bob] = [on.person("Ada"), on.person("Bob")];
      const organization = await on.found(ada, "Doomed");
      await on.join(organization, bob, "admin");
      const ctx = await on.as(ada, organization);
      await on.service.deleteOrganization(ctx, { name: "Doomed" });
      return { ada, bob, organization, ctx };
    }

    test("must be named by who deletes it", async () => {
      const ada = on.person("Ada");
      const ctx = await on.as(ada, await on.found(ada, "Precious"));
      const attempt = on.service.deleteOrganization(ctx, { name: "precious" });
      await expect(attempt).rejects.toMatchObject({ status: 422, errors: [{ pointer: "?name" }] });
      expect(await on.service.getOrganization(ctx)).toMatchObject({ name: "Precious" });
    });

    test("is there for nobody at once: no organization, no permission, no membership to act in", async () => {
      const { ada, bob, organization, ctx } = await deleted();
      await expect(on.service.getOrganization(ctx)).rejects.toMatchObject({ status: 404 });
      await expect(on.service.renameOrganization(ctx, { body: { name: "x" } })).rejects.toMatchObject({ status: 404 });
      await expect(on.service.deleteOrganization(ctx, { name: "Doomed" })).rejects.toMatchObject({ status: 404 });
      for (const { userId } of [ada, bob]) {
        expect(await on.service.permissionsOf(nobody, { organizationId: organization, userId })).toMatchObject({
          member: false,
          permissions: [],
        });
        expect(await on.service.membershipsOfUser(nobody, { userId })).toEqual([]);
      }
      expect(on.core.appended.at(-1)).toMatchObject({ type: "organizations.organization.deleted", organization });
    });

    test("is brought back by its owners alone, with all that it had", async () => {
      const { ada, bob, organization } = await deleted();
      const elsewhere = (user: string) => testContext({ organization: "", user });
      for (const { userId } of [bob, on.person("Eve")])
        await expect(on.service.undeleteOrganization(elsewhere(userId), { id: organization })).rejects.toMatchObject({ status: 404 });
      expect(await on.service.listOwnOrganizations(elsewhere(bob.userId))).toEqual([]);
      const [listed] = await on.service.listOwnOrganizations(elsewhere(ada.userId));
      expect(listed).toMatchObject({ id: organization, name: "Doomed", deletedAt: expect.any(String), purgedAfter: expect.any(String) });
      expect(Date.parse(String(listed?.purgedAfter)) - Date.parse(String(listed?.deletedAt))).toBe(30 * day);
      expect(await on.service.undeleteOrganization(elsewhere(ada.userId), { id: organization })).toMatchObject({ deletedAt: null });
      expect(await on.service.getOrganization(await on.as(bob, organization))).toMatchObject({ name: "Doomed" });
      expect((await on.as(bob, organization)).permissions).toContain("organizations.members");
      await expect(on.service.undeleteOrganization(elsewhere(ada.userId), { id: organization })).rejects.toMatchObject({ status: 409 });
    });

    test("is purged with all that it has, and nothing of anybody else's, when its time has come", async () => {
      const { ada, organization, ctx } = await deleted();
      const other = await on.found(ada, "Other");
      const there = await on.as(ada, other);
      for (const one of [ctx, there]) {
        const team = await on.service.createTeam(one, { name: "Night" });
        const { items } = await on.service.listMemberships(one, {});
        await on.service.addTeamMember(one, { id: team.id, memberId: items[0]?.id ?? "" });
        await on.core.settings.set(one, "organizations.invitationDays", 3);
        await on.core.features.setOwn(one, "reports.export", false);
      }
      on.core.advance(30 * day - 60_000);
      expect(await purgeDeleted(on.parts)).toBe(0);
      on.core.advance(60_000);
      expect(await purgeDeleted(on.parts)).toBeGreaterThanOrEqual(1);
      on.core.advance(-30 * day);
      const left = async (one: typeof ctx) => [
        (await on.parts.organizations.find(one, one.organization)) === undefined ? 0 : 1,
        (await on.service.listMemberships(one, {})).items.length,
        (await on.service.listTeams(one, {})).items.length,
        (await on.service.listTeamMembers(one, {})).items.length,
        (await settingStore(database()).read(one, one.organization)).size,
        (await featureStore(database()).read(one, `${one.organization}/own`)).size,
        // Also of its end, which was written down with its name.
        Math.min(1, (await auditOf(database(), one.organization)).length),
      ];
      // The database in memory is never purged: it lives no longer than a test.
      if (dialect !== "memory") expect(await left(ctx)).toEqual([0, 0, 0, 0, 0, 0, 0]);
      expect(await left(there)).toEqual([1, 1, 1, 1, 1, 1, 1]);
      expect(organization).not.toBe(other);
    });

    test("is not brought back once it may be purged", async () => {
      const { ada, organization } = await deleted();
      const ctx = testContext({ organization: "", user: ada.userId });
      on.core.advance(30 * day);
      await expect(on.service.undeleteOrganization(ctx, { id: organization })).rejects.toMatchObject({ status: 404 });
      expect(await on.service.listOwnOrganizations(ctx)).toEqual([]);
      on.core.advance(-30 * day);
      expect(await on.service.undeleteOrganization(ctx, { id: organization })).toMatchObject({ deletedAt: null });
    });
  });
});
