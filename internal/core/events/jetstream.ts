import type { JetStreamClient } from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/transport-node";
import type { Nats } from "../nats/nats.ts";
import { toCloudEvent } from "./cloud-event.ts";
import type { EventStream } from "./event-stream.ts";
import type { StoredEvent } from "./stored-event.ts";

const nanosecond = 1e6;
const day = 24 * 3_600_000;
/** How long and how much a stream keeps for those outside who are away. What is older is in the database for as long. */
const keptMilliseconds = 7 * day;
const keptBytes = 1024 ** 3;
const duplicateMilliseconds = 2 * 60_000;
const patience = 5_000;
/** JetStream's error when there is no such stream. */
const streamNotFound = 10_059;

/** The stream of a domain: `ARCHWRIGHT_runs`, with the subjects `runs.>`. */
export const streamOf = (domain: string): string => `ARCHWRIGHT_${domain}`;

/**
 * Publishes events as CloudEvents 1.0 (JSON) on the subject that is their type, `<domain>.<entity>.<event>`, to one stream for each
 * domain. Streams that are not there, or not any more, are made. `Nats-Msg-Id` is the event's id, which lets JetStream drop repetitions.
 */
export function jetstream(nats: Nats): EventStream {
  let known: { readonly connection: NatsConnection; readonly client: JetStreamClient; readonly streams: Set<string> } | undefined;

  async function open(): Promise<NonNullable<typeof known>> {
    const connection = nats.current();
    if (connection === undefined) throw new Error("NATS cannot be reached.");
    if (known?.connection === connection) return known;
    const library = await import("@nats-io/jetstream");
    known = { connection, client: library.jetstream(connection, { timeout: patience }), streams: new Set() };
    return known;
  }

  return {
    async publish(events) {
      const { client, streams } = await open();
      const domains = new Set(events.map(({ type }) => domainOf(type)));
      for (const domain of domains) {
        if (streams.has(domain)) continue;
        await ensureStream(client, domain);
        streams.add(domain);
      }
      const encoder = new TextEncoder();
      const sent = events.map((event: StoredEvent) =>
        client.publish(event.type, encoder.encode(JSON.stringify(toCloudEvent(event))), { msgID: event.id, timeout: patience }),
      );
      const failed = (await Promise.allSettled(sent)).find((result) => result.status === "rejected");
      if (failed === undefined) return;
      // Perhaps the streams are gone: the next try looks.
      streams.clear();
      throw failed.reason;
    },
  };
}

const domainOf = (type: string): string => type.slice(0, type.indexOf("."));

async function ensureStream(client: JetStreamClient, domain: string): Promise<void> {
  const { streams } = await client.jetstreamManager(false);
  const name = streamOf(domain);
  try {
    await streams.info(name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === streamNotFound)) throw error;
    await streams.add({
      name,
      subjects: [`${domain}.>`],
      max_age: keptMilliseconds * nanosecond,
      max_bytes: keptBytes,
      duplicate_window: duplicateMilliseconds * nanosecond,
    });
  }
}
