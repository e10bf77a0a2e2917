import { beforeAll, describe, expect, test, vi } from "vitest";
import { authOperations } from "../../../generated/auth/server.gen.ts";
import type { SessionId } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import { secretHash } from "../secret.ts";
import { goodPassword, type OpenAuth, openAuth, type Person } from "../testing/open-auth.ts";

const second = 1000;
const grant_type = "urn:ietf:params:oauth:grant-type:device_code";

test.each([
  ["lookUpDevice", "authenticated", { limit: 10, windowSeconds: 60, by: "user" }],
  ["decideDevice", "authenticated", { limit: 10, windowSeconds: 60, by: "user" }],
  ["beginDeviceSignIn", "public", { limit: 10, windowSeconds: 60, by: "ip" }],
  ["deviceToken", "public", { limit: 60, windowSeconds: 60, by: "ip" }],
] as const)("%s is for who is %s, so often", (id, permission, rateLimit) => {
  expect(authOperations.find((operation) => operation.id === id)).toMatchObject({ permission, rateLimit });
});

forEachDatabase((_dialect, database) => {
  let auth: OpenAuth;
  beforeAll(() => {
    auth = openAuth(database());
  });
  const begin = () => auth.service.beginDeviceSignIn(auth.nobody, { body: { client_id: "archwright-cli" } });
  const ask = (device_code: string) => auth.service.deviceToken(auth.nobody, { body: { grant_type, device_code } });
  const refusal = (error: string) => ({ told: { status: 400, body: expect.objectContaining({ error }) } });
  const sessionOf = ({ actor }: Context) => (actor.kind === "user" ? actor.session : "") as SessionId;
  const wait = () => auth.core.advance(6 * second);

  test("a program gets a session once its user has approved, and its codes work once", async () => {
    const ada = await auth.person();
    const { device_code, user_code, verification_uri, verification_uri_complete, interval, expires_in } = await begin();
    expect({ interval, expires_in, verification_uri }).toEqual({
      interval: 5,
      expires_in: 600,
      verification_uri: "https://platform.example/device",
    });
    expect(user_code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    expect(verification_uri_complete).toBe(`${verification_uri}?code=${user_code}`);
    await expect(ask(device_code)).rejects.toMatchObject(refusal("authorization_pending"));

    const typed = user_code.toLowerCase().replace("-", " ");
    expect(await auth.service.lookUpDevice(ada.ctx, { body: { userCode: typed } })).toMatchObject({
      client: "archwright-cli",
      address: "198.51.100.7",
    });
    await auth.service.decideDevice(ada.ctx, { body: { userCode: typed, approve: true } });
    expect(auth.mailedTo(ada.email).at(-1)).toBe("A program was let in");
    wait();
    const tokens = await ask(device_code);
    expect(tokens).toMatchObject({ token_type: "Bearer", expires_in: 900 });
    expect(auth.as(tokens.access_token).actor).toMatchObject({ id: ada.id });
    await auth.service.refresh(auth.nobody, { body: { refreshToken: tokens.refresh_token } });
    wait();
    await expect(ask(device_code)).rejects.toMatchObject(refusal("invalid_grant"));
  });

  test.each([[["pwd"]], [["hwk", "mfa"]]])(
    "its session has shown what the one has in which it was approved, %j, and no more",
    async (methods) => {
      const ada = await auth.person();
      await auth.parts.sessions.update(ada.ctx, sessionOf(ada.ctx), { methods });
      const { device_code, user_code } = await begin();
      await auth.service.decideDevice(ada.ctx, { body: { userCode: user_code, approve: true } });
      const { access_token } = await ask(device_code);
      expect((await auth.parts.sessions.find(ada.ctx, sessionOf(auth.as(access_token))))?.methods).toEqual(methods);
    },
  );

  test("its codes are kept as hashes only, of 256 and of 34 random bits, and none stands for the other", async () => {
    const guessable = vi.spyOn(Math, "random");
    const { device_code, user_code } = await begin();
    expect(guessable).not.toHaveBeenCalled();
    guessable.mockRestore();
    expect(Buffer.from(device_code, "base64url")).toHaveLength(32);
    const letters = user_code.replace("-", "");
    for (const [find, code] of [
      [auth.parts.deviceSignIns.findByHash, device_code],
      [auth.parts.deviceSignIns.findByUserCode, letters],
    ] as const)
      expect(await find.call(auth.parts.deviceSignIns, auth.nobody, code)).toBeUndefined();
    const row = await auth.parts.deviceSignIns.findByHash(auth.nobody, secretHash(device_code));
    expect(row).toMatchObject({ client: "archwright-cli", state: "waiting" });
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`${device_code}|${letters}|${user_code}`));
  });

  test("a question that comes while another is answered is told to slow down", async () => {
    const ada = await auth.person();
    const { device_code, user_code } = await begin();
    await auth.service.decideDevice(ada.ctx, { body: { userCode: user_code, approve: true } });
    const rows = auth.parts.deviceSignIns;
    const remove = rows.delete.bind(rows);
    // The other one writes down that it has asked, just before the first would be done.
    vi.spyOn(rows, "delete").mockImplementationOnce(async (ctx, id, expected) => {
      await rows.update(ctx, id, { askedAt: auth.core.now().toISOString() });
      return remove(ctx, id, expected);
    });
    await expect(ask(device_code)).rejects.toMatchObject(refusal("slow_down"));
    vi.restoreAllMocks();
    wait();
    expect(auth.as((await ask(device_code)).access_token).actor).toMatchObject({ id: ada.id });
  });

  describe("a program that was let in gets nothing", () => {
    const ends: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
      "their session was ended by itself": ({ ctx }) => auth.service.deleteSession(ctx, sessionOf(ctx)),
      "all their sessions were ended": ({ ctx }) => auth.service.signOutEverywhere(ctx, {}),
      "their account was disabled": ({ email }) => auth.service.setDisabled(auth.nobody, { email, body: { disabled: true } }),
      "their password was set anew": ({ email }) => auth.service.setPassword(auth.nobody, { email, body: { password: goodPassword } }),
    };
    test.each(Object.entries(ends))("once %s", async (_, end) => {
      const ada = await auth.person();
      const { device_code, user_code } = await begin();
      await auth.service.decideDevice(ada.ctx, { body: { userCode: user_code, approve: true } });
      await end(ada);
      await expect(ask(device_code)).rejects.toMatchObject(refusal("access_denied"));
      expect(await auth.parts.sessions.listAll(ada.ctx)).toEqual([]);
      wait();
      await expect(ask(device_code)).rejects.toMatchObject(refusal("invalid_grant"));
    });
  });

  test("of two who decide at once on one code, one does, and the program is theirs", async () => {
    const [ada, eve] = [await auth.person(), await auth.person()];
    const { device_code, user_code } = await begin();
    const decisions = await Promise.allSettled(
      [ada, eve].map(({ ctx }) => auth.service.decideDevice(ctx, { body: { userCode: user_code, approve: true } })),
    );
    const [winner] = [ada, eve].filter((_, index) => decisions[index]?.status === "fulfilled");
    expect(decisions.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(auth.as((await ask(device_code)).access_token).actor).toMatchObject({ id: winner?.id });
  });

  test("who asks too soon is told to slow down, more each time", async () => {
    const { device_code } = await begin();
    await expect(ask(device_code)).rejects.toMatchObject(refusal("authorization_pending"));
    auth.core.advance(4 * second);
    await expect(ask(device_code)).rejects.toMatchObject(refusal("slow_down"));
    auth.core.advance(6 * second);
    await expect(ask(device_code)).rejects.toMatchObject(refusal("slow_down"));
    auth.core.advance(16 * second);
    await expect(ask(device_code)).rejects.toMatchObject(refusal("authorization_pending"));
  });

  test("asking twice at once gives one session at the most", async () => {
    const ada = await auth.person();
    const { device_code, user_code } = await begin();
    await auth.service.decideDevice(ada.ctx, { body: { userCode: user_code, approve: true } });
    const before = (await auth.parts.sessions.listAll(ada.ctx)).length;
    const ends = await Promise.allSettled([ask(device_code), ask(device_code), ask(device_code)]);
    expect(ends.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
    for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject({ told: { status: 400 } });
    expect((await auth.parts.sessions.listAll(ada.ctx)).length).toBeLessThanOrEqual(before + 1);
  });

  describe("refuses", () => {
    test("when the user does not approve", async () => {
      const ada = await auth.person();
      const { device_code, user_code } = await begin();
      await auth.service.decideDevice(ada.ctx, { body: { userCode: user_code, approve: false } });
      await expect(ask(device_code)).rejects.toMatchObject(refusal("access_denied"));
      wait();
      await expect(ask(device_code)).rejects.toMatchObject(refusal("invalid_grant"));
    });

    test("after ten minutes, both the program and its user", async () => {
      const ada = await auth.person();
      const { device_code, user_code } = await begin();
      auth.core.advance(600 * second + 1);
      await expect(ask(device_code)).rejects.toMatchObject(refusal("expired_token"));
      const body = { userCode: user_code, approve: true };
      await expect(auth.service.decideDevice(ada.ctx, { body })).rejects.toMatchObject({ status: 404 });
    });

    test("a second decision on the same code, a code that is none, and another grant", async () => {
      const ada = await auth.person();
      const { device_code, user_code } = await begin();
      await auth.service.decideDevice(ada.ctx, { body: { userCode: user_code, approve: false } });
      const body = { userCode: user_code, approve: true };
      await expect(auth.service.decideDevice(ada.ctx, { body })).rejects.toMatchObject({ status: 404 });
      await expect(auth.service.lookUpDevice(ada.ctx, { body: { userCode: "BCDF-GHJK" } })).rejects.toMatchObject({ status: 404 });
      await expect(ask(user_code)).rejects.toMatchObject(refusal("invalid_grant"));
      const other = { grant_type: "password", device_code };
      await expect(auth.service.deviceToken(auth.nobody, { body: other })).rejects.toMatchObject(refusal("unsupported_grant_type"));
    });
  });
});
