import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { newId } from "../core/ids/ids.ts";
import { testContext } from "../core/testing/context.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { nobody, type Scene, scene } from "./testing/organizations.ts";

forEachDatabase((_dialect, database) => {
  let on: Scene;
  beforeAll(() => {
    on = scene(database());
  });

  describe("roles of members", () => {
    test("an owner gives and takes any; each change is an event, and written down with who made it", async () => {
      const [ada, bob] = [on.person("Ada"), on.person("Bob")];
      const organization = await on.found(ada);
      const member = await on.join(organization, bob, "viewer");
      const ctx = await on.as(ada, organization);
      const changed = await on.service.setMemberRoles(ctx, { id: member.id, body: { roles: ["admin", "auditor"] } });
      expect(changed).toMatchObject({ roles: ["admin", "auditor"], owner: false, version: 2 });
      expect(on.core.appended.at(-1)).toMatchObject({ type: "organizations.membership.updated", organization, aggregate: member.id });
      const { items } = await on.service.listMembershipAudit(ctx, member.id, {});
      expect(items[0]).toMatchObject({
        change: "updated",
        actor: ada.userId,
        before: { roles: ["viewer"] },
        after: { roles: ["admin", "auditor"] },
      });
      const { permissions } = await on.service.permissionsOf(nobody, { organizationId: organization, userId: bob.userId });
      expect(permissions).toContain("organizations.members");
      expect(permissions).toContain("reports.sign");
      expect(permissions).not.toContain("organizations.own");
    });

    test("an administrator gives nothing that they lack: neither owner, nor a role with more, to others or themselves", async () => {
      const [ada, eve, bob] = [on.person("Ada"), on.person("Eve"), on.person("Bob")];
      const organization = await on.found(ada);
      const [own, other] = [await on.join(organization, eve, "admin"), await on.join(organization, bob, "viewer")];
      const ctx = await on.as(eve, organization);
      for (const id of [own.id, other.id]) {
        for (const role of ["owner", "auditor"])
          await expect(on.service.setMemberRoles(ctx, { id, body: { roles: ["admin", role] } })).rejects.toMatchObject({ status: 403 });
      }
      expect(await on.service.setMemberRoles(ctx, { id: other.id, body: { roles: ["admin"] } })).toMatchObject({ roles: ["admin"] });
      // What somebody has already is not given, and may stay.
      const signing = await on.join(organization, on.person("Cy"), "auditor");
      await on.service.setMemberRoles(ctx, { id: signing.id, body: { roles: ["auditor", "member"] } });
    });

    test("who may do all that an owner may is none, and makes none", async () => {
      const [ada, bob, cy] = [on.person("Ada"), on.person("Bob"), on.person("Cy")];
      const organization = await on.found(ada);
      const { permissions } = await on.as(ada, organization);
      const role = await on.service.createRole(await on.as(ada, organization), { name: "Deputy", permissions: [...permissions] });
      await on.join(organization, bob, role.id);
      const member = await on.join(organization, cy, "viewer");
      const ctx = await on.as(bob, organization);
      expect(ctx.permissions).toEqual(permissions);
      const refused = { status: 403, message: expect.stringContaining("Only an owner makes") };
      // Neither by a token from before, nor by one of an owner that is for less.
      for (const other of [
        { ...ctx, roles: ["owner"] },
        { ...(await on.as(ada, organization)), roles: [role.id] },
      ])
        await expect(on.service.setMemberRoles(other, { id: member.id, body: { roles: ["owner"] } })).rejects.toMatchObject(refused);
      await expect(on.service.setMemberRoles(ctx, { id: member.id, body: { roles: ["owner"] } })).rejects.toMatchObject(refused);
      const invited = on.service.inviteMember(ctx, { body: { email: "dan@example.com", roles: ["owner"] } });
      await expect(invited).rejects.toMatchObject(refused);
    });

    test("an administrator neither demotes nor removes an owner", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const organization = await on.found(ada);
      await on.join(organization, eve, "admin");
      const owner = await on.join(organization, on.person("Bob"), "owner");
      const ctx = await on.as(eve, organization);
      await expect(on.service.setMemberRoles(ctx, { id: owner.id, body: { roles: ["viewer"] } })).rejects.toMatchObject({ status: 403 });
      await expect(on.service.deleteMembership(ctx, owner.id)).rejects.toMatchObject({ status: 403 });
      expect(await on.service.getMembership(ctx, owner.id)).toMatchObject({ roles: ["owner"] });
    });

    test("a token that says more than the rows do by now gives nothing", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const organization = await on.found(ada);
      const member = await on.join(organization, eve, "owner");
      const stale = await on.as(eve, organization);
      await on.service.setMemberRoles(await on.as(ada, organization), { id: member.id, body: { roles: ["viewer"] } });
      await expect(on.service.setMemberRoles(stale, { id: member.id, body: { roles: ["owner"] } })).rejects.toMatchObject({ status: 403 });
      await on.service.deleteMembership(await on.as(ada, organization), member.id);
      const body = { email: "friend@example.com", roles: ["viewer"] };
      await expect(on.service.inviteMember(stale, { body })).rejects.toMatchObject({ status: 403 });
    });

    test("who administers no more invites nobody, and changes nobody's roles, with a token from before", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const organization = await on.found(ada);
      const member = await on.join(organization, eve, "admin");
      const other = await on.join(organization, on.person("Bob"), "member");
      const stale = await on.as(eve, organization);
      await on.service.setMemberRoles(await on.as(ada, organization), { id: member.id, body: { roles: ["viewer"] } });
      const refused = { status: 403, message: expect.stringContaining("you do not have any more") };
      const attempts = [
        on.service.inviteMember(stale, { body: { email: "friend@example.com", roles: ["viewer"] } }),
        on.service.setMemberRoles(stale, { id: other.id, body: { roles: ["viewer"] } }),
        on.service.deleteMembership(stale, other.id),
      ];
      for (const end of await Promise.allSettled(attempts)) expect(end).toMatchObject({ status: "rejected", reason: refused });
    });

    test("a token for less than its user may do gives no more than it is for", async () => {
      const ada = on.person("Ada");
      const organization = await on.found(ada);
      const member = await on.join(organization, on.person("Bob"), "viewer");
      const narrow = testContext({ organization, user: ada.userId, permissions: ["organizations.members", "organizations.read"] });
      await expect(on.service.setMemberRoles(narrow, { id: member.id, body: { roles: ["admin"] } })).rejects.toMatchObject({ status: 403 });
      await expect(on.service.setMemberRoles(narrow, { id: member.id, body: { roles: ["owner"] } })).rejects.toMatchObject({ status: 403 });
    });

    test("a role that does not exist, or is another organization's, is 422 and points at itself", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const [organization, other] = [await on.found(ada), await on.found(eve)];
      const member = await on.join(organization, on.person("Bob"), "viewer");
      const foreign = await on.service.createRole(await on.as(eve, other), { name: "Theirs", permissions: ["organizations.read"] });
      for (const role of ["emperor", newId("rl"), foreign.id]) {
        const attempt = on.service.setMemberRoles(await on.as(ada, organization), { id: member.id, body: { roles: ["viewer", role] } });
        await expect(attempt).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/roles/1" }] });
      }
    });
  });

  describe("the last owner", () => {
    test("cannot leave, be removed, or lower their own role", async () => {
      const ada = on.person("Ada");
      const organization = await on.found(ada);
      await on.join(organization, on.person("Bob"), "admin");
      const ctx = await on.as(ada, organization);
      const own = await on.parts.memberships.findByUser(ctx, ada.userId);
      const id = own?.id ?? newId("mb");
      await expect(on.service.leaveOrganization(ctx)).rejects.toMatchObject({ status: 409 });
      await expect(on.service.deleteMembership(ctx, id)).rejects.toMatchObject({ status: 409 });
      await expect(on.service.setMemberRoles(ctx, { id, body: { roles: ["admin"] } })).rejects.toMatchObject({ status: 409 });
      expect(await on.service.setMemberRoles(ctx, { id, body: { roles: ["owner", "auditor"] } })).toMatchObject({ owner: true });
    });

    test("is left by two owners who go at once, however they go", async () => {
      const ways = ["leave", "demote", "remove"] as const;
      for (const way of ways) {
        const [ada, bob] = [on.person("Ada"), on.person("Bob")];
        const organization = await on.found(ada);
        await on.join(organization, bob, "owner");
        const contexts = [await on.as(ada, organization), await on.as(bob, organization)];
        const ids = (await on.service.listMemberships(contexts[0] ?? nobody, { sort: "createdAt" })).items.map(({ id, userId }) => ({
          id,
          userId,
        }));
        const own = (user: string) => ids.find(({ userId }) => userId === user)?.id ?? newId("mb");
        const go = (index: number) => {
          const ctx = contexts[index] ?? nobody;
          const id = own([ada, bob][index]?.userId ?? "");
          if (way === "leave") return on.service.leaveOrganization(ctx);
          if (way === "remove") return on.service.deleteMembership(ctx, id);
          return on.service.setMemberRoles(ctx, { id, body: { roles: ["viewer"] } });
        };
        const ends = await Promise.allSettled([go(0), go(1)]);
        expect(ends.map(({ status }) => status).toSorted(), way).toEqual(["fulfilled", "rejected"]);
        for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject({ status: 409 });
        expect(await on.parts.memberships.countOwners(contexts[0] ?? nobody), way).toBe(1);
      }
    });

    test("hands the organization over, and becomes an administrator; nobody else can", async () => {
      const [ada, eve, bob] = [on.person("Ada"), on.person("Eve"), on.person("Bob")];
      const organization = await on.found(ada);
      await on.join(organization, eve, "admin");
      const heir = await on.join(organization, bob, "member");
      const transfer = { body: { memberId: heir.id } };
      await expect(on.service.transferOrganization(await on.as(eve, organization), transfer)).rejects.toMatchObject({ status: 403 });
      const ctx = await on.as(ada, organization);
      // A token that is for less than its user may do is no owner's.
      await expect(on.service.transferOrganization({ ...ctx, roles: [] }, transfer)).rejects.toMatchObject({ status: 403 });
      const owner = await on.service.transferOrganization(ctx, transfer);
      expect(owner).toMatchObject({ userId: bob.userId, roles: ["owner", "member"], owner: true });
      expect(await on.parts.memberships.findByUser(ctx, ada.userId)).toMatchObject({ roles: ["admin"], owner: false });
      await expect(on.service.transferOrganization(ctx, transfer)).rejects.toMatchObject({ status: 403 });
    });

    test("is not lost with an heir who leaves at the same moment", async () => {
      const [ada, bob] = [on.person("Ada"), on.person("Bob")];
      const organization = await on.found(ada);
      const heir = await on.join(organization, bob, "member");
      const [giver, leaver] = [await on.as(ada, organization), await on.as(bob, organization)];
      const remove = on.parts.memberships.delete.bind(on.parts.memberships);
      let transfer: Promise<unknown> = Promise.resolve();
      // When it is clear that they may go, and they have not gone yet.
      vi.spyOn(on.parts.memberships, "delete").mockImplementationOnce(async (...given) => {
        transfer = on.service.transferOrganization(giver, { body: { memberId: heir.id } });
        await Promise.race([transfer.catch(() => {}), sleep(150)]);
        return remove(...given);
      });
      await Promise.allSettled([on.service.leaveOrganization(leaver)]);
      await Promise.allSettled([transfer]);
      vi.restoreAllMocks();
      expect(await on.parts.memberships.countOwners(giver)).toBe(1);
    });

    test("hands it to nobody outside, and not to themselves", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const organization = await on.found(ada);
      const stranger = await on.parts.memberships.findByUser(testContext({ organization: await on.found(eve) }), eve.userId);
      const ctx = await on.as(ada, organization);
      const own = await on.parts.memberships.findByUser(ctx, ada.userId);
      for (const memberId of [stranger?.id, own?.id, newId("mb")]) {
        const attempt = on.service.transferOrganization(ctx, { body: { memberId: memberId ?? newId("mb") } });
        await expect(attempt).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/memberId" }] });
      }
    });
  });

  describe("leaving and being removed", () => {
    test("ends what a person may do there, and their place in teams", async () => {
      const [ada, bob, cy] = [on.person("Ada"), on.person("Bob"), on.person("Cy")];
      const organization = await on.found(ada);
      const [bobs, cys] = [await on.join(organization, bob, "member"), await on.join(organization, cy, "member")];
      const ctx = await on.as(ada, organization);
      const team = await on.service.createTeam(ctx, { name: "Night shift" });
      for (const { id } of [bobs, cys]) await on.service.addTeamMember(ctx, { id: team.id, memberId: id });
      expect((await on.service.permissionsOf(nobody, { organizationId: organization, userId: bob.userId })).teams).toEqual([team.id]);
      await on.service.leaveOrganization(await on.as(bob, organization));
      await on.service.deleteMembership(ctx, cys.id);
      const none = { member: false, roles: [], permissions: [], teams: [] };
      for (const { userId } of [bob, cy])
        expect(await on.service.permissionsOf(nobody, { organizationId: organization, userId })).toEqual(none);
      expect((await on.service.listTeamMembers(ctx, {})).items).toEqual([]);
      const ended = on.core.appended.filter(
        ({ type, organization: of }) => type === "organizations.membership.deleted" && of === organization,
      );
      expect(ended).toHaveLength(2);
      const { items } = await on.service.listMembershipAudit(ctx, cys.id, {});
      expect(items[0]).toMatchObject({ change: "deleted", actor: ada.userId, after: null });
    });
  });

  describe("another organization's ids", () => {
    test("are 404 wherever they are given", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const [organization, other] = [await on.found(ada), await on.found(eve)];
      const theirs = await on.join(other, on.person("Bob"), "viewer");
      const team = await on.service.createTeam(await on.as(eve, other), { name: "Theirs" });
      const ctx = await on.as(ada, organization);
      const mine = await on.join(organization, on.person("Cy"), "viewer");
      const own = await on.service.createTeam(ctx, { name: "Mine" });
      const attempts = [
        on.service.setMemberRoles(ctx, { id: theirs.id, body: { roles: ["admin"] } }),
        on.service.deleteMembership(ctx, theirs.id),
        on.service.addTeamMember(ctx, { id: team.id, memberId: mine.id }),
        on.service.addTeamMember(ctx, { id: own.id, memberId: theirs.id }),
        on.service.removeTeamMember(ctx, { id: team.id, memberId: theirs.id }),
      ];
      for (const attempt of await Promise.allSettled(attempts))
        expect(attempt).toMatchObject({ status: "rejected", reason: { status: 404 } });
      expect(await on.service.getMembership(await on.as(eve, other), theirs.id)).toMatchObject({ roles: ["viewer"], version: 1 });
    });
  });

  test("what memberships show of a person follows the person, in every organization", async () => {
    const [ada, eve, bob] = [on.person("Ada"), on.person("Eve"), on.person("Bob")];
    const places = [await on.found(ada), await on.found(eve)];
    for (const place of places) await on.join(place, bob, "viewer");
    await on.service.describePerson(nobody, { userId: bob.userId, body: { name: "Robert", email: "robert@example.com" } });
    const memberships = await on.service.membershipsOfUser(nobody, { userId: bob.userId });
    expect(memberships.map(({ organizationId, name, email }) => [organizationId, name, email]).toSorted()).toEqual(
      places.map((place) => [place, "Robert", "robert@example.com"]).toSorted(),
    );
  });
});
