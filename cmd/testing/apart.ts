import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../codegen/database/free-port.ts";
import { createTestDatabase } from "../../internal/core/testing/test-databases.ts";
import { startGateway } from "./gateway.ts";
import { type PlatformProcess, startPlatformProcess } from "./platform-process.ts";

/** A platform on Postgres that serves artifacts and tools in a process of their own. */
export interface PlatformApart {
  /** Where people reach all of it. */
  readonly url: string;
  readonly main: PlatformProcess;
  readonly moved: PlatformProcess;
  stop(): Promise<void>;
}

const moves = ["artifacts", "tools"];
const stays = ["auth", "organizations", "pipelines", "runs"];

export async function startApart(): Promise<PlatformApart> {
  const place = await createTestDatabase("postgres");
  const data = mkdtempSync(join(tmpdir(), "archwright-"));
  const [here, there] = [await freePort(), await freePort()];
  const start = (domains: readonly string[], port: number, others: readonly string[], other: number) =>
    startPlatformProcess(data, {
      DATABASE_URL: place.url,
      DOMAINS: domains.join(","),
      DOMAIN_URLS: others.map((domain) => `${domain}=http://127.0.0.1:${other}`).join(","),
      PORT: String(port),
    });
  const [main, moved] = await Promise.all([start(stays, here, moves, there), start(moves, there, stays, here)]);
  const gateway = await startGateway(main.url, Object.fromEntries(moves.map((domain) => [`/api/v1/${domain}`, moved.url])));
  return {
    url: gateway.url,
    main,
    moved,
    async stop() {
      gateway.close();
      await Promise.all([main.stop(), moved.stop()]);
      await place.remove();
    },
  };
}
