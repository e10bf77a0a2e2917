import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import BetterSqlite3 from "better-sqlite3";
import { Secret, TOTP } from "otpauth";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { register } from "../../cmd/testing/api.ts";
import { chromium, mailedLink, openStage, type Stage, watch } from "./stage.ts";

const password = "violet-anvil 47 marmalade";
const email = "ada@example.com";

// One account goes through all of it: each test begins where the one before ended.
describe.skipIf(chromium === undefined)("signing in", { timeout: 120_000 }, () => {
  let stage: Stage;
  let context: BrowserContext;
  let page: Page;
  let devices: CDPSession;
  let authenticatorId: string;
  let origin: string;
  let secret = "";
  let codes: string[] = [];
  let terminalToken = Promise.resolve("");
  const failures: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
    origin = stage.origin;
    context = await stage.browser.newContext();
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    watch(page, failures);
    devices = await context.newCDPSession(page);
    await devices.send("WebAuthn.enable");
    const options = {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    } as const;
    ({ authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", { options }));
  }, 120_000);

  afterAll(() => stage?.close());

  const linkIn = (path: string, to = email): Promise<string> => mailedLink(stage, to, path);
  async function signOut(): Promise<void> {
    await page.getByText("Profile and theme").first().click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  }
  async function typePassword(typed = password): Promise<void> {
    await page.goto(`${origin}/sign-in`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(typed);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  }
  const isIn = () => page.getByRole("link", { name: "Pipelines" }).first().waitFor();
  /** The code of now; an app's next one where that was taken. */
  const codeOf = (steps = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

  test("a new account confirms its address with the link from its mail", async () => {
    await page.goto(`${origin}/register`);
    await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create account" }).click();
    await isIn();
    await page.goto(`${origin}/account`);
    await page.getByText("Not confirmed yet").waitFor();

    await page.goto(await linkIn("/verify-email"));
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("Confirmed", { exact: true }).waitFor();
  });

  test("an authenticator app becomes the second step, with recovery codes to keep", async () => {
    await page.getByRole("button", { name: "Set up an authenticator app" }).click();
    await page.getByRole("img", { name: "QR code for the authenticator app" }).waitFor();
    secret = (await page.locator("code").textContent()) ?? "";
    await page.getByLabel("Code", { exact: true }).fill("000000");
    await page.getByRole("button", { name: "Turn the second step on" }).click();
    await page.getByText("This code is not right").waitFor();
    await page.getByLabel("Code", { exact: true }).fill(codeOf());
    await page.getByRole("button", { name: "Turn the second step on" }).click();
    await page.getByLabel("I have kept them").waitFor();
    codes = await page.getByRole("list", { name: "Your recovery codes" }).getByRole("listitem").allTextContents();
    expect(codes).toHaveLength(10);
    await page.getByLabel("I have kept them").check();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByText("10 recovery codes left").waitFor();
  });

  test("the password leads to the second step; a recovery code passes it once", async () => {
    await signOut();
    await typePassword();
    await page.getByRole("button", { name: "Use a recovery code" }).click();
    await page.getByLabel("Recovery code").fill(codes[0] ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await isIn();
    await signOut();
    await typePassword();
    await page.getByRole("button", { name: "Use a recovery code" }).click();
    await page.getByLabel("Recovery code").fill(codes[0] ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("This is not right").waitFor();
  });

  test("a code passes it as well", async () => {
    await page.getByRole("button", { name: "Use the authenticator app" }).click();
    await page.getByLabel("Code", { exact: true }).fill(codeOf(1));
    await page.getByRole("button", { name: "Sign in" }).click();
    await isIn();
  });

  test("a passkey is made, named, and signs in by itself", async () => {
    await page.goto(`${origin}/account`);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill("Key of the test");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("listitem").getByText("Key of the test").waitFor();
    const { credentials } = await devices.send("WebAuthn.getCredentials", { authenticatorId });
    expect(credentials).toHaveLength(1);
    expect(credentials[0]).toMatchObject({ isResidentCredential: true, rpId: "localhost" });

    await signOut();
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await isIn();
  });

  test("a passkey passes the second step, and the device can be trusted from then on", async () => {
    await signOut();
    await typePassword();
    await page.getByRole("heading", { name: "One more step" }).waitFor();
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.getByLabel("Trust this device").check();
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await isIn();
    await signOut();
    await typePassword();
    await isIn();
    await page.goto(`${origin}/account`);
    await page.getByText("Trusted devices").waitFor();
    await page.getByRole("button", { name: "Forget" }).click();
    await page.getByText("Trusted devices").waitFor({ state: "detached" });
  });

  test("a terminal gets in when its user types its code", async () => {
    const terminal = spawn(process.execPath, [join(import.meta.dirname, "../../cmd/login.ts"), stage.platform.url]);
    const [told] = (await once(terminal.stderr, "data")) as [Buffer];
    const code = /code (\S+)/.exec(told.toString())?.[1] ?? "";
    await page.goto(`${origin}/device`);
    await page.getByLabel("Code", { exact: true }).fill(code.toLowerCase());
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("archwright login").waitFor();
    await page.getByRole("button", { name: "Let it in" }).click();
    await page.getByRole("heading", { name: "The program is in" }).waitFor();
    // It asks every five seconds: what comes next need not wait for that.
    terminalToken = text(terminal.stdout);
  });

  test("somebody is invited, joins, may do less, and is removed: their open page follows", async () => {
    const bob = await register(stage.platform.url, "Bob");
    await page.goto(`${origin}/organization/members`);
    await page.getByRole("button", { name: "Invite" }).click();
    await page.getByLabel("E-mail").fill(bob.email);
    await page.getByRole("button", { name: "Send invitation" }).click();
    await page.getByText(`An invitation is on its way to ${bob.email}`).waitFor();

    const his = await (await stage.browser.newContext()).newPage();
    watch(his, failures);
    await his.clock.install();
    await his.goto(await linkIn("/invitation", bob.email));
    await his.getByRole("link", { name: "Sign in" }).click();
    await his.getByLabel("E-mail").fill(bob.email);
    await his.getByLabel("Password", { exact: true }).fill(bob.password);
    await his.getByRole("button", { name: "Sign in", exact: true }).click();
    await his.getByRole("button", { name: "Join Ada Lovelace" }).click();
    await his.getByText("You belong to Ada Lovelace now").waitFor();
    await his.getByRole("link", { name: "Pipelines" }).first().click();
    await his.getByRole("link", { name: "New pipeline" }).waitFor();

    await page.reload();
    await page.getByRole("button", { name: "Actions for Bob" }).click();
    await page.getByRole("menuitem", { name: "Change roles" }).click();
    await page.getByRole("checkbox", { name: "Member" }).uncheck();
    await page.getByRole("checkbox", { name: "Viewer" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Bob has new roles").waitFor();
    await his.clock.fastForward("01:00");
    await his.getByRole("link", { name: "New pipeline" }).waitFor({ state: "detached" });

    const hisOther = await his.context().newPage();
    await hisOther.goto(`${origin}/organization`);
    await hisOther.getByRole("button", { name: "Leave" }).click();
    await page.getByRole("button", { name: "Actions for Bob" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("Bob is no member any more").waitFor();
    // What was meant for one organization is not sent again to the one where the session goes on.
    const leaving: string[] = [];
    hisOther.on("request", (request) => void (request.url().endsWith("/organization/leave") && leaving.push(request.method())));
    await hisOther.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
    await hisOther.getByText("You do not belong to Ada Lovelace any more").waitFor();
    expect(leaving).toEqual(["POST"]);
    await his.getByRole("button", { name: "Bob Bob" }).waitFor();
    await his.context().close();
  });

  test("a passkey whose device was copied is refused: it counts from before", async () => {
    const { credentials } = await devices.send("WebAuthn.getCredentials", { authenticatorId });
    const [credential] = credentials;
    if (credential === undefined) throw new Error("The passkey is gone.");
    await devices.send("WebAuthn.clearCredentials", { authenticatorId });
    await devices.send("WebAuthn.addCredential", { authenticatorId, credential: { ...credential, signCount: 0 } });
    await page.goto(origin);
    await signOut();
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.getByText("This passkey is not known here").waitFor();
    await devices.send("WebAuthn.clearCredentials", { authenticatorId });
    await devices.send("WebAuthn.addCredential", { authenticatorId, credential: { ...credential, signCount: credential.signCount + 1 } });
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await isIn();
  });

  test("a removed passkey signs nobody in any more", async () => {
    await page.goto(`${origin}/account`);
    await page.getByRole("button", { name: "Actions for Key of the test" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("No passkeys yet").waitFor();
    await signOut();
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.getByText("This passkey is not known here").waitFor();
  });

  test("the terminal acts for its user", async () => {
    const headers = { authorization: `Bearer ${(await terminalToken).trim()}` };
    const me = await fetch(`${stage.platform.url}/api/v1/auth/me`, { headers });
    expect(await me.json()).toMatchObject({ user: { email } });
  });

  test("a forgotten password is set anew with a link, which works once", async () => {
    await page.goto(`${origin}/forgotten-password`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByText("a link is on its way").waitFor();
    const link = await linkIn("/reset-password");
    await page.goto(link);
    await page.getByLabel("New password").fill("password1234");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByText("is easily guessed").waitFor();
    await page.getByLabel("New password").fill("copper tundra 9 saxophone");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto(link);
    await page.getByLabel("New password").fill("copper tundra 9 saxophone again");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByText("This link does not work any more").waitFor();
  });

  test("a link signs in up to the second step, in another browser too", async () => {
    await page.goto(`${origin}/sign-in/link`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByText("a link is on its way").waitFor();
    const elsewhere = await stage.browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(await linkIn("/magic-link"));
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.getByRole("button", { name: "Use a recovery code" }).click();
    await other.getByLabel("Recovery code").fill(codes[1] ?? "");
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.getByRole("link", { name: "Pipelines" }).first().waitFor();
    await elsewhere.close();
  });

  test("an account that was asked for begins with the link from its mail and the password that was chosen", async () => {
    const asked = await fetch(`${origin}/api/v1/auth/sign-up`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "grace@example.com", password, name: "Grace Hopper" }),
    });
    expect(asked.status).toBe(202);
    const elsewhere = await stage.browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(await linkIn("/finish-account", "grace@example.com"));
    await other.getByLabel("Password", { exact: true }).fill("not what was chosen");
    await other.getByRole("button", { name: "Create account" }).click();
    await other.getByText("This is not the password").waitFor();
    await other.getByLabel("Password", { exact: true }).fill(password);
    await other.getByRole("button", { name: "Create account" }).click();
    await other.getByRole("link", { name: "Pipelines" }).first().waitFor();
    await elsewhere.close();
  });

  test("what changes how somebody signs in asks for a sign-in of late, and goes on from there", async () => {
    const eve = await register(stage.platform.url, "Eve");
    const elsewhere = await stage.browser.newContext();
    const other = await elsewhere.newPage();
    watch(other, failures);
    const signIn = async () => {
      await other.waitForURL(/\/sign-in/);
      await other.getByLabel("E-mail").fill(eve.email);
      await other.getByLabel("Password", { exact: true }).fill(eve.password);
      await other.getByRole("button", { name: "Sign in", exact: true }).click();
    };
    await other.goto(`${origin}/sign-in?next=/account`);
    await signIn();
    await other.getByRole("heading", { name: "Account" }).waitFor();
    const database = new BetterSqlite3(stage.databaseFile);
    database.exec("update sessions set signed_in_at = '2020-01-01T00:00:00.000Z'");
    database.close();
    await other.getByRole("button", { name: "Set up an authenticator app" }).click();
    await other.getByText("Sign out and in again").waitFor();
    await other.getByRole("button", { name: "Sign in again" }).click();
    await signIn();
    await other.getByRole("button", { name: "Set up an authenticator app" }).click();
    await other.getByRole("img", { name: "QR code for the authenticator app" }).waitFor();
    await elsewhere.close();
  });

  test("no page failed, or was refused something", () => {
    expect(failures).toEqual([]);
  });
});
