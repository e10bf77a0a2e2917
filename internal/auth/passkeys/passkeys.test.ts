import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, test } from "vitest";
import type { PasskeyProof } from "../../../generated/auth/types.gen.ts";
import { newId } from "../../core/ids/ids.ts";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import { type Authenticator, authenticator, type Forgery } from "../testing/authenticator.ts";
import { type OpenAuth, openAuth, type Person } from "../testing/open-auth.ts";

const minute = 60_000;
const page = "https://platform.example";

forEachDatabase((_, database) => {
  let auth: OpenAuth;
  beforeAll(() => {
    auth = openAuth(database());
  });

  const over = { status: 422, message: expect.stringContaining("took too long, or was done already") };
  const unknown = { status: 401, message: expect.stringContaining("not known here") };
  type Options = { readonly challenge: string } & Record<string, unknown>;
  const creation = async ({ ctx }: Person) => (await auth.service.passkeyOptions(ctx)) as Options;
  const request = async () => (await auth.service.passkeySignInOptions(auth.nobody)) as Options;
  const signIn = (credential: PasskeyProof) => auth.service.signInByPasskey(auth.nobody, { body: { credential } });
  const passkeysOf = ({ ctx }: Person) => auth.parts.passkeys.listAll(ctx);

  /** Gives a person a passkey on a device of its own. */
  async function add(person: Person, name = "Key") {
    const device = authenticator(page);
    const credential = device.make(await creation(person));
    return { device, passkey: await auth.service.addPasskey(person.ctx, { body: { name, credential } }) };
  }
  async function holder(): Promise<Person & { readonly device: Authenticator }> {
    const person = await auth.person();
    return { ...person, device: (await add(person)).device };
  }

  /** Honest in all but one thing. */
  const forgeries: readonly (readonly [string, Forgery])[] = [
    ["on another site", { origin: "https://platform.example.evil.test" }],
    ["on another port of the same host", { origin: `${page}:8443` }],
    ["for another host", { rpId: "evil.test" }],
    ["by a device that did not ask who holds it", { verified: false }],
    ["by a device where nobody was", { present: false, verified: false }],
    ["to a question that nobody asked", { challenge: "bm9ib2R5LWFza2Vk" }],
  ];

  describe("making a passkey", () => {
    test("keeps its public half; its owner hears of it, and the session has seen two factors", async () => {
      const ada = await auth.person();
      const options = await creation(ada);
      expect(options).toMatchObject({
        rp: { id: "platform.example" },
        user: { id: Buffer.from(ada.id).toString("base64url"), name: ada.email },
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        excludeCredentials: [],
      });
      expect(Buffer.from(options.challenge, "base64url")).toHaveLength(32);
      const { device, passkey } = await add(ada, "Phone");
      expect(passkey).toMatchObject({ name: "Phone", synced: false, lastUsedAt: null });
      expect(passkey).not.toHaveProperty("publicKey");
      expect(await passkeysOf(ada)).toMatchObject([{ credentialId: device.id, createdBy: ada.id, transports: ["internal"] }]);
      expect(auth.mailedTo(ada.email).at(-1)).toBe("A passkey was added");
      const [session] = await auth.parts.sessions.listAll(ada.ctx);
      expect(session?.methods).toEqual(["pwd", "hwk", "mfa"]);
    });

    test.each([...forgeries, ["as an answer to signing in", { type: "webauthn.get" }] as const])("is refused %s", async (_, forgery) => {
      const ada = await auth.person();
      const credential = authenticator(page).make(await creation(ada), forgery);
      await expect(auth.service.addPasskey(ada.ctx, { body: { name: "Key", credential } })).rejects.toMatchObject({ status: 422 });
      expect(await passkeysOf(ada)).toEqual([]);
    });

    test("answers a question of its own user, for that purpose, within five minutes, once", async () => {
      const [ada, eve] = [await auth.person(), await auth.person()];
      const make = (person: Person, options: Options, device = authenticator(page)) =>
        auth.service.addPasskey(person.ctx, { body: { name: "Key", credential: device.make(options, { rpId: "platform.example" }) } });
      await expect(make(ada, await request())).rejects.toMatchObject(over);
      await expect(make(ada, await creation(eve))).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/credential" }] });
      const late = await creation(ada);
      auth.core.advance(5 * minute);
      await expect(make(ada, late)).rejects.toMatchObject(over);
      const options = await creation(ada);
      const ends = await Promise.allSettled([make(ada, options), make(ada, options)]);
      expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      await expect(make(ada, options)).rejects.toMatchObject(over);
      expect(await passkeysOf(eve)).toEqual([]);
      expect(await passkeysOf(ada)).toHaveLength(1);
    });

    test("a device that is known is named to the browser, and is taken from nobody", async () => {
      const [ada, eve] = [await holder(), await auth.person()];
      expect((await creation(ada)).excludeCredentials).toEqual([{ id: ada.device.id, type: "public-key", transports: ["internal"] }]);
      expect((await creation(eve)).excludeCredentials).toEqual([]);
      for (const person of [ada, eve]) {
        const again = { name: "Mine now", credential: ada.device.make(await creation(person)) };
        await expect(auth.service.addPasskey(person.ctx, { body: again })).rejects.toMatchObject({ status: 409 });
      }
      const { body } = await signIn(ada.device.prove(await request()));
      expect(body.user.id).toBe(ada.id);
    });

    test("ends with the twenty-fifth, also of questions that were asked before", async () => {
      const ada = await auth.person();
      const fill = (index: number) =>
        auth.parts.passkeys.insert(ada.ctx, { name: `Key ${index}`, credentialId: `${ada.id}-${index}`, publicKey: "AA", counter: 0 });
      for (let index = 0; index < 24; index++) await fill(index);
      const options = await creation(ada);
      await fill(24);
      await expect(creation(ada)).rejects.toMatchObject({ status: 409 });
      const body = { name: "One more", credential: authenticator(page).make(options) };
      await expect(auth.service.addPasskey(ada.ctx, { body })).rejects.toMatchObject({ status: 409 });
      expect(await passkeysOf(ada)).toHaveLength(25);
    });
  });

  describe("signing in with a passkey", () => {
    test("lets its own user in, whoever that is, with two factors shown", async () => {
      const [ada, eve] = [await holder(), await holder()];
      const { device: spare } = await add(ada, "Spare");
      for (const person of [eve, ada, { ...ada, device: spare }]) {
        const options = await request();
        expect(options).toMatchObject({ rpId: "platform.example", userVerification: "required", allowCredentials: [] });
        const { body } = await signIn(person.device.prove(options));
        expect(body.user.id).toBe(person.id);
        const { actor } = auth.as(body.accessToken);
        const session = await auth.parts.sessions.find(person.ctx, actor.kind === "user" ? actor.session : "");
        expect(session?.methods).toEqual(["hwk", "mfa"]);
      }
      for (const passkey of await passkeysOf(ada)) expect(passkey).toMatchObject({ counter: 2, lastUsedAt: expect.any(String) });
    });

    test.each([
      ...forgeries,
      ["as an answer to making one", { type: "webauthn.create" }] as const,
      ["by a copy that has counted less", { counter: 5 }] as const,
      ["by a copy that has counted as much", { counter: 7 }] as const,
      ["by a copy that counts no more", { counter: 0 }] as const,
    ])("is refused %s", async (_, forgery) => {
      const ada = await holder();
      await signIn(ada.device.prove(await request(), { counter: 7 }));
      const attempt = signIn(ada.device.prove(await request(), forgery));
      await expect(attempt).rejects.toMatchObject(forgery.challenge === undefined ? unknown : over);
      expect(await passkeysOf(ada)).toMatchObject([{ counter: 7 }]);
      expect((await signIn(ada.device.prove(await request(), { counter: 8 }))).body.user.id).toBe(ada.id);
    });

    test("of a device and its copy that are used at once, one lets its holder in", async () => {
      const ada = await holder();
      const proofs = [ada.device.prove(await request(), { counter: 9 }), ada.device.prove(await request(), { counter: 9 })];
      const ends = await Promise.allSettled(proofs.map(signIn));
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    test("is refused with a signature of another key, or of something else", async () => {
      const [ada, eve] = [await holder(), await holder()];
      const options = await request();
      const stolen = { ...eve.device.prove(options), id: ada.device.id, rawId: ada.device.id };
      await expect(signIn(stolen)).rejects.toMatchObject(unknown);
      const [first, second] = [ada.device.prove(await request()), ada.device.prove(await request())];
      const mixed = { ...first, response: { ...second.response, signature: first.response.signature } };
      await expect(signIn(mixed)).rejects.toMatchObject(unknown);
    });

    test("answers a question for that purpose, within five minutes, once, also when the answer was wrong", async () => {
      const ada = await holder();
      await expect(signIn(ada.device.prove(await creation(ada)))).rejects.toMatchObject(over);
      const late = await request();
      auth.core.advance(5 * minute);
      await expect(signIn(ada.device.prove(late))).rejects.toMatchObject(over);
      const used = await request();
      const proof = ada.device.prove(used);
      await signIn(proof);
      await expect(signIn(proof)).rejects.toMatchObject(over);
      await expect(signIn(ada.device.prove(used))).rejects.toMatchObject(over);
      const failed = await request();
      await expect(signIn(ada.device.prove(failed, { verified: false }))).rejects.toMatchObject(unknown);
      await expect(signIn(ada.device.prove(failed))).rejects.toMatchObject(over);
      const both = await request();
      const ends = await Promise.allSettled([signIn(ada.device.prove(both)), signIn(ada.device.prove(both))]);
      expect(ends.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
    });

    test("is refused with a passkey that nobody has, or not any more, and for an account that is disabled", async () => {
      await expect(signIn(authenticator(page).prove(await request()))).rejects.toMatchObject(unknown);
      const ada = await holder();
      const [passkey] = await passkeysOf(ada);
      if (passkey === undefined) throw new Error("There is no passkey.");
      await auth.service.setDisabled(auth.nobody, { email: ada.email, body: { disabled: true } });
      await expect(signIn(ada.device.prove(await request()))).rejects.toMatchObject({ status: 403 });
      await auth.service.setDisabled(auth.nobody, { email: ada.email, body: { disabled: false } });
      const { body } = await signIn(ada.device.prove(await request()));
      await auth.service.deletePasskey(auth.as(body.accessToken), passkey.id);
      expect(auth.mailedTo(ada.email).at(-1)).toBe("A passkey was removed");
      await expect(signIn(ada.device.prove(await request()))).rejects.toMatchObject(unknown);
    });
  });

  describe("a passkey as the second factor", () => {
    /** Somebody whose account asks for it, and the challenge of the step that their password leads to. */
    async function atSecondStep() {
      const person = await holder();
      await auth.service.turnOnSecondFactor(person.ctx);
      return { ...person, challenge: await firstStep(person) };
    }
    async function firstStep({ email, password }: Person): Promise<string> {
      const refused = await auth.service.signIn(auth.nobody, { body: { email, password } }).catch((error) => error);
      expect(refused).toMatchObject({ status: 401, slug: "second-factor", extensions: { ways: ["passkey", "recoveryCode"] } });
      return refused.extensions.challenge;
    }
    const question = async (challenge: string) =>
      (await auth.service.secondFactorPasskeyOptions(auth.nobody, { body: { challenge } })) as Options;
    const answer = (challenge: string, passkey: PasskeyProof) =>
      auth.service.signInSecondFactor(auth.nobody, { body: { challenge, passkey } });
    const refused = { status: 401, message: expect.stringContaining("was used before") };

    test("lets its user on, and names the devices of that user alone", async () => {
      const ada = await atSecondStep();
      const options = await question(ada.challenge);
      expect(options.allowCredentials).toEqual([{ id: ada.device.id, type: "public-key", transports: ["internal"] }]);
      const { body } = await answer(ada.challenge, ada.device.prove(options));
      expect(body.user.id).toBe(ada.id);
      const methods = (await auth.parts.sessions.listAll(ada.ctx)).map((session) => session.methods);
      expect(methods).toContainEqual(["pwd", "hwk", "mfa"]);
      await expect(question(ada.challenge)).rejects.toMatchObject(over);
    });

    test("is that of the account alone: another's answers neither its question nor one of its own", async () => {
      const [ada, eve] = [await atSecondStep(), await atSecondStep()];
      await expect(answer(ada.challenge, eve.device.prove(await question(ada.challenge)))).rejects.toMatchObject(refused);
      await expect(answer(ada.challenge, eve.device.prove(await question(eve.challenge)))).rejects.toMatchObject(refused);
      expect((await answer(ada.challenge, ada.device.prove(await question(ada.challenge)))).body.user.id).toBe(ada.id);
    });

    test("answers the question of this step, not one of signing in by passkey alone", async () => {
      const ada = await atSecondStep();
      await expect(answer(ada.challenge, ada.device.prove(await request()))).rejects.toMatchObject(over);
      await expect(signIn(ada.device.prove(await question(ada.challenge)))).rejects.toMatchObject(over);
      const forged = ada.device.prove(await question(ada.challenge), { verified: false });
      await expect(answer(ada.challenge, forged)).rejects.toMatchObject(refused);
    });

    test("is not removed when it is the last, unless there is an app", async () => {
      const ada = await atSecondStep();
      const { passkey: spare } = await add(ada, "Spare");
      const [first] = (await passkeysOf(ada)).filter(({ id }) => id !== spare.id);
      await auth.service.deletePasskey(ada.ctx, spare.id);
      const remove = () => auth.service.deletePasskey(ada.ctx, first?.id ?? newId("pk"));
      await expect(remove()).rejects.toMatchObject({ status: 409 });
      const { secret } = await auth.service.beginTotp(ada.ctx);
      await expect(remove()).rejects.toMatchObject({ status: 409 });
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: auth.core.now().getTime() });
      await auth.service.confirmTotp(ada.ctx, { body: { code } });
      await remove();
      expect(await passkeysOf(ada)).toEqual([]);
    });
  });

  test("another's passkey is not there: neither named anew nor removed", async () => {
    const [ada, eve] = [await holder(), await auth.person()];
    const [passkey] = await passkeysOf(ada);
    const id = passkey?.id ?? newId("pk");
    await expect(auth.service.renamePasskey(eve.ctx, { id, body: { name: "Mine" } })).rejects.toMatchObject({ status: 404 });
    await expect(auth.service.deletePasskey(eve.ctx, id)).rejects.toMatchObject({ status: 404 });
    expect(await auth.service.renamePasskey(ada.ctx, { id, body: { name: "Phone" } })).toMatchObject({ name: "Phone" });
  });
});
