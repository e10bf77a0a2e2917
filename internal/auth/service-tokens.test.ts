import { hash } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { standingTopic } from "../core/auth/standing.ts";
import type { Context } from "../core/context/context.ts";
import { actorId } from "../core/database/rows.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { removeTokensOf } from "./service-tokens.ts";
import { Desk, day, nobody, password } from "./testing/desk.ts";

forEachDatabase((_, database) => {
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk(database());
  });

  describe("service tokens", () => {
    const inTime = () => new Date(desk.core.now().getTime() + 30 * day).toISOString();
    const make = (ctx: Context, permissions = ["things.read"], expiresAt = inTime()) =>
      desk.service.createServiceToken(ctx, { body: { name: "CI", permissions, expiresAt } });
    const standing = (token: string) => desk.service.serviceTokenStanding(nobody, { hash: hash("sha256", token, "hex") });
    const owner = async () => desk.as((await desk.register()).accessToken, ["things.read", "things.write", "auth.tokens.write"]);

    test("are shown once, kept as a hash, and speak for their user with the permissions they were given", async () => {
      const ctx = await owner();
      const { token, serviceToken } = await make(ctx);
      expect(token).toMatch(/^sk-[\w-]{43}$/);
      expect(serviceToken).toMatchObject({ name: "CI", permissions: ["things.read"], createdBy: actorId(ctx), lastUsedAt: null });
      expect(await standing(token)).toMatchObject({
        alive: true,
        id: serviceToken.id,
        userId: actorId(ctx),
        organization: ctx.organization,
        permissions: ["things.read"],
      });
      const listed = await desk.service.listServiceTokens(ctx);
      expect(listed.map(({ id }) => id)).toEqual([serviceToken.id]);
      expect(JSON.stringify(listed)).not.toContain(token.slice(3));
      expect(listed[0]?.lastUsedAt).not.toBeNull();
    });

    test("may do nothing that their maker may not, when made and later", async () => {
      const ctx = await owner();
      await expect(make(ctx, ["things.read", "things.own"])).rejects.toMatchObject({
        status: 403,
        errors: [{ pointer: "/permissions/1" }],
      });
      const { token } = await make(ctx, ["things.read", "things.write"]);
      desk.setRoles(actorId(ctx) ?? "", ["viewer"]);
      expect(await standing(token)).toMatchObject({ permissions: ["things.read"] });
      desk.leave(actorId(ctx) ?? "");
      expect(await standing(token)).toEqual({ alive: false });
    });

    test("are in the teams of their user; of every team only where they were given that, and one of an organization of none", async () => {
      const { user, accessToken } = await desk.register();
      desk.setRoles(user.id, ["lead"]);
      desk.teams.set(user.id, ["tm-1"]);
      const ctx = desk.as(accessToken, ["things.read", "organizations.teams"]);
      const [few, every] = [await make(ctx), await make(ctx, ["organizations.teams"])];
      expect(await standing(few.token)).toMatchObject({ teams: ["tm-1"], everyTeam: false });
      expect(await standing(every.token)).toMatchObject({ teams: ["tm-1"], everyTeam: true });
      const given = (permissions: string[]) => ({ body: { name: "Sync", permissions, expiresAt: inTime() } });
      const [own, all] = [
        await desk.service.createOrganizationServiceToken(ctx, given(["things.read"])),
        await desk.service.createOrganizationServiceToken(ctx, given(["organizations.teams"])),
      ];
      expect(await standing(own.token)).toMatchObject({ teams: [], everyTeam: false });
      expect(await standing(all.token)).toMatchObject({ everyTeam: true });
      desk.setRoles(user.id, ["viewer"]);
      desk.teams.delete(user.id);
      expect(await standing(every.token)).toMatchObject({ permissions: [], teams: [], everyTeam: false });
    });

    test("of an organization stay when their maker leaves, and end with the organization", async () => {
      const ctx = await owner();
      const { token } = await desk.service.createOrganizationServiceToken(ctx, {
        body: { name: "Sync", permissions: ["things.write"], expiresAt: inTime() },
      });
      desk.leave(actorId(ctx) ?? "");
      expect(await standing(token)).toMatchObject({ alive: true, userId: null, permissions: ["things.write"] });
      desk.deleted.add(ctx.organization);
      expect(await standing(token)).toEqual({ alive: false });
    });

    test("end at their time, a year away at the most", async () => {
      const ctx = await owner();
      const { token } = await make(ctx, ["things.read"], new Date(desk.core.now().getTime() + 1000).toISOString());
      desk.core.advance(1001);
      expect(await standing(token)).toEqual({ alive: false });
      for (const days of [-1, 367]) {
        const refused = make(ctx, ["things.read"], new Date(desk.core.now().getTime() + days * day).toISOString());
        await expect(refused).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/expiresAt" }] });
      }
    });

    test("are revoked at once, by whom they belong to", async () => {
      const [ctx, other] = [await owner(), await owner()];
      const { token, serviceToken } = await make(ctx);
      const told = vi.fn();
      desk.core.live.subscribe(standingTopic(serviceToken.id), told);
      const { id } = serviceToken;
      const sameOrganization = { ...other, organization: ctx.organization };
      for (const revoke of [
        () => desk.service.revokeServiceToken(other, { id }),
        () => desk.service.revokeServiceToken(sameOrganization, { id }),
        () => desk.service.revokeOrganizationServiceToken(ctx, { id }),
      ])
        await expect(revoke()).rejects.toMatchObject({ status: 404 });
      await desk.service.revokeServiceToken(ctx, { id });
      expect(told).toHaveBeenCalledOnce();
      expect(await standing(token)).toEqual({ alive: false });
    });

    test("of a user go with their place in the organization, and those of others stay", async () => {
      const [ctx, other] = [await owner(), await owner()];
      const sameOrganization = { ...other, organization: ctx.organization };
      const [gone, stays] = [await make(ctx), await make(sameOrganization)];
      await removeTokensOf(desk.parts, ctx, actorId(ctx) ?? "");
      expect(await standing(gone.token)).toEqual({ alive: false });
      expect((await desk.service.listServiceTokens(sameOrganization)).map(({ id }) => id)).toEqual([stays.serviceToken.id]);
      expect(await desk.service.listServiceTokens(ctx)).toEqual([]);
    });

    test("make no tokens, end no sessions and change no credentials", async () => {
      const ctx = await owner();
      const asToken: Context = { ...ctx, actor: { kind: "token", id: "st-1", user: actorId(ctx) ?? undefined } };
      const body = { name: "x", permissions: ["things.read"], expiresAt: inTime() };
      for (const attempt of [
        () => desk.service.createServiceToken(asToken, { body }),
        () => desk.service.createOrganizationServiceToken(asToken, { body }),
        () => desk.service.revokeOrganizationServiceToken(asToken, { id: "st-1" }),
        () => desk.service.listServiceTokens(asToken),
        () => desk.service.listSessions(asToken, {}),
        () => desk.service.deleteSession(asToken, "ss-1"),
        () => desk.service.signOut(asToken),
        () => desk.service.signOutEverywhere(asToken, {}),
        () => desk.service.changeMe(asToken, { body: { name: "x" } }),
        () => desk.service.changePassword(asToken, { body: { current: password, password } }),
      ])
        await expect(attempt()).rejects.toMatchObject({ status: 403 });
    });

    test("are fifty for one owner at the most", async () => {
      const ctx = await owner();
      for (let made = 0; made < 50; made++) await make(ctx);
      await expect(make(ctx)).rejects.toMatchObject({ status: 409 });
    });
  });
});
