import { resolve } from "node:path";
import { jetstream as jetstreamClient } from "@nats-io/jetstream";
import { connect, type NatsConnection } from "@nats-io/transport-node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context/context.ts";
import type { Database, SqlDatabase } from "../database/database.ts";
import { migrate } from "../database/migrations.ts";
import { openDatabase } from "../database/open.ts";
import { natsCarrier } from "../live/nats-carrier.ts";
import { postgresCarrier } from "../live/postgres-carrier.ts";
import { type SharedLive, sharedLive } from "../live/shared-live.ts";
import { type Nats, openNats } from "../nats/nats.ts";
import { silentLog, testContext } from "../testing/context.ts";
import { type OwnNats, startNats } from "../testing/start-nats.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-databases.ts";
import { withNats } from "../testing/with-nats.ts";
import type { CloudEvent } from "./cloud-event.ts";
import { type EmbeddedEvents, type EmbeddedSettings, embeddedEvents } from "./embedded.ts";
import type { Consumer, DomainEvent } from "./event.ts";
import { jetstream, streamOf } from "./jetstream.ts";
import { relayName } from "./relay.ts";
import type { EventTables } from "./tables.ts";
import { eventually, quick, unique } from "./testing/embedded.ts";

const ctx = testContext();
const system = (name: string, organization: string): Context => ({ ...ctx, actor: { kind: "system", id: name }, organization });
/** Nothing is found by looking: only a wake from elsewhere can have brought it. */
const asleep: EmbeddedSettings = { ...quick, pollMilliseconds: 3_600_000, leaseMilliseconds: 500 };

type Dialect = "sqlite" | "postgres";
type Transport = "notify" | "nats";
const matrix: readonly (readonly [Dialect, Transport])[] = [
  ["postgres", "notify"],
  ["postgres", "nats"],
  ["sqlite", "nats"],
];

for (const [dialect, transport] of matrix) {
  const declare = transport === "nats" ? withNats : describe;
  declare(`events on ${dialect}, by way of ${transport}`, () => {
    let place: TestDatabase;
    let server: OwnNats | undefined;
    const opened: (() => Promise<unknown>)[] = [];

    beforeAll(async () => {
      place = await createTestDatabase(dialect);
      const database = await openDatabase(place.url);
      await migrate(database, resolve("sql"), silentLog, ["core"]);
      await database.close();
      if (transport === "nats") server = await startNats();
    });
    afterAll(async () => {
      await server?.remove();
      await place.remove();
    });
    afterEach(async () => {
      for (const close of opened.splice(0).reverse()) await close();
    });

    /** One process: its own connections to the database and the transport. */
    async function process(consumers: readonly Consumer[], settings = asleep): Promise<EmbeddedEvents & { readonly database: Database }> {
      const database = await openDatabase(place.url);
      let nats: Nats | undefined;
      if (server !== undefined) nats = openNats(server.url, silentLog);
      const live: SharedLive = sharedLive(nats === undefined ? postgresCarrier(place.url, silentLog) : natsCarrier(nats));
      await live.next("connected", 15_000, new AbortController().signal);
      const events = embeddedEvents(
        {
          database: database as SqlDatabase<EventTables>,
          live,
          log: silentLog,
          system,
          now: () => new Date(),
          stream: nats && jetstream(nats),
        },
        settings,
      );
      events.subscribe(consumers);
      opened.push(async () => {
        await live.close();
        await nats?.close();
        await database.close();
      });
      return { ...events, database };
    }

    function start(events: EmbeddedEvents): void {
      const running = events.start();
      opened.push(() => running.stop());
    }

    test("an event is handled in another process as soon as it is committed, in the order of its aggregate", async () => {
      const type = unique("a.b.told");
      const seen: unknown[] = [];
      const consumer: Consumer = { name: unique("c"), types: [type], handle: async (_, { data }) => void seen.push(data) };
      const [appending, handling] = [await process([consumer]), await process([consumer])];
      start(handling);
      for (let index = 0; index < 10; index++) await appending.log.append(ctx, { type, aggregate: "x-1", data: index });
      await eventually(() => expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    });

    test("each event is handled once for each consumer, whoever of several processes does it", async () => {
      const type = unique("a.b.shared");
      const seen: string[] = [];
      const consumers = [unique("c"), unique("c")].map(
        (name): Consumer => ({ name, types: [type], handle: async (_, { data }) => void seen.push(`${name} ${data}`) }),
      );
      const [first, second] = [await process(consumers), await process(consumers)];
      start(first);
      start(second);
      const numbers = Array.from({ length: 30 }, (_, index) => index);
      await Promise.all(numbers.map((index) => first.log.append(ctx, { type, aggregate: `x-${index % 7}`, data: index })));
      const expected = consumers.flatMap(({ name }) => numbers.map((index) => `${name} ${index}`));
      await eventually(() => expect(seen.toSorted()).toEqual(expected.toSorted()));
    });

    test("a dead letter that one process replays is handled by another", async () => {
      const type = unique("a.b.dead");
      const seen: DomainEvent[] = [];
      let broken = true;
      const consumer: Consumer = {
        name: unique("c"),
        types: [type],
        async handle(_, event) {
          if (broken) throw new Error("not yet");
          seen.push(event);
        },
      };
      const [other, handling] = [await process([consumer]), await process([consumer])];
      start(handling);
      await other.log.append(ctx, { type, aggregate: "x-1", data: "late" });
      const letters = async () => (await other.deadLetters.list(ctx, 100)).filter((letter) => letter.consumer === consumer.name);
      await eventually(async () => expect(await letters()).toHaveLength(1));
      broken = false;
      const [letter] = await letters();
      await other.deadLetters.replay(ctx, consumer.name, Number(letter?.event.position));
      await eventually(() => expect(seen).toMatchObject([{ data: "late" }]));
    });

    if (transport !== "nats") return;

    const running = (): OwnNats => {
      if (server === undefined) throw new Error("The server runs only while tests do.");
      return server;
    };

    /** All that is in the stream of a domain, as somebody outside reads it. */
    async function published(domain: string): Promise<readonly CloudEvent[]> {
      const connection: NatsConnection = await connect({ servers: running().url });
      try {
        const client = jetstreamClient(connection);
        const manager = await client.jetstreamManager();
        const { state } = await manager.streams.info(streamOf(domain));
        const found: CloudEvent[] = [];
        for (let sequence = state.first_seq; sequence <= state.last_seq; sequence++) {
          const message = await manager.streams.getMessage(streamOf(domain), { seq: sequence });
          if (message !== null) found.push(message.json<CloudEvent>());
        }
        return found;
      } finally {
        await connection.close();
      }
    }

    /** How many events wait for the relay. */
    async function waiting({ database }: { readonly database: Database }): Promise<number> {
      const all = (database as SqlDatabase<EventTables>).statement<object, { readonly position: number | string }>((query) =>
        query.selectFrom("core_deliveries").select("position").where("consumer", "=", relayName),
      );
      return (await all.all(ctx, {})).length;
    }

    test("whoever is outside reads each event from the stream of its domain, as a CloudEvent", async () => {
      const domain = unique("outside").replace(".", "");
      const events = await process([]);
      start(events);
      await events.log.append(ctx, { type: `${domain}.thing.made`, aggregate: "x-1", data: { size: 1 } });
      await events.log.append(ctx, { type: `${domain}.thing.made`, aggregate: "x-1", data: { size: 2 } });
      await eventually(async () => expect(await waiting(events)).toBe(0));
      expect(await published(domain)).toMatchObject([
        { specversion: "1.0", type: `${domain}.thing.made`, subject: "x-1", data: { size: 1 }, organization: ctx.organization },
        { type: `${domain}.thing.made`, data: { size: 2 } },
      ]);
    });

    test("an event that was published by a relay that died before it could say so is in the stream once", async () => {
      const domain = unique("again").replace(".", "");
      const events = await process([]);
      const twice = openNats(running().url, silentLog);
      opened.push(() => twice.close());
      await new Promise<void>((resolve) => twice.onConnected(() => resolve()));
      const event = { id: "ev-00000000000000aa", type: `${domain}.thing.made`, aggregate: "x-1", organization: "", actor: "", data: 1 };
      const stored = { ...event, time: new Date().toISOString(), position: 1, trace: undefined };
      await jetstream(twice).publish([stored]);
      await jetstream(twice).publish([stored]);
      expect(await published(domain)).toHaveLength(1);
      await events.database.ping();
    });

    test("events wait in the database while the server is gone, and are published when it is back, its store empty", async () => {
      const domain = unique("gone").replace(".", "");
      const seen: unknown[] = [];
      const type = `${domain}.thing.made`;
      const consumer: Consumer = { name: unique("c"), types: [type], handle: async (_, { data }) => void seen.push(data) };
      const events = await process([consumer], quick);
      start(events);
      await events.log.append(ctx, { type, aggregate: "x-1", data: "before" });
      await eventually(async () => expect(await waiting(events)).toBe(0));
      await running().kill();
      await running().wipe();
      await events.log.append(ctx, { type, aggregate: "x-1", data: "meanwhile" });
      // What goes on inside does not need the server.
      await eventually(() => expect(seen).toEqual(["before", "meanwhile"]));
      expect(await waiting(events)).toBe(1);
      await running().start();
      await eventually(async () => expect(await waiting(events)).toBe(0));
      expect(await published(domain)).toMatchObject([{ data: "meanwhile" }]);
    });
  });
}

withNats("a NATS server without JetStream", () => {
  test("is named in a sentence that says what to do", async () => {
    const server = await startNats({ jetstream: false });
    const said: string[] = [];
    const nats = openNats(server.url, { ...silentLog, warn: (_, message) => void said.push(message) });
    await eventually(() => expect(said.join()).toMatch(/without JetStream.*nats-server -js/));
    await nats.close();
    await server.remove();
  });
});
