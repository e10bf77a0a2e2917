import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ConfigError } from "../config/settings.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import type { Live } from "../live/live.ts";
import { localLive } from "../live/local-live.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { letter } from "./letter.ts";
import { type MailTables, mailQueue, type QueuedMail } from "./mail-queue.ts";
import { Undeliverable } from "./mail-transport.ts";
import type { Mail } from "./mailer.ts";
import { openMail } from "./open-mail.ts";
import { smtpTransport } from "./smtp-transport.ts";
import { mailDefaults, startMail } from "./start-mail.ts";

const ctx = testContext();
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 10 });
const quick = { ...mailDefaults, pollMilliseconds: 20, retryMilliseconds: 1, attempts: 3 };
const from = "Archwright <mail@platform.example>";

interface Received {
  readonly envelope: readonly string[];
  readonly subject: string | undefined;
  readonly messageId: string;
  readonly from: string | undefined;
  readonly text: string | undefined;
  readonly html: string | undefined;
}

/** A real server on this machine: what it took, and what it does with addresses of certain names. */
async function smtpServer() {
  const received: Received[] = [];
  const refusals = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const left = refusals.get(address) ?? (address.startsWith("busy") ? 2 : 0);
      refusals.set(address, left - 1);
      if (address.startsWith("nobody")) return done(Object.assign(new Error("No such mailbox"), { responseCode: 550 }));
      if (address.startsWith("always") || left > 0) return done(Object.assign(new Error("Try later"), { responseCode: 451 }));
      return done();
    },
    onData(stream, session, done) {
      new Response(stream as never)
        .arrayBuffer()
        .then((raw) => PostalMime.parse(raw))
        .then(({ subject, messageId, from, text, html }) => {
          const envelope = session.envelope.rcptTo.map(({ address }) => address);
          received.push({ envelope, subject, messageId: messageId ?? "", from: from?.address, text, html });
          done();
        }, done);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { received, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

const mailTo = (to: string): Mail => letter({ to, subject: "Hello", paragraphs: ["A line."], footer: "The end." });

forEachDatabase(
  (_dialect, open) => {
    let database: SqlDatabase<MailTables>;
    let server: Awaited<ReturnType<typeof smtpServer>>;
    const live: Live = localLive();
    const errors: object[] = [];
    const log = { ...ctx.log, error: (fields: object) => void errors.push(fields) };
    const parts = () => ({ database, live, log, now: () => new Date(), system: () => ctx });
    const rows = () => database.statement((query) => query.selectFrom("core_mail").selectAll()).all(ctx, {});

    beforeAll(async () => {
      database = open() as unknown as SqlDatabase<MailTables>;
      server = await smtpServer();
    });
    afterAll(() => server.close());
    const started = () => startMail({ ...parts(), queue: mailQueue(database), transport: smtpTransport(server.url, from) }, quick);
    const mailer = () => openMail(parts(), { smtpUrl: server.url, mailFrom: from, host: "0.0.0.0", publicUrl: "" }).mailer;

    test("a message is sent once the transaction has committed, and never when it rolled back", async () => {
      const rolledBack = database.transact(ctx, async (ctx) => {
        await mailer().send(ctx, mailTo("rolled-back@example.com"));
        throw new Error("no");
      });
      await expect(rolledBack).rejects.toThrow("no");
      const sending = started();
      await database.transact(ctx, (ctx) => mailer().send(ctx, mailTo("ada@example.com")));
      await eventually(() => expect(server.received.at(-1)?.envelope).toEqual(["ada@example.com"]));
      await sending.stop();
      expect(await rows()).toEqual([]);
      expect(server.received).toHaveLength(1);
      expect(server.received[0]).toMatchObject({ subject: "Hello", from: "mail@platform.example" });
      expect(server.received[0]?.text).toContain("A line.");
      expect(server.received[0]?.html).toContain("A line.</p>");
    });

    test("what waits is encrypted: who reads the table finds neither the link nor the person", async () => {
      await mailer().send(ctx, { ...mailTo("waiting@example.com"), text: "https://platform.example/secret-link" });
      const stored = JSON.stringify(await rows());
      expect(stored).toContain("v1:");
      expect(stored).not.toMatch(/waiting|secret-link/);
      const sending = started();
      await eventually(() => expect(server.received.at(-1)?.text).toContain("secret-link"));
      await sending.stop();
    });

    test("a server that is busy is asked again, with the same message id; one that says no is not", async () => {
      const before = server.received.length;
      const sending = started();
      await mailer().send(ctx, mailTo("busy@example.com"));
      await mailer().send(ctx, mailTo("nobody@example.com"));
      await mailer().send(ctx, mailTo("always@example.com"));
      await eventually(() => expect(server.received.slice(before).map(({ envelope }) => envelope)).toEqual([["busy@example.com"]]));
      await eventually(() => expect(errors.map((one) => Reflect.get(one, "attempts")).toSorted()).toEqual([1, 3]));
      await eventually(async () => expect(await rows()).toEqual([]));
      await sending.stop();
      expect(server.received.at(-1)?.messageId).toMatch(/^<ml-[0-9a-f]{16}@platform\.example>$/);
    });

    test("two processes send each message once", async () => {
      const before = server.received.length;
      const names = Array.from({ length: 20 }, (_, index) => `person${index}@example.com`);
      for (const name of names) await mailer().send(ctx, mailTo(name));
      const both = [started(), started()];
      await eventually(async () => expect(await rows()).toEqual([]));
      await Promise.all(both.map((one) => one.stop()));
      const taken = server.received.slice(before).flatMap(({ envelope }) => envelope);
      expect(taken.toSorted()).toEqual(names.toSorted());
    });

    test("whoever held a message too long has no say in it any more", async () => {
      const queue = mailQueue(database);
      await queue.add(ctx, mailTo("held@example.com"), new Date(1000));
      const take = async (token: string) => (await queue.claim(ctx, { token, now: 1000, until: 1000, limit: 1 }))[0] as QueuedMail;
      const [late, holder] = [await take("late"), await take("holder")];
      expect([late.attempts, holder.attempts]).toEqual([1, 2]);
      await queue.retry(ctx, late, 9_999_999_999_999, "late");
      await queue.remove(ctx, late);
      expect(await rows()).toMatchObject([{ id: holder.id, token: "holder", last_error: null }]);
      await queue.remove(ctx, holder);
      expect(await rows()).toEqual([]);
    });

    test("a message that was put into the row of another cannot be read", async () => {
      const queue = mailQueue(database);
      for (const to of ["ada@example.com", "eve@example.com"]) await queue.add(ctx, mailTo(to), new Date(1000));
      const [first, second] = await rows();
      if (first === undefined || second === undefined) throw new Error("There are no two messages.");
      const put = database.statement((query, param: Placeholders<{ readonly id: string; readonly content: string }>) =>
        query.updateTable("core_mail").set({ content: param.content }).where("id", "=", param.id),
      );
      await put.run(ctx, { id: second.id, content: first.content });
      const held = await queue.claim(ctx, { token: "t", now: 1000, until: 2000, limit: 2 });
      expect(held.find(({ id }) => id === first.id)?.read().to).toMatch(/^(ada|eve)@/);
      expect(() => held.find(({ id }) => id === second.id)?.read()).toThrow();
      for (const one of held) await queue.remove(ctx, one);
    });

    test("an address cannot name further people, nor a subject further headers", async () => {
      const before = server.received.length;
      const sending = started();
      const lines = { subject: "Hi\r\nBcc: spy@example.com", paragraphs: ["x"], footer: "y" };
      await mailer().send(ctx, letter({ to: "one@example.com", ...lines }));
      for (const to of [
        "two@example.com, spy@example.com",
        "two@example.com\r\nRCPT TO:<spy@example.com>",
        "two@example.com> <spy@example.com",
        "two@example.com\r\nBcc: spy@example.com",
      ])
        await mailer().send(ctx, letter({ to, ...lines }));
      await eventually(async () => expect(await rows()).toEqual([]));
      await sending.stop();
      const taken = server.received.slice(before);
      expect(taken.flatMap(({ envelope }) => envelope)).not.toContain("spy@example.com");
      expect(taken.find(({ envelope }) => envelope.includes("one@example.com"))?.subject).toBe("Hi Bcc: spy@example.com");
    });
  },
  ["sqlite", "postgres"],
);

describe("a letter", () => {
  test("shows values as text, wherever they come from", () => {
    const { html, text } = letter({
      to: "ada@example.com",
      subject: "x",
      paragraphs: ['<img src=x onerror="alert(1)"> & more'],
      action: { label: "<b>Go</b>", url: 'https://platform.example/?a=1&b="><script>' },
      code: "<i>1</i>",
      footer: "</div>'",
    });
    expect(letter({ to: "ada@example.com", subject: " Hi\r\nBcc: eve@example.com", paragraphs: [], footer: "" }).subject).toBe(
      "Hi Bcc: eve@example.com",
    );
    expect(html).not.toMatch(/<img|<script|<b>|<i>|onerror="|<\/div>'/);
    expect(html).toContain('href="https://platform.example/?a=1&amp;b=&quot;&gt;&lt;script&gt;"');
    expect(text).toContain('<img src=x onerror="alert(1)"> & more');
    expect(text).toContain('https://platform.example/?a=1&b="><script>');
  });
});

describe("by SMTP", () => {
  let server: Awaited<ReturnType<typeof smtpServer>>;
  beforeAll(async () => {
    server = await smtpServer();
  });
  afterAll(() => server.close());
  /** Hands one message over by a transport of its own. */
  async function deliver(url: string, mail = mailTo("ada@example.com")): Promise<void> {
    const transport = smtpTransport(url, from);
    await transport.deliver(mail, "ml-1").finally(() => transport.close());
  }

  test("nothing is said in the clear to another machine, unless the operator asks for that", async () => {
    const before = server.received.length;
    // Linux connects to this machine there; it is no name of it all the same.
    const elsewhere = server.url.replace("127.0.0.1", "0.0.0.0");
    await expect(deliver(elsewhere)).rejects.toMatchObject({ code: "ETLS" });
    expect(server.received).toHaveLength(before);
    await deliver(`${elsewhere}?requireTLS=false`);
    expect(server.received).toHaveLength(before + 1);
  });

  test.each([
    ["a file", { path: import.meta.filename }],
    ["an address", { href: "http://127.0.0.1:9/" }],
  ])("a message names no content elsewhere: %s", async (_, content) => {
    await expect(deliver(server.url, { ...mailTo("ada@example.com"), text: content as never })).rejects.toThrow(/access rejected/);
  });

  test("a wrong password is the operator's to mend: the message is tried again", async () => {
    const strict = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_given, _session, done) => done(Object.assign(new Error("Wrong"), { responseCode: 535 })),
    });
    await new Promise<void>((resolve) => strict.listen(0, "127.0.0.1", resolve));
    const { port } = strict.server.address() as AddressInfo;
    const refusal = await deliver(`smtp://mail:wrong@127.0.0.1:${port}`).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "EAUTH" });
    expect(refusal).not.toBeInstanceOf(Undeliverable);
    await new Promise<void>((resolve) => strict.close(() => resolve()));
  });
});

describe("the configuration", () => {
  test.each(["mail.example.com:25", "http://mail.example.com", "smtp://"])("an address that is none is named: %s", (url) => {
    expect(() => smtpTransport(url, from)).toThrow(/SMTP_URL must be an address/);
  });
  test("whom mail comes from must be said", () => {
    expect(() => smtpTransport("smtps://mail.example.com", "")).toThrow(ConfigError);
  });
});
