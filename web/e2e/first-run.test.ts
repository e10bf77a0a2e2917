import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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
