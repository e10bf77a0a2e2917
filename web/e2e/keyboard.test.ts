import { Secret, TOTP } from "otpauth";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { register } from "../../cmd/testing/api.ts";
import { chromium, mailedLink, openStage, type Stage, watch } from "./stage.ts";

const password = "violet-anvil 47 marmalade";
const email = "ada@example.com";

// One person goes through all of it and never clicks: each test begins where the one before ended.
describe.skipIf(chromium === undefined)("with the keyboard alone", { timeout: 120_000 }, () => {
  let stage: Stage;
  let context: BrowserContext;
  let page: Page;
  let secret = "";
  const failures: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
    context = await stage.browser.newContext({ reducedMotion: "reduce" });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    watch(page, failures);
  }, 120_000);

  afterAll(() => stage?.close());

  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const type = (text: string): Promise<void> => page.keyboard.insertText(text);
  const focused = (locator: Locator): Promise<void> => locator.and(page.locator(":focus")).waitFor();
  const codeOf = (steps = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

  /** Goes on from where the focus is, and sees it at each stop, until it is there. */
  async function tabTo(locator: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await locator.waitFor();
    for (let stops = 0; stops < 80; stops++) {
      if ((await locator.and(page.locator(":focus")).count()) > 0) return;
      await press(key);
      expect(await page.evaluate(focusSeen)).toBe("");
    }
    throw new Error(`Not reached by ${key}: ${locator}.`);
  }

  /** Presses a key on it, having gone there. */
  async function go(locator: Locator, key = "Enter"): Promise<void> {
    await tabTo(locator);
    await press(key);
  }

  /** Chooses from the menu of the person. */
  async function choose(item: string): Promise<void> {
    await go(page.getByRole("button", { name: "Profile and theme" }), "Enter");
    const wanted = page.getByRole("menuitem", { name: item });
    const chosen = page.locator("[role^=menuitem]:focus");
    await chosen.waitFor();
    for (let stops = 0; stops < 10 && (await wanted.and(chosen).count()) === 0; stops++) {
      const before = await chosen.textContent();
      await press("ArrowDown");
      // The focus follows a moment later.
      await chosen.filter({ hasNotText: before ?? "" }).waitFor();
    }
    await press("Enter");
  }

  async function goByPalette(text: string): Promise<void> {
    await press("Control+k");
    await focused(page.getByRole("combobox"));
    await type(text);
    await page.getByRole("option", { name: text, selected: true }).waitFor();
    await press("Enter");
  }

  /** What screen readers are told of a new page. */
  const announced = (title: string): Promise<void> =>
    page.locator("#announcer").getByText(title, { exact: true }).waitFor({ state: "attached" });

  test("somebody signs up: the first field waits for them, and so does the first page", async () => {
    await page.goto(stage.origin);
    await focused(page.getByLabel("Name", { exact: true }));
    await press("Enter");
    await focused(page.getByRole("textbox", { name: "Name", description: "Enter your name." }));
    await type("Ada Lovelace");
    await press("Tab");
    await type(email);
    await press("Tab");
    await type(password);
    await go(page.getByRole("button", { name: "Create account" }));
    await announced("Hello, Ada Lovelace");
    await focused(page.getByRole("main"));
  });

  test("they end a session elsewhere", async () => {
    const elsewhere = await stage.browser.newContext({ userAgent: "Elsewhere/1" });
    await elsewhere.request.post(`${stage.origin}/api/v1/auth/sign-in`, { data: { email, password, keep: "cookie" } });
    await tabTo(page.getByRole("button", { name: "Profile and theme" }), "Shift+Tab");
    await choose("Account");
    await announced("Account");
    await go(page.getByRole("button", { name: "End Elsewhere" }));
    await page.getByText("The session has ended.").waitFor();
    // The button that ended it is gone: the keyboard goes on in the part of the page that it stood in.
    await focused(page.getByRole("region", { name: "Sessions" }));
    expect((await elsewhere.request.get(`${stage.origin}/api/v1/auth/me`)).status()).toBe(401);
    await elsewhere.close();
  });

  test("they turn the second step on, and pass it", async () => {
    await page.goto(`${stage.origin}/account`);
    await page.getByRole("heading", { name: "Account" }).waitFor();
    await press("Tab");
    await focused(page.getByRole("link", { name: "Skip to the content" }));
    await press("Enter");
    await focused(page.getByRole("main"));
    await go(page.getByRole("button", { name: "Set up an authenticator app" }));
    const code = page.getByLabel("Code", { exact: true });
    await focused(code);
    secret = (await page.locator("code").textContent()) ?? "";
    await type("000000");
    await press("Enter");
    await page.getByRole("alert").getByText("This code is not right").waitFor();
    await tabTo(code, "Shift+Tab");
    await press("Control+a");
    await type(codeOf());
    await press("Enter");
    await go(page.getByLabel("I have kept them"), "Space");
    await go(page.getByRole("button", { name: "Done" }));
    await focused(page.getByRole("region", { name: "Second step" }));

    await tabTo(page.getByRole("button", { name: "Profile and theme" }), "Shift+Tab");
    await choose("Sign out");
    await focused(page.getByLabel("E-mail"));
    await type(email);
    await press("Tab");
    await type("not this one");
    await go(page.getByRole("button", { name: "Sign in", exact: true }));
    await page.getByRole("alert").getByText("The e-mail address or the password is wrong.").waitFor();
    await focused(page.getByRole("button", { name: "Sign in", exact: true }));
    await tabTo(page.getByLabel("Password", { exact: true }), "Shift+Tab");
    await press("Control+a");
    await type(password);
    await press("Enter");
    await focused(page.getByLabel("Code", { exact: true }));
    await type(codeOf(1));
    await press("Enter");
    await page.waitForURL(`${stage.origin}/account`);
    await focused(page.getByRole("main"));
  });

  test("they make a pipeline and run it", async () => {
    await goByPalette("New pipeline");
    await announced("New pipeline");
    await focused(page.getByRole("main"));
    await tabTo(page.getByLabel("Name", { exact: true }));
    await type("Greeting");
    await go(page.getByRole("button", { name: "Add step" }));
    await focused(page.getByRole("combobox"));
    await type("template");
    await page.getByRole("option", { name: "Fill a template in", selected: true }).waitFor();
    await press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await tabTo(page.getByRole("textbox", { name: "template", exact: false }).first());
    await type("'Hello'");
    await page.getByText("No problems").waitFor();
    await tabTo(page.getByRole("button", { name: "Save" }), "Shift+Tab");
    await press("Enter");
    await announced("Greeting");
    await go(page.getByRole("button", { name: "Run", exact: true }));
    await focused(page.getByRole("button", { name: "Start run" }));
    await press("Escape");
    await focused(page.getByRole("button", { name: "Run", exact: true }));
    await press("Enter");
    await focused(page.getByRole("button", { name: "Start run" }));
    await press("Enter");
    await page.waitForURL(/\/runs\/rn-/);
    await page.locator("[aria-live=polite]").getByText("Succeeded").waitFor();
    await go(page.getByRole("tab", { name: "Result" }), "ArrowRight");
    await focused(page.getByRole("tab", { name: "Logs" }));
    await page.getByRole("tab", { name: "Logs", selected: true }).waitFor();
  });

  test("they invite somebody, change what they may do, and remove them", async () => {
    const bob = await register(stage.platform.url, "Bob");
    await goByPalette("Organization");
    await go(page.getByRole("link", { name: "Members" }));
    await announced("Members · Ada Lovelace");
    await go(page.getByRole("button", { name: "Invite" }));
    await focused(page.getByRole("dialog").getByLabel("E-mail"));
    await type(bob.email);
    await press("Enter");
    await page.getByText(`An invitation is on its way to ${bob.email}`).waitFor();
    await focused(page.getByRole("button", { name: "Invite" }));
    const token = new URL(await mailedLink(stage, bob.email, "/invitation")).hash.slice(1);
    await bob.call("POST", "/auth/invitations/accept", { invitation: token });

    await page.reload();
    const menu = page.getByRole("button", { name: "Actions for Bob" });
    await go(menu);
    await focused(page.getByRole("menuitem", { name: "Change roles" }));
    await press("Enter");
    await go(page.getByRole("checkbox", { name: "Member" }), "Space");
    await go(page.getByRole("checkbox", { name: "Viewer" }), "Space");
    await go(page.getByRole("button", { name: "Save" }));
    await page.getByRole("cell", { name: "Viewer", exact: true }).waitFor();
    for (const key of ["Escape", "Tab"]) {
      await focused(menu);
      await press("Enter");
      await focused(page.getByRole("menuitem", { name: "Change roles" }));
      await press("ArrowDown");
      await focused(page.getByRole("menuitem", { name: "Remove" }));
      await press("Enter");
      await focused(page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }));
      await press(key);
    }
    await go(page.getByRole("button", { name: "Remove" }));
    await menu.waitFor({ state: "detached" });
    await focused(page.getByRole("region", { name: "Members" }));
  });

  test("nothing of it failed", () => {
    expect(failures).toEqual([]);
  });
});

/** What is wrong with how the focus shows where it is: "" when it is seen. Runs in the page. */
function focusSeen(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return "";
  const drawn = (style: CSSStyleDeclaration): boolean => style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
  const name = `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 40)}`;
  if (!drawn(getComputedStyle(element)) && !drawn(getComputedStyle(element, "::after"))) return `${name} shows no focus`;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth) return `${name} is out of sight`;
  return "";
}
