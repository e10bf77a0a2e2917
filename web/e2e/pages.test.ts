import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PlatformApart, startApart } from "../../cmd/testing/apart.ts";
import { type Person, register } from "../../cmd/testing/api.ts";
import { chromium, mailedLink, openStage, type Stage, watch } from "./stage.ts";

let stage: Stage;
let apart: PlatformApart;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  if (chromium === undefined) return;
  [stage, apart] = await Promise.all([openStage(), startApart()]);
  ({ browser, origin } = stage);
}, 120_000);

afterAll(() => Promise.all([stage?.close(), apart?.stop()]));

describe.skipIf(chromium === undefined).each([
  ["one process", () => origin],
  ["artifacts and tools in a process of their own", () => apart.url],
])("%s", (_, url) => {
  test("a first visitor creates an account, runs the sample and opens its report", { timeout: 120_000 }, async () => {
    const page = await browser.newPage();
    const failures: string[] = [];
    watch(page, failures);
    await page.goto(url());

    await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
    await page.getByLabel("E-mail").fill("ada@example.com");
    await page.getByLabel("Password", { exact: true }).fill("analytical engine");
    await page.getByRole("button", { name: "Create account" }).click();

    await page.getByRole("link", { name: "Pipelines" }).first().click();
    await page.getByRole("link", { name: "Seattle weather report" }).first().click();
    await page.getByRole("button", { name: "Run", exact: true }).first().click();
    await page.getByRole("button", { name: "Start run" }).click();

    await page.waitForURL(/\/runs\/rn-[0-9a-f]{16}/);
    for (const step of ["load", "months", "report", "save"]) {
      await page.getByRole("listitem", { name: `${step}: succeeded` }).waitFor();
    }
    expect(await page.evaluate(() => performance.getEntriesByType("navigation").length)).toBe(1);

    await page.getByRole("link", { name: "Artifacts" }).first().click();
    await page
      .getByRole("link", { name: /report.*\.md/ })
      .first()
      .click();
    await page
      .getByRole("cell", { name: "January" })
      .or(page.getByRole("cell", { name: "2012-01" }))
      .first()
      .waitFor();
    expect(failures).toEqual([]);
    await page.close();
  });
});

test.skipIf(chromium === undefined)("while artifacts and tools are down, what needs them says so, and the rest works", async () => {
  const ada = await register(apart.url);
  await apart.moved.stop();
  const definition = { steps: [{ id: "one", tool: "wait", inputs: { seconds: "1" } }] };
  const refused = await ada.send("POST", "/pipelines", { name: "Needs tools", definition });
  expect([refused.status, refused.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  expect(await refused.json()).toMatchObject({ part: "tools", detail: expect.stringContaining("The domain tools ") });
  expect((await ada.send("GET", "/pipelines")).status).toBe(200);
  const health = await fetch(`${apart.main.url}/health?detailed=true`);
  expect(await health.json()).toMatchObject({
    status: "ok",
    checks: expect.arrayContaining(["artifacts", "tools"].map((name) => expect.objectContaining({ name, status: "failing" }))),
  });
});

test.skipIf(chromium === undefined)("a first visit takes few files, and no more than 300 kB of them", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  const files = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => ({ name: entry.name, size: (entry as PerformanceResourceTiming).transferSize })),
  );
  expect(files.length).toBeLessThan(20);
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(300_000);
  await page.close();
});

describe.skipIf(chromium === undefined)("a session in a browser", { timeout: 120_000 }, () => {
  async function signIn(page: Page, { email, password }: Person): Promise<void> {
    await page.goto(`${origin}/sign-in`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("link", { name: "Pipelines" }).first().waitFor();
  }

  test("is known to scripts by its secret alone, survives a reload, and leads back to the sign-in when it ended elsewhere", async () => {
    const ada = await register(origin);
    const context = await browser.newContext();
    const page = await context.newPage();
    await signIn(page, ada);
    expect((await page.evaluate(() => document.cookie)).split("; ").map((cookie) => cookie.split("=")[0])).toEqual(["archwright_csrf"]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/eyJ/);

    await page.reload();
    await page.getByRole("link", { name: "Artifacts" }).first().click();
    await page.waitForURL(/\/artifacts/);

    await ada.call("POST", "/auth/sign-out/everywhere", {});
    // The page may notice by itself before anybody clicks.
    const away = page.waitForURL(/\/sign-in/);
    const clicked = page.getByRole("link", { name: "Pipelines" }).first().click({ timeout: 40_000 });
    await Promise.race([clicked.catch(() => away), away]);
    await away;
    await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    await context.close();
  });

  test("makes a token for a program, shows it once, and ends it", async () => {
    const ada = await register(origin);
    const context = await browser.newContext();
    const page = await context.newPage();
    await signIn(page, ada);
    await page.goto(`${origin}/account`);
    await page.getByRole("button", { name: "New token" }).click();
    await page.getByRole("textbox", { name: "Name" }).last().fill("Nightly job");
    await page.getByRole("button", { name: "Make the token" }).click();
    await page.getByText("Choose at least one permission").waitFor();
    await page.getByLabel("See runs, their steps and logs").check();
    await page.getByRole("button", { name: "Make the token" }).click();
    await page.getByText("It is shown only now").waitFor();
    const token = (await page.getByRole("dialog").locator("code").textContent()) ?? "";
    const asked = async (path: string) =>
      (await fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await asked("/runs"), await asked("/pipelines")]).toEqual([200, 403]);
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: "Revoke Nightly job" }).click();
    await page.getByRole("button", { name: "Revoke", exact: true }).last().click();
    await page.getByText("No service tokens").waitFor();
    expect(await asked("/runs")).toBe(401);
    await context.close();
  });

  test("is the same in all tabs: another person's takes the place of the first one's everywhere", async () => {
    const [ada, eve] = [await register(origin), await register(origin, "Eve")];
    const context = await browser.newContext();
    const [first, second] = [await context.newPage(), await context.newPage()];
    await signIn(first, ada);
    await second.goto(origin);
    await second.getByText("Ada Lovelace").first().waitFor();
    await context.clearCookies({ name: "archwright_csrf" });
    await signIn(first, eve);
    await second.getByText("Eve").first().waitFor();
    expect(await second.getByText("Ada Lovelace").count()).toBe(0);
    await context.close();
  });
});

describe.skipIf(chromium === undefined)("organizations in a browser", { timeout: 120_000 }, () => {
  test("somebody invited makes an account by the link, joins, makes an organization of their own, and goes from one to the other", async () => {
    const ada = await register(origin, "Ada Lovelace");
    const email = `bob-${Date.now()}@example.com`;
    await ada.call("POST", "/invitations", { email, roles: ["viewer"] });
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(await mailedLink(stage, email, "/invitation"));
    await page.getByText("Ada Lovelace invites you").waitFor();
    // The token does not stay where others could read it.
    expect(page.url()).toBe(`${origin}/invitation`);
    await page.getByLabel("Name", { exact: true }).fill("Bob");
    await page.getByLabel("Password", { exact: true }).fill("violet umbrella spoon 41");
    await page.getByRole("button", { name: "Create account and join" }).click();
    await page.getByRole("link", { name: "Organization" }).click();
    await page.getByRole("heading", { name: "Ada Lovelace" }).waitFor();
    expect(await page.getByRole("button", { name: "Delete" }).count()).toBe(0);

    const second = await context.newPage();
    await second.goto(`${origin}/organization`);
    await second.getByRole("heading", { name: "Ada Lovelace" }).waitFor();
    await page.goto(`${origin}/organizations`);
    await page.getByRole("button", { name: "New organization" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Bob & Co");
    await page.getByRole("button", { name: "Create organization" }).click();
    await page.getByText("Bob & Co is there").waitFor();
    // The other tab shows nothing of the organization that its changes would no longer go to.
    await second.waitForURL(`${origin}/`);
    await page.getByRole("link", { name: "Organization" }).click();
    await page.getByRole("heading", { name: "Bob & Co" }).waitFor();

    // Pressed, since the toast of before lies over it for some seconds.
    await page.getByRole("button", { name: "Delete" }).press("Enter");
    await page.getByLabel("Write Bob & Co to confirm").fill("Bob & Co");
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: /Bob.*Ada Lovelace/s }).waitFor();
    await page.goto(`${origin}/organizations`);
    await page.getByRole("button", { name: "Bring back Bob & Co" }).click();
    await page.getByText("Bob & Co is back.").waitFor();
    await context.close();
  });

  test("an owner makes a role of the sentences of the specs, and gives it", async () => {
    const ada = await register(origin, "Ada Lovelace");
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${origin}/sign-in`);
    await page.getByLabel("E-mail").fill(ada.email);
    await page.getByLabel("Password", { exact: true }).fill(ada.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("link", { name: "Organization" }).click();
    await page.getByRole("link", { name: "Roles" }).click();
    await page.getByRole("button", { name: "New role" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Team maker");
    await page.getByLabel("Create and change teams, and say who belongs to them").check();
    await page.getByRole("button", { name: "Create role" }).click();
    await page.getByRole("columnheader", { name: "Team maker" }).waitFor();
    await page.getByRole("link", { name: "Members" }).click();
    await page.getByRole("button", { name: "Actions for Ada Lovelace" }).click();
    await page.getByRole("menuitem", { name: "Change roles" }).click();
    await page.getByLabel("Owner").uncheck();
    await page.getByLabel("Team maker").check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("An organization needs an owner").waitFor();
    await page.getByLabel("Owner").check();
    await page.getByRole("button", { name: "Save" }).click();
    await page
      .getByRole("cell", { name: "Owner, Team maker" })
      .or(page.getByRole("cell", { name: "Team maker, Owner" }))
      .waitFor();
    await context.close();
  });
});
