import { beforeAll, describe, expect, test } from "vitest";
import { testContext } from "../core/testing/context.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { nobody, type Scene, scene, type TestPerson } from "./testing/organizations.ts";

const day = 24 * 3_600_000;

forEachDatabase((_dialect, database) => {
  let on: Scene;
  beforeAll(() => {
    on = scene(database());
  });

  const lastToken = (): string => /\/invitation#([\w-]+)/.exec(on.core.mailed.at(-1)?.text ?? "")?.[1] ?? "none";
  const accept = ({ userId, name, email }: TestPerson, token: string) =>
    on.service.acceptInvitation(testContext({ organization: "", user: userId }), { body: { token, userId, userName: name, email } });
  const notValid = { status: 404, message: expect.stringContaining("not valid, or not any more") };

  async function invited(roles: readonly string[] = ["member"]) {
    const [ada, bob] = [on.person("Ada"), on.person("Bob")];
    const organization = await on.found(ada, "Acme <b>");
    const ctx = await on.as(ada, organization);
    const invitation = await on.service.inviteMember(ctx, { body: { email: ` ${bob.email.toUpperCase()} `, roles } });
    return { ada, bob, organization, ctx, invitation, token: lastToken() };
  }

  describe("an invitation", () => {
    test("is mailed with a link whose token is kept as a hash only, and shown to nobody", async () => {
      const { bob, ctx, invitation, token } = await invited();
      const mail = on.core.mailed.at(-1);
      expect(mail).toMatchObject({ to: bob.email, subject: "Ada invites you to Acme <b>" });
      expect(mail?.html).toContain("Acme &lt;b&gt;");
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(invitation).toMatchObject({ email: bob.email, roles: ["member"], teams: [] });
      const known = [
        invitation,
        await on.service.listInvitations(ctx, {}),
        on.core.appended,
        await on.service.listInvitationAudit(ctx, invitation.id, {}),
      ];
      expect(JSON.stringify(known)).not.toContain(token);
      expect(JSON.stringify(known)).not.toMatch(/"tokenHash":"[0-9a-f]/);
      expect(JSON.stringify(await on.parts.invitations.find(ctx, invitation.id))).not.toContain(token);
    });

    test("tells whoever holds its token what it is about", async () => {
      const { bob, token, invitation } = await invited();
      const sight = await on.service.lookUpInvitation(nobody, { body: { token } });
      expect(sight).toEqual({ organization: "Acme <b>", email: bob.email, invitedBy: "Ada", expiresAt: invitation.expiresAt });
    });

    test("makes its addressee a member, with its roles and teams", async () => {
      const { ada, bob, organization, ctx } = await invited();
      const [team, gone] = [await on.service.createTeam(ctx, { name: "Night" }), await on.service.createTeam(ctx, { name: "Day" })];
      const cy = on.person("Cy");
      const body = { email: cy.email, roles: ["admin", "auditor"], teams: [team.id, gone.id] };
      const invitation = await on.service.inviteMember(ctx, { body });
      await on.service.deleteTeam(ctx, gone.id);
      const membership = await accept(cy, lastToken());
      expect(membership).toMatchObject({
        organizationId: organization,
        userId: cy.userId,
        name: "Cy",
        roles: ["admin", "auditor"],
        owner: false,
      });
      expect(await on.service.permissionsOf(nobody, { organizationId: organization, userId: cy.userId })).toMatchObject({
        member: true,
        teams: [team.id],
      });
      const { items } = await on.service.listInvitationAudit(ctx, invitation.id, {});
      expect(items.map(({ change, actor }) => [change, actor])).toEqual([
        ["deleted", cy.userId],
        ["created", ada.userId],
      ]);
      // The other one, for Bob, is still open.
      expect((await on.service.listInvitations(ctx, {})).items.map(({ email }) => email)).toEqual([bob.email]);
    });

    test("holds for the days that the organization says, and not a moment longer", async () => {
      const { bob, ctx, token } = await invited();
      on.core.advance(7 * day);
      await expect(accept(bob, token)).rejects.toMatchObject(notValid);
      await expect(on.service.lookUpInvitation(nobody, { body: { token } })).rejects.toMatchObject(notValid);
      on.core.advance(-7 * day);
      await on.core.settings.set(ctx, "organizations.invitationDays", 1);
      const cy = on.person("Cy");
      await on.service.inviteMember(ctx, { body: { email: cy.email, roles: ["viewer"] } });
      expect(on.core.mailed.at(-1)?.text).toContain("one day");
      on.core.advance(day);
      await expect(accept(cy, lastToken())).rejects.toMatchObject(notValid);
      on.core.advance(-day);
      expect(await accept(cy, lastToken())).toMatchObject({ roles: ["viewer"] });
    });

    test("sent again has a new link, and the old one is dead", async () => {
      const { bob, ctx, invitation, token } = await invited();
      on.core.advance(8 * day);
      const again = await on.service.resendInvitation(ctx, { id: invitation.id });
      expect(again.expiresAt > invitation.expiresAt).toBe(true);
      await expect(accept(bob, token)).rejects.toMatchObject(notValid);
      expect(await accept(bob, lastToken())).toMatchObject({ userId: bob.userId });
      on.core.advance(-8 * day);
    });

    test("revoked is dead", async () => {
      const { bob, ctx, invitation, token } = await invited();
      await on.service.deleteInvitation(ctx, invitation.id);
      await expect(accept(bob, token)).rejects.toMatchObject(notValid);
      expect((await on.service.listInvitations(ctx, {})).items).toEqual([]);
    });

    test("works once: not again, and of two at once for one", async () => {
      const { bob, organization, ctx, token } = await invited();
      const ends = await Promise.allSettled([accept(bob, token), accept(bob, token)]);
      expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      await expect(accept(bob, token)).rejects.toMatchObject(notValid);
      const { items } = await on.service.listMemberships(ctx, { filter: { email: { eq: bob.email } } });
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ organizationId: organization });
    });

    test("is for its addressee alone, and stays open when another tries", async () => {
      const { bob, token } = await invited();
      await expect(accept(on.person("Eve"), token)).rejects.toMatchObject({ status: 403 });
      expect(await accept(bob, token)).toMatchObject({ userId: bob.userId });
    });

    test("gives a member who is one already the teams, and no other roles", async () => {
      const { bob, organization, ctx, token } = await invited(["admin"]);
      await on.join(organization, bob, "viewer");
      expect(await accept(bob, token)).toMatchObject({ roles: ["viewer"] });
      expect((await on.service.listInvitations(ctx, {})).items).toEqual([]);
    });

    test("is sent once to an address, and never to a member", async () => {
      const { bob, organization, ctx, token } = await invited();
      const before = on.core.mailed.length;
      const again = () => on.service.inviteMember(ctx, { body: { email: bob.email, roles: ["viewer"] } });
      await expect(again()).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/email" }] });
      await accept(bob, token);
      await expect(again()).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/email" }] });
      const eve = on.person("Eve");
      await on.service.inviteMember(await on.as(eve, await on.found(eve)), { body: { email: bob.email, roles: ["viewer"] } });
      expect(on.core.mailed.slice(before).map(({ to }) => to)).toEqual([bob.email]);
      expect(organization).not.toBe("");
    });
  });

  describe("an invitation is no way to more", () => {
    test("nobody invites to what they may not do, and an administrator no owner", async () => {
      const { organization } = await invited();
      const eve = on.person("Eve");
      await on.join(organization, eve, "admin");
      const ctx = await on.as(eve, organization);
      for (const role of ["owner", "auditor"]) {
        const body = { email: "friend@example.com", roles: ["viewer", role] };
        await expect(on.service.inviteMember(ctx, { body })).rejects.toMatchObject({ status: 403 });
      }
    });

    test("it holds only as long as whoever sent it may give its roles", async () => {
      const { ada, organization } = await invited();
      const [eve, cy, dan] = [on.person("Eve"), on.person("Cy"), on.person("Dan")];
      const evil = await on.join(organization, eve, "admin");
      const ctx = await on.as(eve, organization);
      const invitation = await on.service.inviteMember(ctx, { body: { email: cy.email, roles: ["admin"] } });
      const token = lastToken();
      // Even what allows nothing is given by a member only.
      const { id: nothing } = await on.service.createRole(ctx, { name: "Guest", permissions: [] });
      await on.service.inviteMember(ctx, { body: { email: dan.email, roles: [nothing] } });
      const small = lastToken();
      const owner = await on.as(ada, organization);
      await on.service.setMemberRoles(owner, { id: evil.id, body: { roles: ["member"] } });
      await expect(accept(cy, token)).rejects.toMatchObject(notValid);
      await on.service.deleteMembership(owner, evil.id);
      await expect(accept(dan, small)).rejects.toMatchObject(notValid);
      // An owner who sends it again stands for it.
      await on.service.resendInvitation(owner, { id: invitation.id });
      expect(await accept(cy, lastToken())).toMatchObject({ roles: ["admin"] });
    });

    test("an administrator does not send an owner's invitation again", async () => {
      const { organization, invitation } = await invited(["owner"]);
      const eve = on.person("Eve");
      await on.join(organization, eve, "admin");
      const ctx = await on.as(eve, organization);
      await expect(on.service.resendInvitation(ctx, { id: invitation.id })).rejects.toMatchObject({ status: 403 });
    });
  });

  test("nothing is learned from guessing: whatever is wrong with a token, the answer is the same", async () => {
    const { bob, ctx, token } = await invited();
    await on.service.deleteOrganization(ctx, { name: "Acme <b>" });
    const answers = await Promise.all(
      [token, "x", token.slice(1), "../../etc/passwd"].map((guess) =>
        accept(bob, guess).catch((error: { status: number; message: string }) => [error.status, error.message]),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual([404, expect.stringContaining("not valid")]);
  });

  test("teams and invitations of another organization are not there", async () => {
    const { ctx, invitation } = await invited();
    const eve = on.person("Eve");
    const there = await on.as(eve, await on.found(eve));
    const team = await on.service.createTeam(there, { name: "Theirs" });
    const attempt = on.service.inviteMember(ctx, { body: { email: "cy@example.com", roles: ["viewer"], teams: [team.id] } });
    await expect(attempt).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/teams/0" }] });
    for (const call of [
      () => on.service.resendInvitation(there, { id: invitation.id }),
      () => on.service.deleteInvitation(there, invitation.id),
      () => on.service.getInvitation(there, invitation.id),
    ])
      await expect(call()).rejects.toMatchObject({ status: 404 });
    expect((await on.service.listInvitations(there, {})).items).toEqual([]);
  });
});
