import type { CoreConfig } from "../config/core-settings.ts";

/** Makes paths addresses that people can open: below PUBLIC_URL, else where this process listens. */
export function addressOf({ publicUrl, host, port }: Pick<CoreConfig, "publicUrl" | "host" | "port">): (path: string) => string {
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  const origin = publicUrl === "" ? `http://${shown}:${port}` : publicUrl.replace(/\/+$/, "");
  return (path) => `${origin}${path}`;
}
