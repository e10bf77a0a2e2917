import type { CoreConfig } from "../internal/core/config/core-settings.ts";
import { addressOf } from "../internal/core/http/address-of.ts";

/** What a person reads after the start: where to go, where data lies, how to get in. */
export function welcome(config: CoreConfig, port: number, firstAccount: boolean): string {
  const address = addressOf({ ...config, port })("");
  const database = config.databaseUrl.replace(/\/\/([^:@/]+):[^@/]*@/, "//$1:…@");
  const entry = firstAccount ? "Open it in a browser and create the first account." : "Sign in with your account.";
  return [
    "",
    `  Archwright is ready at ${address}`,
    "",
    `  Data      ${config.dataFolder}`,
    `  Database  ${database}`,
    `  Sign in   ${entry}`,
    "",
    "  Stop with Ctrl+C.",
    "",
    "",
  ].join("\n");
}
