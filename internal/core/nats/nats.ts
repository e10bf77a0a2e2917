import { setTimeout as sleep } from "node:timers/promises";
import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "../telemetry/log.ts";
import { natsAddress } from "./nats-address.ts";

/** A connection to NATS that comes back by itself. Nothing that must not be lost depends on it. */
export interface Nats {
  /** The connection, while there is one that works. */
  current(): NatsConnection | undefined;
  /** Calls `listener` after each connecting, and at once when there is a connection; returns how to stop that. */
  onConnected(listener: (connection: NatsConnection) => void): () => void;
  close(): Promise<void>;
}

/** A server that says nothing for twice this long is given up. */
const pingMilliseconds = 2_000;
const dialMilliseconds = 2_000;
const pauseMilliseconds = 250;
const longestPause = 5_000;

/** Connects to `nats://user:password@host:4222,…` in the background: the platform starts without it. */
export function openNats(url: string, log: Log): Nats {
  const closing = new AbortController();
  const address = natsAddress(url);
  const listeners = new Set<(connection: NatsConnection) => void>();
  let made: NatsConnection | undefined;
  let up = false;

  function connected(connection: NatsConnection): void {
    up = true;
    if (connection.info?.jetstream !== true)
      log.warn(
        {},
        "The NATS server runs without JetStream: it wakes processes, and nobody outside gets events. Start it with `nats-server -js`, or with `jetstream` in its configuration.",
      );
    for (const listener of [...listeners]) listener(connection);
  }

  async function keep(): Promise<void> {
    // Loaded only where NATS is used.
    const { connect } = await import("@nats-io/transport-node");
    let pause = pauseMilliseconds;
    while (!closing.signal.aborted) {
      try {
        const connection = await connect({
          ...address,
          name: "archwright",
          timeout: dialMilliseconds,
          pingInterval: pingMilliseconds,
          maxPingOut: 2,
          maxReconnectAttempts: -1,
          reconnectTimeWait: pauseMilliseconds,
        });
        if (closing.signal.aborted) return await connection.close();
        made = connection;
        connected(connection);
        pause = pauseMilliseconds;
        // Ends when the connection is closed for good, as by a server that refuses the user's new rights.
        for await (const { type } of connection.status()) {
          if (type === "disconnect") up = false;
          if (type === "reconnect") connected(connection);
        }
      } catch (err) {
        log.warn({ err }, "NATS cannot be reached; until it can, other processes are noticed later, and events wait for it.");
      }
      up = false;
      made = undefined;
      await sleep(pause * (0.75 + Math.random() / 2), undefined, { signal: closing.signal }).catch(() => {});
      pause = Math.min(2 * pause, longestPause);
    }
  }

  const kept = keep();
  return {
    current: () => (up ? made : undefined),
    onConnected(listener) {
      listeners.add(listener);
      if (up && made !== undefined) listener(made);
      return () => void listeners.delete(listener);
    },
    async close() {
      closing.abort();
      await made?.close();
      await kept;
    },
  };
}
