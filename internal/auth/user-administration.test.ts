import { beforeAll, expect, test, vi } from "vitest";
import { standingTopic } from "../core/auth/standing.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { Desk, nobody } from "./testing/desk.ts";

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
