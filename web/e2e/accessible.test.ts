import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AnyRouter } from "@tanstack/react-router";
import type axeCore from "axe-core";
import { Secret, TOTP } from "otpauth";
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
  "/finish-account",
]);

/** What opens over a page, and what a page says when something is wrong. */
const states: readonly { readonly path: string; readonly name: string; readonly open: (page: Page) => Promise<void> }[] = [
  { path: "/", name: "the palette", open: (page) => page.keyboard.press("Control+k") },
  { path: "/", name: "the person's menu", open: (page) => button(page, /Profile and theme/).click() },
  { path: "/pipelines/$pipelineId", name: "the start of a run", open: (page) => button(page, "Run").click() },
  { path: "/pipelines/new", name: "the choice of a tool", open: (page) => button(page, "Add step").click() },
  {
    path: "/pipelines/pl-0000000000000000",
    name: "nothing found",
    open: (page) => page.getByRole("heading", { name: "Not found" }).waitFor(),
  },
  { path: "/organization", name: "deleting", open: (page) => button(page, "Delete").click() },
  { path: "/organization/members", name: "a row's menu", open: (page) => button(page, "Actions for new@example.com").click() },
  {
    path: "/organization/members",
    name: "an invitation without an address",
    async open(page) {
      await button(page, "Invite").click();
      await button(page, "Send invitation").click();
      await page.getByText("Enter your e-mail address.").waitFor();
    },
  },
  { path: "/organization/teams", name: "a team's members", open: (page) => button(page, /^0 members/).click() },
  { path: "/organization/roles", name: "a new role", open: (page) => button(page, "New role").click() },
  { path: "/account", name: "a new token", open: (page) => button(page, "New token").click() },
  { path: "/account", name: "an authenticator app", open: (page) => button(page, "Set up an authenticator app").click() },
];

describe.skipIf(chromium === undefined)("the pages", { timeout: 180_000 }, () => {
  let stage: Stage;
  let ada: Person;
  let bob: Person;
  let ids: Ids;
  let context: BrowserContext;
  const failures: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
    ada = await register(stage.origin);
    [ids, bob] = await Promise.all([fill(ada), register(stage.origin, "Bob")]);
    await askForCodes(bob);
    context = await stage.browser.newContext({ viewport: wide, reducedMotion: "reduce" });
    await context.request.post(`${stage.origin}/api/v1/auth/sign-in`, {
      data: { email: ada.email, password: ada.password, keep: "cookie" },
    });
  }, 120_000);

  afterAll(() => stage?.close());

  test("have nothing that axe finds, wide and light nor narrow and dark, and none scrolls sideways", async () => {
    const visitor = await stage.browser.newContext({ viewport: wide, reducedMotion: "reduce" });
    const [outside, inside] = [await visitor.newPage(), await context.newPage()];
    const routes = await open(inside, "/").then(() => routesOf(inside));
    expect(routes.length).toBeGreaterThan(25);
    await open(outside, "/sign-in");
    const found: string[] = [];
    for (const route of routes) {
      const page = before.has(route) ? outside : inside;
      const path = pathOf(route);
      await goTo(page, path);
      found.push(...(await faultsInBoth(page)).map((fault) => `${route}, ${fault}`));
    }
    expect(found).toEqual([]);
    await Promise.all([visitor.close(), inside.close()]);
  });

  test("have nothing that axe finds in what opens over them, or in what they say when something is wrong", async () => {
    const page = await context.newPage();
    await open(page, "/");
    const found: string[] = [];
    for (const state of states) {
      await goTo(page, pathOf(state.path));
      await state.open(page);
      await settled(page);
      found.push(...(await faultsInBoth(page)).map((fault) => `${state.path} with ${state.name}, ${fault}`));
      await page.keyboard.press("Escape");
      await page.locator("[role=dialog], [role=alertdialog], [role=menu]").waitFor({ state: "detached" });
    }
    expect(found).toEqual([]);
    await page.close();
  });

  test("have nothing that axe finds before the sign-in, when something is wrong or one more step is left", async () => {
    const visitor = await stage.browser.newContext({ viewport: wide, reducedMotion: "reduce" });
    const page = await visitor.newPage();
    await open(page, "/register");
    await button(page, "Create account").click();
    await page.getByText("Enter your name.").waitFor();
    const found = await faultsInBoth(page);
    await goTo(page, "/sign-in");
    await page.getByLabel("E-mail").fill(bob.email);
    await page.getByLabel("Password", { exact: true }).fill("not this one");
    await button(page, "Sign in").click();
    await page.getByRole("alert").waitFor();
    found.push(...(await faultsInBoth(page)));
    await page.getByLabel("Password", { exact: true }).fill(bob.password);
    await button(page, "Sign in").click();
    await page.getByRole("heading", { name: "One more step" }).waitFor();
    found.push(...(await faultsInBoth(page)));
    expect(found).toEqual([]);
    await visitor.close();
  });

  test("say nothing in the console", () => {
    expect(failures).toEqual([]);
  });

  const pathOf = (route: string): string => route.replaceAll(/\$(\w+)/g, (_, name: keyof Ids) => ids[name]);

  /** Goes to a page without a new document. */
  async function goTo(page: Page, path: string): Promise<void> {
    await page.setViewportSize(wide);
    await page.evaluate((href) => void __TSR_ROUTER__.navigate({ href }), path);
    await page.waitForURL(stage.origin + path);
    await settled(page);
  }

  /** Opens a page of the app in a new document. */
  async function open(page: Page, path: string): Promise<void> {
    watch(page, failures);
    await page.goto(stage.origin + path);
    await page.evaluate(axeSource);
    await settled(page);
  }
});

const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name, exact: true }).first();

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

/** What is wrong with what a page shows, wide and light, then narrow and dark. */
async function faultsInBoth(page: Page): Promise<string[]> {
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: "light" });
  await drawn(page);
  const found = (await faults(page)).map((fault) => `wide and light: ${fault}`);
  await page.setViewportSize(narrow);
  await page.emulateMedia({ colorScheme: "dark" });
  await drawn(page);
  found.push(...[...(await faults(page)), ...(await overflow(page))].map((fault) => `narrow and dark: ${fault}`));
  return found;
}

/** What axe finds, its advice included. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() => {
    // An open menu stands at the end of the document, in no landmark.
    const region = { enabled: document.querySelector("[role=menu]") === null };
    return axe.run(document, { resultTypes: ["violations"], preload: false, rules: { region } });
  });
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
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

/** Turns the second step on. */
async function askForCodes(person: Person): Promise<void> {
  const { secret } = await person.call<{ secret: string }>("POST", "/auth/second-factor/totp");
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await person.call("POST", "/auth/second-factor/totp/confirm", { code });
}
