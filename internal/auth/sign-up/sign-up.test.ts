import { hash } from "@node-rs/argon2";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { AuthService } from "../../../generated/auth/service.gen.ts";
import type { MailEnds } from "../../core/mail/mailer.ts";
import { claimsOf } from "../../core/testing/core.ts";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import { authService } from "../auth-service.ts";
import { goodPassword, type OpenAuth, openAuth } from "../testing/open-auth.ts";

vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  return { ...real, hash: vi.fn(real.hash) };
});

forEachDatabase((_, database) => {
  let auth: OpenAuth;
  /** The service where mail ends so; the one with people unless told. */
  let where: Record<MailEnds, AuthService>;
  let service: AuthService;
  beforeAll(async () => {
    auth = openAuth(database());
    const at = (ends: MailEnds) => authService({ ...auth.parts, core: { ...auth.core, mailer: { ...auth.core.mailer, ends } } });
    where = { people: at("people"), outbox: at("outbox"), nowhere: at("nowhere") };
    service = where.people;
    await auth.register();
  });
  let people = 0;
  const person = () => ({ email: `new${++people}@example.com`, name: "Grace", password: goodPassword });
  const dead = { status: 422, errors: [{ pointer: "/token" }] };

  /** Asks for an account. Gives the token that went to its address. */
  async function asked(who: ReturnType<typeof person>): Promise<string> {
    await service.signUp(auth.nobody, { body: who });
    await auth.takeUp();
    return auth.linkTo(who.email);
  }
  const confirm = (token: string, password = goodPassword) => service.confirmSignUp(auth.nobody, { body: { token, password } });

  describe("asking for an account", () => {
    test("makes one when the link is opened by who chose the password: its address is proven, and its person signed in", async () => {
      const who = person();
      await asked({ ...who, email: who.email.toUpperCase() });
      expect(await auth.parts.users.findByEmail(auth.nobody, who.email)).toBeUndefined();
      const { body } = await confirm(auth.linkTo(who.email));
      expect(body.user).toMatchObject({ email: who.email, name: "Grace" });
      expect(claimsOf(String(body.accessToken))).toMatchObject({ user: body.user.id, roles: ["owner"] });
      const user = await auth.parts.users.findByEmail(auth.nobody, who.email);
      expect(user).toMatchObject({ emailVerifiedAt: expect.any(String), administrator: false });
      await service.signIn(auth.nobody, { body: { email: who.email, password: goodPassword } });
    });

    test("answers alike, and does the same work, whether the address has an account or not", async () => {
      const ada = await auth.register();
      const looks = (["find", "findByEmail", "list"] as const).map((name) => vi.spyOn(auth.parts.users, name));
      const insert = vi.spyOn(auth.parts.signUps, "insert");
      const [letters, events] = [auth.core.mailed.length, auth.core.appended.length];
      const work: unknown[] = [];
      for (const email of [ada.email, person().email]) {
        vi.mocked(hash).mockClear();
        const answer = await service.signUp(auth.nobody, { body: { ...person(), email } });
        work.push([answer, vi.mocked(hash).mock.calls.length, insert.mock.calls.length]);
        insert.mockClear();
      }
      expect(work[0]).toEqual(work[1]);
      expect(work[0]).toEqual([undefined, 1, 1]);
      for (const look of looks) expect(look).not.toHaveBeenCalled();
      expect(auth.core.mailed).toHaveLength(letters);
      expect(JSON.stringify(auth.core.appended.slice(events))).not.toMatch(/@|argon2|Grace/);
      vi.restoreAllMocks();
      await auth.takeUp();
      // Only its owner hears that there is one.
      expect(auth.mailedTo(ada.email).at(-1)).toBe("You have an account already");
      expect(auth.core.mailed).toHaveLength(letters + 2);
    });

    test("the link alone makes no account of who asked with another's address, and stays good", async () => {
      const token = await asked(person());
      await expect(confirm(token, "not what was chosen")).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/password" }] });
      await confirm(token);
    });

    test("the link works once, also for two at once, and for an hour", async () => {
      const token = await asked(person());
      const ends = await Promise.allSettled([confirm(token), confirm(token)]);
      expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(ends.find(({ status }) => status === "rejected")).toMatchObject({ reason: dead });
      await expect(confirm(token)).rejects.toMatchObject(dead);
      await expect(confirm("never-sent")).rejects.toMatchObject(dead);
      const late = await asked(person());
      auth.core.advance(3_600_001);
      await expect(confirm(late)).rejects.toMatchObject(dead);
    });

    test("of several links to one address the first that is opened makes the account", async () => {
      const who = person();
      const [first, second] = [await asked(who), await asked(who)];
      await confirm(first);
      await expect(confirm(second)).rejects.toMatchObject(dead);
      expect(await auth.parts.users.findByEmail(auth.nobody, who.email)).toBeDefined();
    });

    test("is limited for each address, known or not, and takes no easy password", async () => {
      const ada = await auth.register();
      for (const email of [ada.email, person().email]) {
        for (let tries = 0; tries < 5; tries++) await service.signUp(auth.nobody, { body: { ...person(), email } });
        await expect(service.signUp(auth.nobody, { body: { ...person(), email } })).rejects.toMatchObject({ status: 429 });
      }
      const easy = service.signUp(auth.nobody, { body: { ...person(), password: "password1234" } });
      await expect(easy).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/password" }] });
    });
  });

  describe("registering at once", () => {
    test("is refused where mail goes to people, before anything is looked up: it tells nothing of addresses", async () => {
      const ada = await auth.register();
      const look = vi.spyOn(auth.parts.users, "findByEmail");
      const refusals = [];
      for (const email of [ada.email, person().email]) {
        for (const at of ["people", "nowhere"] as const)
          refusals.push(await where[at].register(auth.nobody, { body: { ...person(), email } }).catch((error) => error.document()));
      }
      expect(refusals[0]).toMatchObject({ status: 403 });
      for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
      expect(look).not.toHaveBeenCalled();
      vi.restoreAllMocks();
      expect(await service.getSetup(auth.nobody)).toEqual({ firstAccount: false, registration: true, confirmation: true });
    });

    test("where no mail can be sent and others reach the platform, nobody new comes in uninvited", async () => {
      expect(await where.nowhere.getSetup(auth.nobody)).toMatchObject({ registration: false });
      await expect(where.nowhere.signUp(auth.nobody, { body: person() })).rejects.toMatchObject({ status: 403 });
    });

    test("is for this machine alone where mail stays in its outbox", async () => {
      const who = person();
      expect((await where.outbox.register(auth.nobody, { body: who })).body.user).toMatchObject({ email: who.email });
    });
  });
});
