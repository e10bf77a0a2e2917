import { setTimeout as sleep } from "node:timers/promises";
import { verify } from "@node-rs/argon2";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { authOperations } from "../../generated/auth/server.gen.ts";
import type { AuthService } from "../../generated/auth/service.gen.ts";
import type { OrganizationsService } from "../../generated/contracts/organizations.gen.ts";
import { hashPassword, passwordMatches } from "../core/auth/passwords.ts";
import { secretHash } from "../core/auth/session-cookies.ts";
import type { Problem } from "../core/problems/problem.ts";
import { claimsOf } from "../core/testing/core.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { authService } from "./auth-service.ts";
import { Desk, day, nobody, openFresh, password, stranger } from "./testing/desk.ts";

vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});

const ended = { status: 401 };

/** The service while registration is closed. */
const closedAt = ({ parts }: Desk, contracts = parts.contracts): AuthService =>
  authService({ ...parts, contracts, config: { ...parts.config, registration: "closed" } });

/** Beside what is counted by account, wherever a try comes from. */
test.each([
  ["signIn", 10, 60, "ip"],
  ["signInSecondFactor", 5, 60, "ip"],
  ["signInByPasskey", 10, 60, "ip"],
  ["signInByLink", 20, 60, "ip"],
  ["signInByProvider", 20, 60, "ip"],
  ["requestPasswordReset", 3, 300, "ip"],
  ["resetPassword", 20, 60, "ip"],
  ["requestMagicLink", 3, 300, "ip"],
  ["signUp", 5, 60, "ip"],
  ["confirmSignUp", 10, 60, "ip"],
  ["register", 20, 60, "ip"],
  ["changePassword", 10, 60, "user"],
  ["confirmTotp", 5, 60, "user"],
  ["changeEmail", 3, 300, "user"],
] as const)("%s may be tried %i times in %i s by one %s", (operation, limit, windowSeconds, by) => {
  expect(authOperations.find(({ id }) => id === operation)?.rateLimit).toEqual({ limit, windowSeconds, by });
});

/** A session that a second use ends, a challenge or a code that is used up, a question that came too soon: none of it may roll back. */
test.each([
  ...["refresh", "signIn", "signInSecondFactor", "confirmTotp", "addPasskey", "signInByPasskey", "signInByProvider", "linkIdentity"],
  ...["signInByLink", "deviceToken"],
])("what %s has done stays when it is refused", (operation) => {
  expect(authOperations.find(({ id }) => id === operation)?.transaction).toBe("none");
});

forEachDatabase((dialect, database) => {
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk(database());
  });

  describe("registering", () => {
    test("the first account can be created though registration is closed, and no second one", async () => {
      const closed = closedAt(desk);
      expect(await closed.getSetup(nobody)).toEqual({ firstAccount: true, registration: true, confirmation: false });
      await closed.register(nobody, { body: desk.person() });
      expect(await closed.getSetup(nobody)).toEqual({ firstAccount: false, registration: false, confirmation: false });
      await expect(closed.register(nobody, { body: desk.person() })).rejects.toMatchObject({ status: 403 });
      expect(await desk.service.getSetup(nobody)).toEqual({ firstAccount: false, registration: true, confirmation: false });
    });

    test("of several that would be the first while registration is closed, one is", async () => {
      const place = await openFresh(dialect);
      const fresh = new Desk(place.database);
      const { organizations } = fresh.parts.contracts;
      // Long enough for the others to come while the first has not been committed.
      const slow: OrganizationsService = {
        ...organizations,
        createOrganization: async (...given) => {
          await sleep(500);
          return organizations.createOrganization(...given);
        },
      };
      const closed = closedAt(fresh, { organizations: slow });
      const ends = await Promise.allSettled(Array.from({ length: 5 }, () => closed.register(nobody, { body: desk.person() })));
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject({ status: 403 });
      await place.close();
    });

    test("makes the first account a platform administrator, and no other", async () => {
      const place = await openFresh(dialect);
      const fresh = new Desk(place.database);
      const all = await Promise.all(Array.from({ length: 4 }, () => fresh.service.register(nobody, { body: fresh.person() })));
      const me = await Promise.all(all.map(({ body }) => fresh.service.getMe(fresh.as(String(body.accessToken)))));
      expect(me.filter(({ administrator }) => administrator)).toHaveLength(1);
      await place.close();
    });

    test("makes an account with an organization of its own, whose owner is signed in", async () => {
      const before = desk.core.appended.length;
      const { body, headers } = await desk.service.register(nobody, {
        body: { ...desk.person(), email: "  Grace@Example.COM ", name: "Grace" },
      });
      expect(body).toMatchObject({ expiresIn: 900, user: { email: "grace@example.com", name: "Grace" } });
      expect(headers).toEqual({});
      const claims = claimsOf(String(body.accessToken));
      expect(claims).toMatchObject({ user: body.user.id, roles: ["owner"] });
      expect(desk.memberships.find(({ userId }) => userId === body.user.id)).toMatchObject({ organizationId: claims.organization });
      const me = await desk.service.getMe(desk.as(String(body.accessToken), ["b.write", "a.read"]));
      expect(me).toEqual({
        user: body.user,
        session: claims.session,
        emailVerified: false,
        lacks: [],
        administrator: false,
        organization: { id: claims.organization, name: "Acme" },
        roles: ["owner"],
        permissions: ["a.read", "b.write"],
      });
      const [event] = desk.core.appended.slice(before);
      expect(event).toMatchObject({ type: "auth.user.created", aggregate: body.user.id });
      expect(JSON.stringify(event)).not.toContain("argon2");
    });

    test("an address that is taken, however it is written, is refused and leaves nothing behind", async () => {
      const who = desk.person();
      await desk.service.register(nobody, { body: who });
      const before = desk.memberships.length;
      const again = desk.service.register(nobody, { body: { ...who, email: who.email.toUpperCase() } });
      await expect(again).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/email" }] });
      expect(desk.memberships).toHaveLength(before);
    });

    test("keeps the password only as an Argon2id hash with OWASP's parameters", async () => {
      const { email } = (await desk.service.register(nobody, { body: desk.person() })).body.user;
      const user = await desk.parts.users.findByEmail(nobody, email);
      expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });
  });

  describe("signing in", () => {
    test("takes the right password, for the address however it is written", async () => {
      const { email, user } = await desk.register();
      const body = await desk.signIn(` ${email.toUpperCase()}`);
      expect(body.user).toEqual(user);
      expect(claimsOf(body.accessToken)).toMatchObject({ user: user.id, roles: ["owner"] });
    });

    test("gives the same answer for a wrong password and for an unknown address", async () => {
      const { email } = await desk.register();
      const wrong = await desk.service.signIn(nobody, { body: { email, password: "wrong" } }).catch((error) => error);
      const unknown = await desk.service.signIn(nobody, { body: { email: "unknown@example.com", password } }).catch((error) => error);
      expect(wrong.status).toBe(401);
      expect(unknown.document()).toEqual(wrong.document());
    });

    test("does the same work for a wrong password, an unknown address and an account without a password", async () => {
      const { email } = await desk.register();
      const passkey = await desk.parts.users.insert(nobody, { email: `passkey-${email}`, name: "Ada" });
      // The hash for unknown addresses is made once.
      await passwordMatches(undefined, password);
      const work: number[] = [];
      for (const address of [email, `unknown-${email}`, passkey.email]) {
        vi.mocked(verify).mockClear();
        const refused = desk.service.signIn(nobody, { body: { email: address, password: "wrong password" } });
        await expect(refused).rejects.toMatchObject({ status: 401 });
        work.push(vi.mocked(verify).mock.calls.length);
        // One hash, of the same parameters.
        expect(vi.mocked(verify).mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      }
      expect(work).toEqual([1, 1, 1]);
      expect(await passwordMatches(undefined, password)).toBe(false);
    });

    test("puts all tokens into cookies, when asked to, and none into the answer", async () => {
      const { email } = await desk.register();
      const { body, access, csrf } = await desk.signInWithCookies(email);
      expect(Object.keys(body).toSorted()).toEqual(["expiresIn", "user"]);
      expect(claimsOf(access).csrf).toBe(secretHash(csrf));
    });

    test("goes on in a browser that signed in before, whatever strangers try; it is counted by itself, for its account alone", async () => {
      const [ada, eve] = [await desk.register(), await desk.register()];
      const attempt = (email: string, given: string, archwrightKnown?: string) =>
        desk.service.signIn(stranger, { body: { email, password: given }, ...(archwrightKnown === undefined ? {} : { archwrightKnown }) });
      const { known } = await desk.signInWithCookies(ada.email);
      const { known: other } = await desk.signInWithCookies(eve.email);
      await Promise.allSettled(Array.from({ length: 10 }, () => attempt(ada.email, "wrong")));
      for (const cookie of [undefined, "forged", other])
        await expect(attempt(ada.email, password, cookie)).rejects.toMatchObject({ status: 429 });
      expect((await attempt(ada.email, password, known)).body.user.id).toBe(ada.user.id);
      const guesses = await Promise.allSettled(Array.from({ length: 9 }, () => attempt(ada.email, "wrong", known)));
      for (const guess of guesses) expect(guess).toMatchObject({ reason: { status: 401 } });
      await expect(attempt(ada.email, password, known)).rejects.toMatchObject({ status: 429 });
    });

    test("knows no browser from before the sessions of all were ended, nor after three months", async () => {
      const { email, accessToken } = await desk.register();
      const shut = async (archwrightKnown: string) => {
        await Promise.allSettled(Array.from({ length: 10 }, () => desk.service.signIn(stranger, { body: { email, password: "wrong" } })));
        const attempt = desk.service.signIn(stranger, { body: { email, password }, archwrightKnown });
        await expect(attempt).rejects.toMatchObject({ status: 429 });
        desk.core.advance(60_000);
      };
      const { known } = await desk.signInWithCookies(email);
      await desk.service.signOutEverywhere(desk.as(accessToken), {});
      await shut(known);
      const { known: later } = await desk.signInWithCookies(email);
      desk.core.advance(90 * day);
      await shut(later);
    });

    test("is tried ten times in a minute for one account, whoever tries, and whether there is one", async () => {
      const known = await desk.register();
      const refusals: unknown[] = [];
      for (const email of [known.email, `nobody-${known.email}`]) {
        const tries = Array.from({ length: 10 }, () => desk.service.signIn(nobody, { body: { email, password: "wrong" } }));
        for (const one of await Promise.allSettled(tries)) expect(one).toMatchObject({ reason: { status: 401 } });
        refusals.push(await desk.service.signIn(stranger, { body: { email, password } }).catch((error: Problem) => error.document()));
      }
      expect(refusals[0]).toMatchObject({ status: 429 });
      expect(refusals[1]).toMatchObject({ status: 429 });
      desk.core.advance(40_000);
      await expect(desk.signIn(known.email)).rejects.toMatchObject({ status: 429 });
      desk.core.advance(20_000);
      expect((await desk.signIn(known.email)).user).toEqual(known.user);
    });
  });

  describe("the profile", () => {
    test("changes by its own user", async () => {
      const { accessToken, email } = await desk.register();
      expect(await desk.service.changeMe(desk.as(accessToken), { body: { name: "Countess" } })).toMatchObject({ name: "Countess", email });
      expect(await desk.service.getMe(desk.as(accessToken))).toMatchObject({ user: { name: "Countess" } });
      expect(desk.core.appended.at(-1)).toMatchObject({ type: "auth.user.updated" });
    });

    test("has a password that changes with the current one; all other sessions end", async () => {
      const { email, accessToken, refreshToken } = await desk.register();
      const other = await desk.signIn(email);
      const next = "a brand new passphrase";
      const wrong = desk.service.changePassword(desk.as(accessToken), { body: { current: "wrong", password: next } });
      await expect(wrong).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/current" }] });
      await desk.service.changePassword(desk.as(accessToken), { body: { current: password, password: next } });
      await expect(desk.refresh(other.refreshToken)).rejects.toMatchObject(ended);
      expect((await desk.refresh(refreshToken)).user.email).toBe(email);
      await expect(desk.signIn(email)).rejects.toMatchObject({ status: 401 });
      expect((await desk.service.signIn(nobody, { body: { email, password: next } })).body.user.email).toBe(email);
    });

    test("has no password that changes while somebody else sets another", async () => {
      const { user, accessToken } = await desk.register();
      const elsewhere = await hashPassword("copper tundra 9 saxophone");
      vi.mocked(verify).mockImplementationOnce(async () => {
        await desk.parts.users.update(nobody, user.id, { passwordHash: elsewhere });
        return true;
      });
      const late = desk.service.changePassword(desk.as(accessToken), { body: { current: password, password: "a brand new passphrase" } });
      await expect(late).rejects.toMatchObject({ status: 412 });
      expect(await desk.parts.users.find(nobody, user.id)).toMatchObject({ passwordHash: elsewhere });
    });

    test("takes no password that is easily guessed, at registering nor later", async () => {
      const who = desk.person();
      for (const bad of ["password1234", "qwertyuiop123", "aaaaaaaaaaaaaaa", `${who.email}1`]) {
        const refused = desk.service.register(nobody, { body: { ...who, password: bad } });
        await expect(refused).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/password" }] });
      }
      const { accessToken } = await desk.register();
      const change = desk.service.changePassword(desk.as(accessToken), { body: { current: password, password: "iloveyou1234" } });
      await expect(change).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/password" }] });
    });
  });
});
