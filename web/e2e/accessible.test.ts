import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AnyRouter } from "@tanstack/react-router";
import type axeCore from "axe-core";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, register, until } from "../../cmd/testing/api.ts";
import { chromium, openStage, type Stage, watch } from "./stage.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
declare global {
  /** Stands in every page of the app, for the router's developer tools. */
  var __TSR_ROUTER__: AnyRouter;
  var axe: typeof axeCore;
}

const wide = { width: 1280, height: 800 };
const narrow = { width: 375, height: 720 };

interface Ids {
  readonly pipelineId: string;
  readonly runId: string;
  readonly artifactId: string;
  readonly toolId: string;
}

/** What the pages before the sign-in are; all others are seen by somebody signed in. */
const before = new Set([
  "/sign-in",
  "/sign-in/callback",
  "/sign-in/link",
  "/register",
  "/forgotten-password",
  "/reset-password",
  "/magic-link",
  "/invitation",
]);

describe.skipIf(chromium === undefined)("the pages", { timeout: 180_000 }, () => {
  let stage: Stage;
  let ada: Person;
  let ids: Ids;
  let context: BrowserContext;
  const failures: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
    ada = await register(stage.origin);
    ids = await fill(ada);
    context = await stage.browser.newContext({ viewport: wide, reducedMotion: "reduce" });
    await context.request.post(`${stage.origin}/api/v1/auth/sign-in`, {
      data: { email: ada.email, password: ada.password, keep: "cookie" },
    });
  }, 120_000);

  afterAll(() => stage?.close());

  test("have nothing that axe finds serious, wide and light nor narrow and dark, and none scrolls sideways", async () => {
    const visitor = await stage.browser.newContext({ viewport: wide, reducedMotion: "reduce" });
    const [outside, inside] = [await visitor.newPage(), await context.newPage()];
    const routes = await open(inside, "/").then(() => routesOf(inside));
    expect(routes.length).toBeGreaterThan(25);
    await open(outside, "/sign-in");
    const found: string[] = [];
    for (const route of routes) {
      const page = before.has(route) ? outside : inside;
      const path = route.replaceAll(/\$(\w+)/g, (_, name: keyof Ids) => ids[name]);
      await page.setViewportSize(wide);
      await page.evaluate((href) => void __TSR_ROUTER__.navigate({ href }), path);
      await page.waitForURL(stage.origin + path);
      await settled(page);
      await page.emulateMedia({ colorScheme: "light" });
      await drawn(page);
      found.push(...(await faults(page)).map((fault) => `${route}, wide and light: ${fault}`));
      await page.setViewportSize(narrow);
      await page.emulateMedia({ colorScheme: "dark" });
      await drawn(page);
      found.push(...[...(await faults(page)), ...(await overflow(page))].map((fault) => `${route}, narrow and dark: ${fault}`));
    }
    expect(found).toEqual([]);
    await visitor.close();
  });

  test("begin with a way past the menu, and dialogs give the focus back to what opened them", async () => {
    const page = await context.newPage();
    const focused = (locator: Locator): Promise<void> => locator.and(page.locator(":focus")).waitFor();
    await open(page, "/");
    await page.keyboard.press("Tab");
    await focused(page.getByRole("link", { name: "Skip to the content" }));
    await page.keyboard.press("Enter");
    await focused(page.getByRole("main"));

    await open(page, "/organization/members");
    const menu = page.getByRole("button", { name: "Actions for new@example.com" });
    await menu.press("Enter");
    await focused(page.getByRole("menuitem", { name: "Send again" }));
    await page.keyboard.press("ArrowDown");
    await focused(page.getByRole("menuitem", { name: "Revoke" }));
    await page.keyboard.press("Enter");
    await focused(page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }));
    await page.keyboard.press("Escape");
    await focused(menu);

    const invite = page.getByRole("button", { name: "Invite" });
    await invite.press("Enter");
    await focused(page.getByRole("dialog").getByLabel("E-mail"));
    await page.keyboard.press("Escape");
    await focused(invite);

    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("Runs");
    await page.getByRole("option", { name: "Runs", selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/runs$/);
    await page.getByRole("link", { name: "Seattle weather report" }).press("Enter");
    await page.waitForURL(/\/runs\/rn-/);
    await focused(page.getByRole("main"));
  });

  test("lead the keyboard to the first wrong field, and keep it on a button that is at work", async () => {
    const visitor = await stage.browser.newContext();
    const page = await visitor.newPage();
    const focused = (locator: Locator): Promise<void> => locator.and(page.locator(":focus")).waitFor();
    await open(page, "/register");
    const name = page.getByRole("textbox", { name: "Name", description: "Enter your name." });
    await page.getByLabel("E-mail").press("Enter");
    await focused(name);

    await open(page, "/sign-in");
    await page.getByLabel("E-mail").fill(ada.email);
    await page.getByLabel("Password", { exact: true }).fill("not this one");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("The e-mail address or the password is wrong.").waitFor();
    await focused(page.getByRole("button", { name: "Sign in", exact: true }));
    await visitor.close();
  });

  test("say nothing in the console", () => {
    expect(failures).toEqual([]);
  });

  /** Opens a page of the app in a new document. */
  async function open(page: Page, path: string): Promise<void> {
    watch(page, failures);
    await page.goto(stage.origin + path);
    await page.evaluate(axeSource);
    await settled(page);
  }
});

/** The paths of all pages, as the app's router knows them. */
async function routesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Object.keys(__TSR_ROUTER__.routesByPath).map((path) => path.replace(/(.)\/$/, "$1")));
}

/** Waits until the page shows what it has: a heading, and no place-holder. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      __TSR_ROUTER__.state.status === "idle" &&
      document.querySelector("h1") !== null &&
      document.querySelector(".animate-pulse, [role=status][aria-label=Loading]") === null,
  );
}

/** Waits until a change of size or theme is on the screen. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** What axe finds serious. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** Whether the page scrolls sideways. */
async function overflow(page: Page): Promise<string[]> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > narrow.width ? [`is ${width} wide`] : [];
}

/** Something to look at on each page. */
async function fill(person: Person): Promise<Ids> {
  // A new organization gets its sample by an event.
  const first = (path: string): Promise<string> =>
    until(`something in ${path}`, async () => (await person.call<{ items: { id: string }[] }>("GET", path)).items[0]?.id);
  const pipelineId = await first("/pipelines");
  const toolId = await first("/tools");
  const { id: runId } = await person.call<{ id: string }>("POST", "/runs", { pipelineId, input: {} });
  await until("the end of the run", async () =>
    (await person.call<{ status: string }>("GET", `/runs/${runId}`)).status === "succeeded" ? true : undefined,
  );
  await person.call("POST", "/teams", { name: "Research", description: "Looks at what others take for granted." });
  await person.call("POST", "/invitations", { email: "new@example.com", roles: ["viewer"] });
  await person.call("POST", "/roles", { name: "Operator", permissions: ["runs.read", "runs.write"] });
  const expiresAt = new Date(Date.now() + 864e5).toISOString();
  await person.call("POST", "/auth/service-tokens", { name: "Nightly job", permissions: ["runs.read"], expiresAt });
  return { pipelineId, runId, toolId, artifactId: await first("/artifacts") };
}
