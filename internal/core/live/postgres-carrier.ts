import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../telemetry/log.ts";
import type { Carrier } from "./carrier.ts";

const channel = "archwright";
/** Postgres refuses payloads of 8000 bytes and more. */
const longest = 7_900;
/** How long the server may take to answer on this connection, and how often it is asked while nothing else goes on. */
const patience = 5_000;
const longestPause = 5_000;

/**
 * Carries by LISTEN and NOTIFY, on one connection beside the pool. It must reach the server itself: a pooler that hands connections out by
 * the transaction forgets who listens.
 */
export function postgresCarrier(url: string, log: Log): Carrier {
  const closing = new AbortController();
  let current: pg.Client | undefined;

  /** Resolves when the connection is lost. */
  async function listen(heard: (text: string) => void, connected: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
      application_name: "archwright live",
    });
    const gone = Promise.withResolvers<void>();
    client.on("error", () => gone.resolve());
    client.on("end", () => gone.resolve());
    client.on("notification", ({ payload }) => heard(payload ?? ""));
    // A connection that died without a word is noticed by asking.
    const ask = setInterval(() => void client.query("select 1").catch(() => gone.resolve()), patience);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      // Who closes ends the current connection: one that was still being made is not that yet.
      if (closing.signal.aborted) return;
      current = client;
      connected();
      await gone.promise;
    } finally {
      current = undefined;
      clearInterval(ask);
      // Waits for nothing: the server may not answer.
      void client.end().catch(() => {});
      client.connection.stream.destroy();
    }
  }

  async function keepListening(heard: (text: string) => void, connected: () => void): Promise<void> {
    let pause = 100;
    while (!closing.signal.aborted) {
      try {
        await listen(heard, () => {
          pause = 100;
          connected();
        });
      } catch (err) {
        log.warn({ err }, "The database cannot be listened to; until it can, other processes are noticed later.");
      }
      await sleep(pause * (0.75 + Math.random() / 2), undefined, { signal: closing.signal }).catch(() => {});
      pause = Math.min(2 * pause, longestPause);
    }
  }

  let listening: Promise<void> = Promise.resolve();
  return {
    longest,
    start(heard, connected) {
      listening = keepListening(heard, connected);
    },
    async send(text) {
      if (current === undefined) throw new Error("There is no connection to send on.");
      await current.query("select pg_notify($1, $2)", [channel, text]);
    },
    async close() {
      closing.abort();
      await current?.end().catch(() => {});
      await listening;
    },
  };
}
