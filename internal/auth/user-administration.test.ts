import { hash } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { standingTopic } from "../core/auth/standing.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { Desk, day, nobody } from "./testing/desk.ts";

const passphrase = "violet umbrella spoon 41";

forEachDatabase((_, database) => {
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk(database());
  });

  test("an account that is created can sign in, and has an organization of its own", async () => {
    const { name, email } = desk.person();
    const made = await desk.service.createUser(nobody, { body: { name, email: email.toUpperCase(), password: passphrase } });
    expect(made).toMatchObject({ email, name, administrator: false });
    const { body } = await desk.service.signIn(nobody, { body: { email, password: passphrase } });
    expect(body.user.id).toBe(made.id);
    expect(desk.memberships.filter(({ userId }) => userId === made.id)).toHaveLength(1);
    const easy = desk.service.createUser(nobody, { body: { name, email: `x${email}`, password: "password1234" } });
    await expect(easy).rejects.toMatchObject({ status: 422 });
    expect((await desk.service.listUsers(nobody)).map((one) => one.email)).toContain(email);
  });

  test("all accounts are listed, however many there are", async () => {
    const before = (await desk.service.listUsers(nobody)).length;
    for (let made = 0; made < 210; made++) await desk.parts.users.insert(nobody, desk.person());
    const listed = await desk.service.listUsers(nobody);
    expect(listed).toHaveLength(before + 210);
    expect(JSON.stringify(listed)).not.toMatch(/argon2|password/i);
  });

  test("another password ends all sessions of the account, and its owner hears of it", async () => {
    const { email, refreshToken } = await desk.register();
    await desk.service.setPassword(nobody, { email, body: { password: passphrase } });
    await expect(desk.refresh(refreshToken)).rejects.toMatchObject({ status: 401 });
    await expect(desk.signIn(email)).rejects.toMatchObject({ status: 401 });
    expect((await desk.service.signIn(nobody, { body: { email, password: passphrase } })).body.user.email).toBe(email);
    expect(desk.core.mailed.filter(({ to }) => to === email).map(({ subject }) => subject)).toEqual(["Your password was set anew"]);
    const unknown = desk.service.setPassword(nobody, { email: "nobody@example.com", body: { password: passphrase } });
    await expect(unknown).rejects.toMatchObject({ status: 404 });
  });

  test("all sessions of an account can be ended, and of no other", async () => {
    const [ada, eve] = [await desk.register(), await desk.register()];
    await desk.service.endSessions(nobody, { email: ` ${ada.email.toUpperCase()}` });
    await expect(desk.refresh(ada.refreshToken)).rejects.toMatchObject({ status: 401 });
    await desk.refresh(eve.refreshToken);
  });

  test("an account that is disabled lets nobody in, whatever they have or show, until it is enabled; strangers learn nothing", async () => {
    const { email, user, accessToken, refreshToken } = await desk.register();
    const ctx = desk.as(accessToken, ["things.read"]);
    const given = { name: "CI", permissions: ["things.read"], expiresAt: new Date(desk.core.now().getTime() + day).toISOString() };
    const { token } = await desk.service.createServiceToken(ctx, { body: given });
    const tokenStanding = () => desk.service.serviceTokenStanding(nobody, { hash: hash("sha256", token, "hex") });
    expect(await tokenStanding()).toMatchObject({ alive: true });
    const told = vi.fn();
    desk.core.live.subscribe(standingTopic(user.id), told);

    await desk.service.setDisabled(nobody, { email, body: { disabled: true } });
    expect(told).toHaveBeenCalled();
    expect(await desk.standingOf(accessToken)).toMatchObject({ alive: false });
    expect(await tokenStanding()).toEqual({ alive: false });
    await expect(desk.refresh(refreshToken)).rejects.toMatchObject({ status: 401 });
    await expect(desk.signIn(email)).rejects.toMatchObject({ status: 403, message: expect.stringContaining("disabled") });
    const guess = desk.service.signIn(nobody, { body: { email, password: "wrong" } });
    await expect(guess).rejects.toMatchObject({ status: 401 });
    expect((await desk.service.listUsers(nobody)).find(({ id }) => id === user.id)).toMatchObject({ disabled: true });

    await desk.service.setDisabled(nobody, { email, body: { disabled: false } });
    expect((await desk.signIn(email)).user).toMatchObject({ id: user.id });
    expect(await tokenStanding()).toMatchObject({ alive: true });
    await expect(desk.refresh(refreshToken)).rejects.toMatchObject({ status: 401 });
    const letters = desk.core.mailed.filter(({ to }) => to === email).map(({ subject }) => subject);
    expect(letters).toEqual(["A service token was made", "Your account was disabled", "Your account is open again"]);
  });

  test("an account without sessions, whose service tokens go on, is heard of at once too", async () => {
    const { email, user, accessToken } = await desk.register();
    await desk.service.signOutEverywhere(desk.as(accessToken), {});
    const told = vi.fn();
    desk.core.live.subscribe(standingTopic(user.id), told);
    await desk.service.setDisabled(nobody, { email, body: { disabled: true } });
    expect(told).toHaveBeenCalledOnce();
  });

  test("a session that was opened in the same moment is worth nothing either", async () => {
    const { email, accessToken, refreshToken, user } = await desk.register();
    // As if somebody had signed in in the very moment in which the sessions were ended.
    await desk.parts.users.update(nobody, user.id, { disabledAt: desk.core.now().toISOString() });
    expect(await desk.standingOf(accessToken)).toMatchObject({ alive: false });
    await expect(desk.refresh(refreshToken)).rejects.toMatchObject({ status: 401 });
    await desk.service.setDisabled(nobody, { email, body: { disabled: false } });
    await expect(desk.refresh(refreshToken)).rejects.toMatchObject({ status: 401 });
  });

  test("who runs the platform is said anew, and is heard at once", async () => {
    const { email, user, accessToken } = await desk.register();
    const told = vi.fn();
    desk.core.live.subscribe(standingTopic(user.id), told);
    await desk.service.setAdministrator(nobody, { email, body: { administrator: true } });
    expect(told).toHaveBeenCalledOnce();
    expect(await desk.standingOf(accessToken)).toMatchObject({ administrator: true });
    await desk.service.setAdministrator(nobody, { email, body: { administrator: false } });
    expect(await desk.standingOf(accessToken)).toMatchObject({ administrator: false });
  });
});
