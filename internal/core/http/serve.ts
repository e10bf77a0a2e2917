import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import type { CoreConfig } from "../config/core-settings.ts";
import type { Log } from "../telemetry/log.ts";
import { whenStarterEnds } from "./starter.ts";

/** The next request of this client goes to another process. */
const sendElsewhere = (response: ServerResponse): void => void response.setHeader("connection", "close");

/** What is served, and how it ends. */
export interface Served {
  /** `bindings` are the server's: what it knows of the connection. */
  readonly fetch: (request: Request, bindings?: object) => Response | Promise<Response>;
  /** Begins no more work and ends streams; what was asked before is still served. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export interface Serving {
  /** The port that is really listened on, also when 0 was asked for. */
  readonly port: number;
}

/** A connection on which nothing moves for so long is closed: a stalled upload, a download that nobody takes. Streams of events say something more often. */
const silence = 120_000;

const limits = {
  headersTimeout: 15_000,
  // A large file over a slow line takes its time; JSON bodies have a limit of their own.
  requestTimeout: 0,
  connectionsCheckingInterval: 5_000,
};

/**
 * Listens, and stops cleanly on SIGTERM and SIGINT, and when npm, which started it, has gone. Whoever asks whether it is ready hears that it
 * stops; after a delay for them to notice no new connection is taken, requests and steps under way may end within the grace period, then
 * the process exits with 0. A second signal exits at once.
 * @throws the listen error (EADDRINUSE, EACCES) as Node gives it.
 */
export async function serve(platform: Served, config: CoreConfig, log: Log): Promise<Serving> {
  const server = createAdaptorServer({ fetch: platform.fetch, serverOptions: limits }) as Server;
  server.setTimeout(silence);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, () => {
      server.off("error", reject);
      resolve();
    });
  });

  let stopping = false;
  const latest = new Map<Socket, ServerResponse>();
  server.on("connection", (socket: Socket) => socket.once("close", () => latest.delete(socket)));
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (stopping) sendElsewhere(response);
    else latest.set(socket, response);
  });
  const stop = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    for (const response of latest.values()) if (!response.headersSent) sendElsewhere(response);
    const drained = platform.drain();
    if (config.stopDelaySeconds > 0) await sleep(config.stopDelaySeconds * 1000);
    const hurry = setTimeout(() => server.closeAllConnections(), config.graceSeconds * 1000);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    // Requests under way need the database: it is closed when they are done.
    await Promise.all([drained, closed]);
    await platform.stop();
    clearTimeout(hurry);
    log.info({}, "stopped");
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
  whenStarterEnds(process.env, () => {
    if (!stopping) void stop("the end of npm");
  });

  const address = server.address();
  return { port: typeof address === "object" && address !== null ? address.port : config.port };
}
