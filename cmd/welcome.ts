import type { CoreConfig } from "../internal/core/config/core-settings.ts";
import { addressOf } from "../internal/core/http/address-of.ts";

/**
 * What a person reads after the start: where to go, where data lies, how to get in. `pages` is where the pages are served from when that
 * is not this process.
 */
export function welcome(config: CoreConfig, port: number, firstAccount: boolean, pages?: string): string {
  const own = addressOf({ ...config, port })("");
  const database = config.databaseUrl.replace(/\/\/([^:@/]+):[^@/]*@/, "//$1:…@");
  const entry = firstAccount ? "Open it in a browser and create the first account." : "Sign in with your account.";
  return [
    "",
    `  Archwright is ready at ${pages ?? own}`,
    "",
    ...(pages === undefined ? [] : [`  API       ${own}, restarted when its code changes; the pages reload by themselves`]),
    `  Data      ${config.dataFolder}`,
    `  Database  ${database}`,
    `  Sign in   ${entry}`,
    "",
    "  Stop with Ctrl+C.",
    "",
    "",
  ].join("\n");
}
