import { beforeAll, describe, expect, test } from "vitest";
import type { OrganizationsService } from "../../generated/contracts/organizations.gen.ts";
import { problem } from "../core/problems/problem.ts";
import { claimsOf } from "../core/testing/core.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { authService } from "./auth-service.ts";
import { cookiesOf, Desk, nobody, password } from "./testing/desk.ts";

forEachDatabase((_, database) => {
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk(database());
  });

  describe("acting in another organization", () => {
    test("needs to belong to it; the answer is an access token for it, and the session remembers", async () => {
      const [ada, eve] = [await desk.register(), await desk.register()];
      const ctx = desk.as(ada.accessToken);
      const { body: founded } = await desk.service.foundOrganization(ctx, { body: { name: "Second" } });
      const second = claimsOf(String(founded.accessToken));
      const first = claimsOf(ada.accessToken);
      expect(second).toMatchObject({ user: first.user, session: first.session, roles: ["owner"] });
      expect(second.organization).not.toBe(first.organization);
      expect(claimsOf((await desk.refresh(ada.refreshToken)).accessToken).organization).toBe(second.organization);

      const { body: back } = await desk.service.switchOrganization(ctx, { body: { organization: first.organization } });
      expect(claimsOf(String(back.accessToken))).toMatchObject({ organization: first.organization, session: first.session });
      expect(back).not.toHaveProperty("refreshToken");
      const { organization } = claimsOf(eve.accessToken);
      await expect(desk.service.switchOrganization(ctx, { body: { organization } })).rejects.toMatchObject({ status: 404 });
      expect((await desk.parts.sessions.find(ctx, first.session))?.organization).toBe(first.organization);
    });

    test("gives a browser its next access token in the cookie, bound to the secret of its session, and leaves the others", async () => {
      const { email } = await desk.register();
      const before = await desk.signInWithCookies(email);
      const claims = claimsOf(before.access);
      const { body, headers } = await desk.service.foundOrganization(desk.as(before.access), { body: { name: "Second" } });
      expect(body).not.toHaveProperty("accessToken");
      expect(headers["Set-Cookie"]).toHaveLength(1);
      expect(headers["Set-Cookie"]?.[0]).toMatch(/^__Host-archwright_access=.*HttpOnly/);
      const next = claimsOf(decodeURIComponent(cookiesOf(headers["Set-Cookie"]).access));
      expect(next).toMatchObject({ user: claims.user, session: claims.session, csrf: claims.csrf });
      expect(next.csrf).toBeTypeOf("string");
      expect(next.organization).not.toBe(claims.organization);
    });

    test("is for sessions that are alive", async () => {
      const { accessToken } = await desk.register();
      const ctx = desk.as(accessToken);
      await desk.service.signOut(ctx);
      const attempt = desk.service.switchOrganization(ctx, { body: { organization: ctx.organization } });
      await expect(attempt).rejects.toMatchObject({ status: 404 });
    });

    test("is not for service tokens", async () => {
      const ctx = desk.as((await desk.register()).accessToken);
      const token = { ...ctx, actor: { kind: "token", id: "st-1", user: "us-1" } as const };
      await expect(desk.service.switchOrganization(token, { body: { organization: ctx.organization } })).rejects.toMatchObject({
        status: 403,
      });
      await expect(desk.service.foundOrganization(token, { body: { name: "x" } })).rejects.toMatchObject({ status: 403 });
    });
  });

  describe("registering with an invitation", () => {
    /** Organizations that know one invitation. */
    function invited(email: string) {
      const { contracts } = desk.parts;
      const organizations: OrganizationsService = {
        ...contracts.organizations,
        async lookUpInvitation(_, { body }) {
          if (body.token !== "good") throw problem.notFound("Not valid.");
          return { organization: "Acme", email, invitedBy: "Eve", expiresAt: "2099-01-01T00:00:00.000Z" };
        },
        async acceptInvitation(ctx, { body }) {
          const { membership } = await contracts.organizations.createOrganization(ctx, { body: { ...body, name: "Acme" } });
          return membership;
        },
      };
      const config = { ...desk.parts.config, registration: "closed" } as const;
      return authService({ ...desk.parts, contracts: { organizations }, config });
    }

    test("opens what is closed to others, for the address that was invited", async () => {
      await desk.register();
      const who = desk.person();
      const service = invited(who.email);
      const { body } = await service.register(nobody, { body: { ...who, email: who.email.toUpperCase(), password, invitation: "good" } });
      expect(body.user.email).toBe(who.email);
      expect(desk.memberships.filter(({ userId }) => userId === body.user.id)).toHaveLength(1);
    });

    test("tells nothing of addresses to who has no good invitation, or another's", async () => {
      const { email } = await desk.register();
      const service = invited("somebody@example.com");
      const taken = service.register(nobody, { body: { ...desk.person(), email, invitation: "bad" } });
      await expect(taken).rejects.toMatchObject({ status: 404 });
      const others = service.register(nobody, { body: { ...desk.person(), email, invitation: "good" } });
      await expect(others).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/email" }] });
      expect(await desk.parts.users.findByEmail(nobody, "somebody@example.com")).toBeUndefined();
    });
  });
});
