import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type PlatformProcess, startPlatformProcess } from "../../cmd/testing/platform-process.ts";
import { freePort } from "../../codegen/database/free-port.ts";
import { findChromium, openBrowser } from "./browser.ts";

/** A platform with its pages, and a browser that looks at them. */
export interface Stage {
  readonly platform: PlatformProcess;
  readonly browser: Browser;
  /** Where the pages are: by a name, since passkeys belong to one and not to an address of numbers. */
  readonly origin: string;
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
    ...{ platform, browser, origin },
    async close() {
      await browser.close();
      await platform.stop();
    },
  };
}
