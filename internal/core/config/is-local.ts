import { isLoopback } from "../mail/loopback.ts";
import type { CoreConfig } from "./core-settings.ts";

/** Whether only this machine can reach the platform, as far as its configuration says. */
export const isLocal = ({ host, publicUrl }: Pick<CoreConfig, "host" | "publicUrl">): boolean =>
  isLoopback(host) && (publicUrl === "" || (URL.canParse(publicUrl) && isLoopback(new URL(publicUrl).hostname)));
