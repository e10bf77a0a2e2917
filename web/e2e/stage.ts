import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { until } from "../../cmd/testing/api.ts";
import { type PlatformProcess, startPlatformProcess } from "../../cmd/testing/platform-process.ts";
import { freePort } from "../../codegen/database/free-port.ts";
import { findChromium, openBrowser } from "./browser.ts";

/** A platform with its pages, and a browser that looks at them. */
export interface Stage {
  readonly platform: PlatformProcess;
  readonly browser: Browser;
  /** Where the pages are: by a name, since passkeys belong to one and not to an address of numbers. */
  readonly origin: string;
  readonly databaseFile: string;
  close(): Promise<void>;
}

export const chromium = findChromium();
if (chromium === undefined) {
  const message = "The browser tests need Chromium: install it, or name it in $CHROMIUM.";
  if (process.env.CI === "true") throw new Error(message);
  process.stderr.write(`${message}\n`);
}

/** Builds the pages where they changed, and starts what the tests of a file share. Its database is empty. */
export async function openStage(): Promise<Stage> {
  execFileSync(process.execPath, [join(import.meta.dirname, "../build.ts")], { stdio: "inherit" });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const data = mkdtempSync(join(tmpdir(), "archwright-"));
  const [platform, browser] = await Promise.all([
    startPlatformProcess(data, { PORT: String(port), PUBLIC_URL: origin }),
    openBrowser(chromium ?? ""),
  ]);
  return {
    platform,
    browser,
    origin,
    databaseFile: join(data, "archwright.db"),
    async close() {
      await browser.close();
      await platform.stop();
    },
  };
}

/** The newest link to `path` in the mails to somebody, as the outbox of development shows it. */
export function mailedLink({ platform }: Stage, to: string, path: string): Promise<string> {
  return until(`a mail to ${to} with a link to ${path}`, async () => {
    const answer = await fetch(`${platform.url}/dev/mail`, { headers: { accept: "application/json" } });
    const { items } = (await answer.json()) as { items: { to: string; text: string }[] };
    const links = items.filter((mail) => mail.to === to).flatMap(({ text }) => /https?:\S+/.exec(text) ?? []);
    return links.find((link) => new URL(link).pathname === path);
  });
}

/** Collects what a page throws, or says in the console; that an answer is an error is its author's affair. */
export function watch(page: Page, failures: string[]): void {
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    if (["error", "warning"].includes(message.type()) && !text.startsWith("Failed to load resource")) failures.push(text);
  });
}
