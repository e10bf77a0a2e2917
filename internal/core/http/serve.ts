import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { CoreConfig } from "../config/core-settings.ts";
import type { Log } from "../telemetry/log.ts";

/** What is served, and how it ends. */
export interface Served {
  /** `bindings` are the server's: what it knows of the connection. */
  readonly fetch: (request: Request, bindings?: object) => Response | Promise<Response>;
  stop(): Promise<void>;
}

export interface Serving {
  /** The port that is really listened on, also when 0 was asked for. */
  readonly port: number;
}

/**
 * Listens, and stops cleanly on SIGTERM and SIGINT: no new connection, requests and steps under way may end within the grace
 * period, then the process exits with 0. A second signal exits at once.
 * @throws the listen error (EADDRINUSE, EACCES) as Node gives it.
 */
export async function serve(platform: Served, config: CoreConfig, log: Log): Promise<Serving> {
  const server = createAdaptorServer({ fetch: platform.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, () => {
      server.off("error", reject);
      resolve();
    });
  });

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    const hurry = setTimeout(() => server.closeAllConnections(), config.graceSeconds * 1000);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await platform.stop();
    await closed;
    clearTimeout(hurry);
    log.info({}, "stopped");
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));

  const address = server.address();
  return { port: typeof address === "object" && address !== null ? address.port : config.port };
}
