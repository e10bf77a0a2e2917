import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiReference } from "../../internal/core/docs/api-reference.ts";
import { listen } from "../../internal/core/testing/sample-app.ts";
import { findChromium, openBrowser } from "./browser.ts";

const executable = findChromium();
const documentFile = join(import.meta.dirname, "../../generated/openapi.json");

describe.skipIf(executable === undefined)("the API reference", () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof listen>>;
  beforeAll(async () => {
    browser = await openBrowser(executable ?? "");
    server = await listen(apiReference("/api/v1/openapi.json", documentFile));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test("shows the operations in a browser that lets nothing run but what this server sent, and asks nobody else", async () => {
    const page = await browser.newPage();
    const refused: string[] = [];
    const answeredElsewhere: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) refused.push(message.text());
    });
    page.on("pageerror", (error) => refused.push(error.message));
    page.on("response", (response) => {
      if (!/^(data|blob):/.test(response.url()) && !response.url().startsWith(server.url)) answeredElsewhere.push(response.url());
    });
    await page.goto(`${server.url}/docs`);
    await page.getByText("/artifacts/{id}/content").first().click();
    await page.getByText("artifacts.read").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(answeredElsewhere).toEqual([]);
    expect(refused).toEqual([]);
  });
});
