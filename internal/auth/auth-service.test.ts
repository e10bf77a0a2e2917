import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { authDomain } from "../../generated/auth/domain.gen.ts";
import { authEvents } from "../../generated/auth/events.gen.ts";
import type { AuthParts, AuthService } from "../../generated/auth/service.gen.ts";
import type { Membership, NewOrganization, OrganizationsService } from "../../generated/contracts/organizations.gen.ts";
import { passwordMatches } from "../core/auth/passwords.ts";
import type { Context } from "../core/context/context.ts";
import type { Database } from "../core/database/database.ts";
import { MemoryDatabase } from "../core/database/memory.ts";
import { migrate } from "../core/database/migrations.ts";
import { openDatabase } from "../core/database/open.ts";
import { newId } from "../core/ids/ids.ts";
import { silentLog, testContext } from "../core/testing/context.ts";
import { claimsOf, type TestCore, testCore } from "../core/testing/core.ts";
import { createTestDatabase, forEachDatabase } from "../core/testing/test-databases.ts";
import { authService } from "./auth-service.ts";

const nobody = testContext({ organization: "", user: null });
const password = "correct horse battery";
const day = 24 * 3600 * 1000;

/** The organizations that another domain would keep. */
function organizationsOf(memberships: Membership[]): OrganizationsService {
  const contract: Pick<OrganizationsService, "createOrganization" | "membershipsOfUser" | "getOrganization"> = {
    async createOrganization(_, { body }) {
      const organization = { id: newId("og"), name: body.name };
      memberships.push(membership(organization.id, body));
      return { organization, membership: memberships.at(-1) } as Awaited<ReturnType<OrganizationsService["createOrganization"]>>;
    },
    membershipsOfUser: async (_, { userId }) => memberships.filter((one) => one.userId === userId),
    getOrganization: async (ctx) =>
      ({ id: ctx.organization, name: "Acme" }) as Awaited<ReturnType<OrganizationsService["getOrganization"]>>,
  };
  return contract as OrganizationsService;
}

const membership = (organizationId: string, { userId, userName, email }: NewOrganization, roles = ["owner"]): Membership =>
  ({ id: newId("mb"), organizationId, userId, name: userName, email, roles }) as unknown as Membership;

forEachDatabase((dialect, database) => {
  let core: TestCore;
  let parts: AuthParts;
  let service: AuthService;
  const memberships: Membership[] = [];
  const config = { registration: "open", accessTokenSeconds: 900, refreshTokenDays: 30, secureCookies: true } as const;

  const partsOn = (database: Database, core: TestCore = testCore(database, "/nowhere")): AuthParts => {
    const contracts = { organizations: organizationsOf(memberships) };
    return { ...authDomain.repositories(database), events: authEvents(core.events), config, core, contracts };
  };
  beforeAll(() => {
    core = testCore(database(), "/nowhere");
    parts = partsOn(database(), core);
    service = authService(parts);
  });
  /** A database that nobody has registered in. */
  async function openFresh(): Promise<{ readonly database: Database; close(): Promise<void> }> {
    if (dialect === "memory") return { database: new MemoryDatabase(), close: async () => {} };
    const place = await createTestDatabase(dialect);
    const fresh = await openDatabase(place.url);
    await migrate(fresh, resolve("sql"), silentLog);
    const close = async () => {
      await fresh.close();
      await place.remove();
    };
    return { database: fresh, close };
  }

  let people = 0;
  const person = () => ({ email: `ada${++people}@example.com`, password, name: "Ada" });
  const register = async () => {
    const who = person();
    const { body } = await service.register(nobody, { body: who });
    return { ...who, ...body, refreshToken: String(body.refreshToken) };
  };
  const as = (token: string): Context => {
    const { user, session, organization, roles } = claimsOf(token);
    return { ...testContext({ organization, roles }), actor: { kind: "user", id: user, session } };
  };
  const refresh = (refreshToken: string) => service.refresh(nobody, { body: { refreshToken } });

  describe("registering", () => {
    test("the first account can be created though registration is closed, and no second one", async () => {
      const closed = authService({ ...parts, config: { ...config, registration: "closed" } });
      expect(await closed.getSetup(nobody)).toEqual({ firstAccount: true, registration: true });
      await closed.register(nobody, { body: person() });
      expect(await closed.getSetup(nobody)).toEqual({ firstAccount: false, registration: false });
      await expect(closed.register(nobody, { body: person() })).rejects.toMatchObject({ status: 403 });
      expect(await service.getSetup(nobody)).toEqual({ firstAccount: false, registration: true });
    });

    test("of several that would be the first while registration is closed, one is", async () => {
      const place = await openFresh();
      const fresh = partsOn(place.database);
      const { organizations } = fresh.contracts;
      // Long enough for the others to come while the first has not been committed.
      const slow: OrganizationsService = {
        ...organizations,
        createOrganization: async (...given) => {
          await sleep(500);
          return organizations.createOrganization(...given);
        },
      };
      const closed = authService({ ...fresh, contracts: { organizations: slow }, config: { ...config, registration: "closed" } });
      const ends = await Promise.allSettled(Array.from({ length: 5 }, () => closed.register(nobody, { body: person() })));
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject({ status: 403 });
      await place.close();
    });

    test("makes an account with an organization of its own, whose owner is signed in", async () => {
      const before = core.appended.length;
      const { body, headers } = await service.register(nobody, { body: { ...person(), email: "  Grace@Example.COM ", name: "Grace" } });
      expect(body).toMatchObject({ expiresIn: 900, user: { email: "grace@example.com", name: "Grace" } });
      expect(headers).toEqual({});
      const claims = claimsOf(body.accessToken);
      expect(claims).toMatchObject({ user: body.user.id, roles: ["owner"] });
      expect(memberships.find(({ userId }) => userId === body.user.id)).toMatchObject({ organizationId: claims.organization });
      const me = await service.getMe({ ...as(body.accessToken), permissions: new Set(["b.write", "a.read"]) });
      expect(me).toEqual({
        user: body.user,
        organization: { id: claims.organization, name: "Acme" },
        roles: ["owner"],
        permissions: ["a.read", "b.write"],
      });
      const [event] = core.appended.slice(before);
      expect(event).toMatchObject({ type: "auth.user.created", aggregate: body.user.id });
      expect(JSON.stringify(event)).not.toContain("argon2");
    });

    test("an address that is taken, however it is written, is refused and leaves nothing behind", async () => {
      const who = await register();
      const before = memberships.length;
      const again = service.register(nobody, { body: { ...who, email: who.email.toUpperCase() } });
      await expect(again).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/email" }] });
      expect(memberships).toHaveLength(before);
    });

    test("keeps the password only as an Argon2id hash with OWASP's parameters", async () => {
      const { email } = await register();
      const user = await parts.users.findByEmail(nobody, email);
      expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });
  });

  describe("signing in", () => {
    test("takes the right password, for the address however it is written", async () => {
      const { email, user } = await register();
      const { body } = await service.signIn(nobody, { body: { email: ` ${email.toUpperCase()}`, password } });
      expect(body.user).toEqual(user);
      expect(claimsOf(body.accessToken)).toMatchObject({ user: user.id, roles: ["owner"] });
    });

    test("gives the same answer for a wrong password and for an unknown address", async () => {
      const { email } = await register();
      const wrong = await service.signIn(nobody, { body: { email, password: "wrong" } }).catch((error) => error);
      const unknown = await service.signIn(nobody, { body: { email: "unknown@example.com", password } }).catch((error) => error);
      expect(wrong.status).toBe(401);
      expect(unknown.document()).toEqual(wrong.document());
    });

    test("does the work of a comparison also when there is no account, and never says yes to it", async () => {
      expect(await passwordMatches(undefined, password)).toBe(false);
    });

    test("puts the refresh token into a cookie only, out of reach of scripts, when asked to", async () => {
      const { email } = await register();
      const { body, headers } = await service.signIn(nobody, { body: { email, password, keep: "cookie" } });
      expect(body).not.toHaveProperty("refreshToken");
      expect(headers["Set-Cookie"]).toMatch(
        /^archwright_refresh=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/api\/v1\/auth; Max-Age=2592000; Secure$/,
      );
      const plain = authService({ ...parts, config: { ...config, secureCookies: false } });
      const answer = await plain.signIn(nobody, { body: { email, password, keep: "cookie" } });
      expect(answer.headers["Set-Cookie"]).not.toContain("Secure");
    });
  });

  describe("refreshing", () => {
    test("trades a token for a new pair of the same session", async () => {
      const { accessToken, refreshToken } = await register();
      const { body, headers } = await refresh(refreshToken);
      expect(body.refreshToken).not.toBe(refreshToken);
      expect(headers).toEqual({});
      expect(claimsOf(body.accessToken).session).toBe(claimsOf(accessToken).session);
      expect((await refresh(String(body.refreshToken))).body.accessToken).toBeTruthy();
    });

    test("answers a cookie with a cookie", async () => {
      const { email } = await register();
      const { headers } = await service.signIn(nobody, { body: { email, password, keep: "cookie" } });
      const archwrightRefresh = /=([^;]+)/.exec(String(headers["Set-Cookie"]))?.[1] ?? "";
      const answer = await service.refresh(nobody, { archwrightRefresh });
      expect(answer.body).not.toHaveProperty("refreshToken");
      expect(answer.headers["Set-Cookie"]).toMatch(/^archwright_refresh=[\w-]{43};/);
    });

    test("a second use of an old token ends the session, also for the newest token", async () => {
      const { refreshToken } = await register();
      const { body } = await refresh(refreshToken);
      await expect(refresh(refreshToken)).rejects.toMatchObject({ status: 401 });
      await expect(refresh(String(body.refreshToken))).rejects.toMatchObject({ status: 401 });
    });

    test("of two uses at the same moment one succeeds at most, and the session ends", async () => {
      const { refreshToken } = await register();
      const results = await Promise.allSettled([refresh(refreshToken), refresh(refreshToken)]);
      const pairs = results.filter((result) => result.status === "fulfilled");
      expect(pairs.length).toBeLessThanOrEqual(1);
      for (const { value } of pairs) await expect(refresh(String(value.body.refreshToken))).rejects.toMatchObject({ status: 401 });
    });

    test("another session of the same person is not touched by that", async () => {
      const { email, refreshToken } = await register();
      const { body } = await service.signIn(nobody, { body: { email, password } });
      await refresh(refreshToken);
      await expect(refresh(refreshToken)).rejects.toMatchObject({ status: 401 });
      expect((await refresh(String(body.refreshToken))).body.user.email).toBe(email);
    });

    test("takes the roles that the person has now", async () => {
      const { user, refreshToken } = await register();
      const index = memberships.findIndex(({ userId }) => userId === user.id);
      const before = memberships[index];
      if (before !== undefined) memberships[index] = { ...before, roles: ["viewer"] };
      const { body } = await refresh(refreshToken);
      expect(claimsOf(body.accessToken).roles).toEqual(["viewer"]);
      memberships.splice(index, 1);
      const { body: last } = await refresh(String(body.refreshToken));
      expect(claimsOf(last.accessToken)).toMatchObject({ organization: "", roles: [] });
    });

    test("a session that was not used for its days has ended; each use keeps it alive", async () => {
      const { refreshToken } = await register();
      core.advance(29 * day);
      const { body } = await refresh(refreshToken);
      core.advance(29 * day);
      const next = await refresh(String(body.refreshToken));
      core.advance(31 * day);
      await expect(refresh(String(next.body.refreshToken))).rejects.toMatchObject({ status: 401 });
    });

    test("refuses what is no token", async () => {
      await expect(refresh("nonsense")).rejects.toMatchObject({ status: 401 });
      await expect(service.refresh(nobody, {})).rejects.toMatchObject({ status: 401 });
    });

    test("keeps no token that could be used", async () => {
      const { accessToken, refreshToken } = await register();
      const stored = await parts.refreshTokens.findByHash(as(accessToken), refreshToken);
      expect(stored).toBeUndefined();
    });
  });

  test("signing out ends the session and clears the cookie", async () => {
    const { accessToken, refreshToken } = await register();
    const { headers } = await service.signOut(as(accessToken));
    expect(headers["Set-Cookie"]).toMatch(/^archwright_refresh=; .*Max-Age=0; Secure$/);
    await expect(refresh(refreshToken)).rejects.toMatchObject({ status: 401 });
  });
});
