import { beforeAll, describe, expect, test, vi } from "vitest";
import type { SessionId } from "../../generated/auth/types.gen.ts";
import { standingTopic } from "../core/auth/standing.ts";
import { testContext } from "../core/testing/context.ts";
import { claimsOf } from "../core/testing/core.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { secretHash } from "./secret.ts";
import { auditedOf } from "./testing/audited-of.ts";
import { cookiesOf, Desk, day, nobody, stranger, unknown } from "./testing/desk.ts";

const ended = { status: 401 };
const sessionOf = (token: string) => claimsOf(token).session as SessionId;

forEachDatabase((_, database) => {
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk(database());
  });

  describe("refreshing", () => {
    test("trades a token for a new pair of the same session", async () => {
      const { accessToken, refreshToken } = await desk.register();
      const next = await desk.refresh(refreshToken);
      expect(next.refreshToken).not.toBe(refreshToken);
      expect(claimsOf(next.accessToken).session).toBe(sessionOf(accessToken));
      expect((await desk.refresh(next.refreshToken)).accessToken).toBeTruthy();
    });

    test("answers cookies with cookies, and only to who has the secret of the session", async () => {
      const { email } = await desk.register();
      const { refresh: archwrightRefresh, csrf: xCsrfToken } = await desk.signInWithCookies(email);
      const given = [{ archwrightRefresh }, { archwrightRefresh, xCsrfToken: "guessed" }, { body: { refreshToken: archwrightRefresh } }];
      for (const one of given) await expect(desk.service.refresh(nobody, one)).rejects.toMatchObject({ status: 403 });
      const { body, headers } = await desk.service.refresh(nobody, { archwrightRefresh, xCsrfToken });
      expect(body).not.toHaveProperty("accessToken");
      expect(cookiesOf(headers["Set-Cookie"])).toMatchObject({ csrf: xCsrfToken });
    });

    test("a second use of an old token ends the session, also for the newest token, and is written down", async () => {
      const { refreshToken, accessToken, user } = await desk.register();
      const next = await desk.refresh(refreshToken);
      await expect(desk.refresh(refreshToken, stranger)).rejects.toMatchObject(ended);
      await expect(desk.refresh(next.refreshToken)).rejects.toMatchObject(ended);
      const { session } = claimsOf(accessToken);
      expect(await auditedOf(database(), user.id)).toEqual([
        { operation: "refreshTokenUsedTwice", after: { session, address: stranger.client.address } },
      ]);
    });

    test("of two uses at the same moment by who knows whom one succeeds at most, and the session ends", async () => {
      const { refreshToken } = await desk.register();
      const results = await Promise.allSettled([desk.refresh(refreshToken, unknown), desk.refresh(refreshToken, unknown)]);
      const pairs = results.filter((result) => result.status === "fulfilled");
      expect(pairs.length).toBeLessThanOrEqual(1);
      for (const { value } of pairs) await expect(desk.refresh(value.refreshToken)).rejects.toMatchObject(ended);
    });

    test("another session of the same person is not touched by that", async () => {
      const { email, refreshToken } = await desk.register();
      const other = await desk.signIn(email);
      await desk.refresh(refreshToken);
      await expect(desk.refresh(refreshToken, stranger)).rejects.toMatchObject(ended);
      expect((await desk.refresh(other.refreshToken)).user.email).toBe(email);
    });

    describe("again, by a client whose answer was lost,", () => {
      test("gives another pair for ten seconds; what was in the lost answer is worth nothing then", async () => {
        const { refreshToken } = await desk.register();
        const lost = await desk.refresh(refreshToken);
        desk.core.advance(9_000);
        const got = await desk.refresh(refreshToken);
        const next = await desk.refresh(got.refreshToken);
        await expect(desk.refresh(lost.refreshToken, stranger)).rejects.toMatchObject(ended);
        await expect(desk.refresh(next.refreshToken)).rejects.toMatchObject(ended);
      });

      test("gives one that is good to each of two that ask at once, and the later one stays", async () => {
        const { refreshToken } = await desk.register();
        const [a, b] = await Promise.all([desk.refresh(refreshToken), desk.refresh(refreshToken)]);
        expect(a.refreshToken).not.toBe(b.refreshToken);
        expect([claimsOf(a.accessToken).session]).toEqual([claimsOf(b.accessToken).session]);
        const stored = await Promise.all([a, b].map((one) => desk.parts.refreshTokens.findByHash(nobody, secretHash(one.refreshToken))));
        expect(stored.filter((one) => one?.usedAt === null)).toHaveLength(1);
      });

      test.each([
        ["after ten seconds", 10_001, nobody, false],
        ["from another address", 0, stranger, false],
        ["from another program", 0, testContext({ organization: "", user: null, client: { ...nobody.client, agent: "curl" } }), false],
        ["when the answer was used", 0, nobody, true],
      ])("ends the session %s", async (_what, milliseconds, ctx, used) => {
        const { refreshToken } = await desk.register();
        const next = await desk.refresh(refreshToken);
        const last = used ? await desk.refresh(next.refreshToken) : next;
        desk.core.advance(milliseconds);
        await expect(desk.refresh(refreshToken, ctx)).rejects.toMatchObject(ended);
        await expect(desk.refresh(last.refreshToken)).rejects.toMatchObject(ended);
      });
    });

    test("takes the roles that the person has now", async () => {
      const { user, refreshToken } = await desk.register();
      desk.setRoles(user.id, ["viewer"]);
      const next = await desk.refresh(refreshToken);
      expect(claimsOf(next.accessToken).roles).toEqual(["viewer"]);
      desk.leave(user.id);
      const last = await desk.refresh(next.refreshToken);
      expect(claimsOf(last.accessToken)).toMatchObject({ organization: "", roles: [] });
    });

    test("a session ends after 90 days, however much it is used", async () => {
      const { refreshToken } = await desk.register();
      let token = refreshToken;
      for (let days = 0; days < 90; days += 18) {
        desk.core.advance(18 * day - 1_000);
        token = (await desk.refresh(token)).refreshToken;
      }
      desk.core.advance(6_000);
      await expect(desk.refresh(token)).rejects.toMatchObject(ended);
    });

    test("a session that was not used for its days has ended; each use keeps it alive", async () => {
      const { refreshToken } = await desk.register();
      desk.core.advance(29 * day);
      const { refreshToken: second } = await desk.refresh(refreshToken);
      desk.core.advance(29 * day);
      const { refreshToken: third } = await desk.refresh(second);
      desk.core.advance(31 * day);
      await expect(desk.refresh(third)).rejects.toMatchObject(ended);
    });

    test("refuses what is no token", async () => {
      await expect(desk.refresh("nonsense")).rejects.toMatchObject({ status: 401 });
      await expect(desk.service.refresh(nobody, {})).rejects.toMatchObject({ status: 401 });
    });

    test("keeps no token that could be used", async () => {
      const { accessToken, refreshToken } = await desk.register();
      expect(await desk.parts.refreshTokens.findByHash(desk.as(accessToken), refreshToken)).toBeUndefined();
      expect(await desk.parts.refreshTokens.findByHash(desk.as(accessToken), secretHash(refreshToken))).toBeDefined();
    });
  });

  test("signing out ends the session and takes the cookies away", async () => {
    const { accessToken, refreshToken } = await desk.register();
    const { headers } = await desk.service.signOut(desk.as(accessToken));
    expect(headers["Set-Cookie"]).toHaveLength(3);
    for (const one of headers["Set-Cookie"] ?? []) expect(one).toMatch(/=; .*Max-Age=0; Secure$/);
    await expect(desk.refresh(refreshToken)).rejects.toMatchObject(ended);
    expect(await desk.standingOf(accessToken)).toMatchObject({ alive: false });
  });

  describe("sessions", () => {
    test("are listed with device, address and last use, to their user alone, without secrets", async () => {
      const { email, accessToken } = await desk.register();
      await desk.signInWithCookies(email);
      const { items } = await desk.service.listSessions(desk.as(accessToken), { sort: "createdAt" });
      const shown = { device: "Firefox", address: "198.51.100.7", methods: ["pwd"], organization: claimsOf(accessToken).organization };
      expect(items).toEqual([expect.objectContaining(shown), expect.objectContaining(shown)]);
      expect(items[0]?.id).toBe(sessionOf(accessToken));
      expect(JSON.stringify(items)).not.toMatch(/csrf/i);
      expect((await desk.service.listSessions(desk.as((await desk.register()).accessToken), {})).items).toHaveLength(1);
    });

    test("that have ended by themselves are not listed", async () => {
      const { accessToken } = await desk.register();
      desk.core.advance(31 * day);
      expect((await desk.service.listSessions(desk.as(accessToken), {})).items).toEqual([]);
      expect(await desk.standingOf(accessToken)).toMatchObject({ alive: false });
    });

    test("end one by one, by their user alone", async () => {
      const { email, accessToken, refreshToken } = await desk.register();
      const other = await desk.signIn(email);
      const session = sessionOf(other.accessToken);
      await expect(desk.service.deleteSession(desk.as((await desk.register()).accessToken), session)).rejects.toMatchObject({
        status: 404,
      });
      await desk.service.deleteSession(desk.as(accessToken), session);
      await expect(desk.refresh(other.refreshToken)).rejects.toMatchObject(ended);
      expect((await desk.refresh(refreshToken)).user.email).toBe(email);
    });

    test("end everywhere, or everywhere but here", async () => {
      const { email, refreshToken } = await desk.register();
      const [second, third] = [await desk.signIn(email), await desk.signIn(email)];
      const stay = await desk.service.signOutEverywhere(desk.as(second.accessToken), { body: { butHere: true } });
      expect(stay.headers).toEqual({});
      await expect(desk.refresh(refreshToken)).rejects.toMatchObject(ended);
      await expect(desk.refresh(third.refreshToken)).rejects.toMatchObject(ended);
      const next = await desk.refresh(second.refreshToken);
      const { headers } = await desk.service.signOutEverywhere(desk.as(second.accessToken), {});
      expect(headers["Set-Cookie"]).toHaveLength(3);
      await expect(desk.refresh(next.refreshToken)).rejects.toMatchObject(ended);
    });

    test("say when they were last used, without a write for each look, and without a new version", async () => {
      const { accessToken } = await desk.register();
      const look = async () => (await desk.service.listSessions(desk.as(accessToken), {})).items[0];
      const before = await look();
      desk.core.advance(30_000);
      await desk.standingOf(accessToken);
      expect(await look()).toEqual(before);
      desk.core.advance(31_000);
      await desk.standingOf(accessToken);
      const after = await look();
      expect(Date.parse(after?.lastUsedAt ?? "") - Date.parse(before?.lastUsedAt ?? "")).toBeGreaterThanOrEqual(61_000);
      expect(after?.version).toBe(before?.version);
    });

    test("tell whoever listens that they ended", async () => {
      const { user, accessToken } = await desk.register();
      const told = vi.fn();
      desk.core.live.subscribe(standingTopic(user.id), told);
      await desk.service.deleteSession(desk.as(accessToken), sessionOf(accessToken));
      expect(told).toHaveBeenCalledOnce();
    });
  });
});
