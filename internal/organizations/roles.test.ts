import { beforeAll, describe, expect, test, vi } from "vitest";
import { standingTopic } from "../core/auth/standing.ts";
import { newId } from "../core/ids/ids.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { nobody, type Scene, scene } from "./testing/organizations.ts";

forEachDatabase((_dialect, database) => {
  let on: Scene;
  beforeAll(() => {
    on = scene(database());
  });

  describe("a role that an organization makes", () => {
    test("gives its members what it says, from its next change on what that says, and nothing once it is gone", async () => {
      const [ada, bob] = [on.person("Ada"), on.person("Bob")];
      const organization = await on.found(ada);
      const member = await on.join(organization, bob, "viewer");
      const ctx = await on.as(ada, organization);
      const told = vi.fn();
      on.core.live.subscribe(standingTopic(organization), told);
      const mayBob = async () => (await on.service.permissionsOf(nobody, { organizationId: organization, userId: bob.userId })).permissions;
      const role = await on.service.createRole(ctx, { name: "Signer", permissions: ["reports.sign"] });
      await on.service.setMemberRoles(ctx, { id: member.id, body: { roles: [role.id] } });
      expect(await mayBob()).toEqual(["reports.sign"]);
      await on.service.updateRole(ctx, role.id, { permissions: ["reports.read", "organizations.read"] });
      expect(await mayBob()).toEqual(["organizations.read", "reports.read"]);
      expect(told).toHaveBeenCalledOnce();
      expect(on.core.appended.at(-1)).toMatchObject({ type: "organizations.role.updated", aggregate: role.id, organization });
      await on.service.deleteRole(ctx, { id: role.id, replaceBy: "viewer" });
      expect(told).toHaveBeenCalledTimes(2);
      expect(await mayBob()).toEqual(["organizations.read"]);
      expect(await on.service.getMembership(ctx, member.id)).toMatchObject({ roles: ["viewer"] });
    });

    test("has only permissions that exist, and that its maker has", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const organization = await on.found(ada);
      await on.join(organization, eve, "admin");
      const ctx = await on.as(eve, organization);
      const attempt = on.service.createRole(ctx, { name: "x", permissions: ["reports.read", "reports.burn"] });
      await expect(attempt).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/permissions/1" }] });
      for (const permission of ["reports.sign", "organizations.own"])
        await expect(on.service.createRole(ctx, { name: "x", permissions: [permission] })).rejects.toMatchObject({ status: 403 });
      const role = await on.service.createRole(ctx, { name: "Reader", permissions: ["reports.read"] });
      await expect(on.service.updateRole(ctx, role.id, { permissions: ["reports.read", "reports.sign"] })).rejects.toMatchObject({
        status: 403,
      });
      // An owner put it in; an administrator may keep it, take it out, and not put it back.
      await on.service.updateRole(await on.as(ada, organization), role.id, { permissions: ["reports.read", "reports.sign"] });
      await on.service.updateRole(ctx, role.id, { permissions: ["reports.sign", "organizations.read"] });
      await on.service.updateRole(ctx, role.id, { permissions: ["organizations.read"] });
      await expect(on.service.updateRole(ctx, role.id, { permissions: ["reports.sign"] })).rejects.toMatchObject({ status: 403 });
    });

    test("is not called like a built-in one, nor like another", async () => {
      const ada = on.person("Ada");
      const ctx = await on.as(ada, await on.found(ada));
      await on.service.createRole(ctx, { name: "Signer", permissions: ["reports.sign"] });
      for (const name of ["Owner", " admin ", "auditor", "Signer"])
        await expect(on.service.createRole(ctx, { name, permissions: ["reports.read"] })).rejects.toMatchObject({ status: 409 });
    });

    test("is not deleted while somebody has it or is invited with it, unless another takes its place", async () => {
      const [ada, bob] = [on.person("Ada"), on.person("Bob")];
      const organization = await on.found(ada);
      const ctx = await on.as(ada, organization);
      const role = await on.service.createRole(ctx, { name: "Signer", permissions: ["reports.sign"] });
      const member = await on.join(organization, bob, "viewer", role.id);
      const invitation = await on.service.inviteMember(ctx, { body: { email: "cy@example.com", roles: [role.id] } });
      await expect(on.service.deleteRole(ctx, { id: role.id })).rejects.toMatchObject({
        status: 409,
        message: expect.stringContaining("1 members and 1 invitations"),
      });
      for (const replaceBy of [role.id, newId("rl"), "emperor"]) {
        const attempt = on.service.deleteRole(ctx, { id: role.id, replaceBy });
        await expect(attempt).rejects.toMatchObject({ status: 422, errors: [{ pointer: "?replaceBy" }] });
      }
      await on.service.deleteRole(ctx, { id: role.id, replaceBy: "viewer" });
      expect(await on.service.getMembership(ctx, member.id)).toMatchObject({ roles: ["viewer"] });
      expect(await on.service.getInvitation(ctx, invitation.id)).toMatchObject({ roles: ["viewer"] });
      await expect(on.service.getRole(ctx, role.id)).rejects.toMatchObject({ status: 404 });
    });

    test("is no way to more: who deletes one cannot put a role in its place that they could not give", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const organization = await on.found(ada);
      const role = await on.service.createRole(await on.as(ada, organization), { name: "Plain", permissions: ["reports.read"] });
      await on.join(organization, eve, "admin", role.id);
      const ctx = await on.as(eve, organization);
      for (const replaceBy of ["owner", "auditor"])
        await expect(on.service.deleteRole(ctx, { id: role.id, replaceBy })).rejects.toMatchObject({ status: 403 });
    });

    test("is another organization's for nobody else", async () => {
      const [ada, eve] = [on.person("Ada"), on.person("Eve")];
      const theirs = await on.service.createRole(await on.as(eve, await on.found(eve)), { name: "Theirs", permissions: ["reports.read"] });
      const ctx = await on.as(ada, await on.found(ada));
      await expect(on.service.updateRole(ctx, theirs.id, { name: "Mine" })).rejects.toMatchObject({ status: 404 });
      await expect(on.service.deleteRole(ctx, { id: theirs.id })).rejects.toMatchObject({ status: 404 });
      await expect(on.service.getRole(ctx, theirs.id)).rejects.toMatchObject({ status: 404 });
    });
  });

  test("the list of permissions says what each is for, which roles have it, and whether the caller may give it", async () => {
    const [ada, eve] = [on.person("Ada"), on.person("Eve")];
    const organization = await on.found(ada);
    await on.join(organization, eve, "admin");
    const role = await on.service.createRole(await on.as(ada, organization), { name: "Signer", permissions: ["reports.sign"] });
    const { roles, permissions } = await on.service.listPermissions(await on.as(eve, organization));
    expect(roles).toEqual([
      ...["owner", "admin", "member", "viewer", "auditor"].map((name) => ({ id: name, name, builtIn: true })),
      { id: role.id, name: "Signer", builtIn: false },
    ]);
    expect(permissions.find(({ name }) => name === "reports.sign")).toEqual({
      name: "reports.sign",
      domain: "reports",
      sentence: "Sign reports",
      held: false,
      roles: ["owner", "auditor", role.id],
    });
    expect(permissions.find(({ name }) => name === "reports.read")).toMatchObject({ held: true, roles: ["owner", "admin"] });
    expect(permissions.map(({ name }) => name)).toEqual(permissions.map(({ name }) => name).toSorted());
  });
});
