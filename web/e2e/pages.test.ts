import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, register } from "../../cmd/testing/api.ts";
import { type PlatformProcess, startPlatformProcess } from "../../cmd/testing/platform-process.ts";
import { findChromium, openBrowser } from "./browser.ts";

const chromium = findChromium();
if (chromium === undefined) {
  const message = "The browser test needs Chromium: install it, or name it in $CHROMIUM.";
  if (process.env.CI === "true") throw new Error(message);
  process.stderr.write(`${message}\n`);
}

let platform: PlatformProcess;
let browser: Browser;

beforeAll(async () => {
  if (chromium === undefined) return;
  execFileSync(process.execPath, [join(import.meta.dirname, "../build.ts")], { stdio: "inherit" });
  platform = await startPlatformProcess(mkdtempSync(join(tmpdir(), "archwright-")));
  browser = await openBrowser(chromium);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

test.skipIf(chromium === undefined)(
  "a first visitor creates an account, runs the sample and opens its report",
  { timeout: 60_000 },
  async () => {
    const page = await browser.newPage();
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(error.message));
    await page.goto(platform.url);

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
  },
);

describe.skipIf(chromium === undefined)("a session in a browser", { timeout: 60_000 }, () => {
  async function signIn(page: Page, { email, password }: Person): Promise<void> {
    await page.goto(`${platform.url}/sign-in`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Pipelines" }).first().waitFor();
  }

  test("is known to scripts by its secret alone, survives a reload, and leads back to the sign-in when it ended elsewhere", async () => {
    const ada = await register(platform.url);
    const context = await browser.newContext();
    const page = await context.newPage();
    await signIn(page, ada);
    expect((await page.evaluate(() => document.cookie)).split("; ").map((cookie) => cookie.split("=")[0])).toEqual(["archwright_csrf"]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/eyJ/);

    await page.reload();
    await page.getByRole("link", { name: "Artifacts" }).first().click();
    await page.waitForURL(/\/artifacts/);

    await ada.call("POST", "/auth/sign-out/everywhere", {});
    await page.getByRole("link", { name: "Pipelines" }).first().click();
    await page.waitForURL(/\/sign-in/);
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await context.close();
  });

  test("is the same in all tabs: another person's takes the place of the first one's everywhere", async () => {
    const [ada, eve] = [await register(platform.url), await register(platform.url, "Eve")];
    const context = await browser.newContext();
    const [first, second] = [await context.newPage(), await context.newPage()];
    await signIn(first, ada);
    await second.goto(platform.url);
    await second.getByText("Ada Lovelace").first().waitFor();
    await context.clearCookies({ name: "archwright_csrf" });
    await signIn(first, eve);
    await second.getByText("Eve").first().waitFor();
    expect(await second.getByText("Ada Lovelace").count()).toBe(0);
    await context.close();
  });
});
