import { describe, expect, test } from "vitest";
import { silentLog } from "../testing/context.ts";
import { letter } from "./letter.ts";
import { openMail } from "./open-mail.ts";
import { outboxPage } from "./outbox-page.ts";
import { outboxTransport } from "./outbox-transport.ts";

const now = () => new Date("2030-01-01T00:00:00Z");
const hello = letter({ to: "ada@example.com", subject: "<Hello>", paragraphs: ["A <line>."], footer: "The end." });

function page() {
  const outbox = outboxTransport(silentLog, now);
  const app = outboxPage(outbox);
  const ask = (path: string, headers: Record<string, string> = {}, remoteAddress = "127.0.0.1") =>
    app.fetch(new Request(`http://localhost:8080${path}`, { headers: { host: "localhost:8080", ...headers } }), {
      incoming: { socket: { remoteAddress } },
    } as never);
  return { outbox, ask };
}

describe("the outbox of development", () => {
  test("lists messages, the newest first, and shows each with its markup kept in a frame that runs nothing", async () => {
    const { outbox, ask } = page();
    await outbox.deliver(hello, "ml-1");
    await outbox.deliver({ ...hello, to: "eve@example.com" }, "ml-2");
    await outbox.deliver({ ...hello, to: "eve@example.com" }, "ml-2");
    const list = (await (await ask("/dev/mail", { accept: "application/json" })).json()) as { items: { to: string }[] };
    expect(list.items.map(({ to }) => to)).toEqual(["eve@example.com", "ada@example.com"]);
    expect(await (await ask("/dev/mail")).text()).toContain('<a href="/dev/mail/ml-1">&lt;Hello&gt;</a>');
    const shown = await ask("/dev/mail/ml-1");
    const html = await shown.text();
    expect(html).toContain('srcdoc="&lt;!doctype html&gt;');
    expect(html).toContain("A &lt;line&gt;.");
    expect(html).toMatch(/<iframe [^>]*sandbox="(?![^"]*allow-scripts)/);
    expect(shown.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(shown.headers.get("cache-control")).toBe("no-store");
    expect((await ask("/dev/mail/ml-9")).status).toBe(404);
  });

  test("keeps the last hundred, and tells the log nothing of what is in them", async () => {
    const told: unknown[] = [];
    const outbox = outboxTransport({ ...silentLog, info: (...given: unknown[]) => void told.push(given) }, now);
    for (let index = 0; index < 101; index++) await outbox.deliver(hello, `ml-${index}`);
    expect(outbox.kept()).toHaveLength(100);
    expect(outbox.kept().at(-1)?.id).toBe("ml-1");
    expect(JSON.stringify(told)).not.toMatch(/Hello|line|ada@/);
  });

  test.each([
    ["another machine", {}, "192.0.2.7"],
    ["a page whose name was made to point here", { host: "evil.example:8080" }, "127.0.0.1"],
    ["somebody behind a proxy on this machine", { "x-forwarded-for": "192.0.2.7" }, "127.0.0.1"],
    ["somebody behind a proxy as RFC 7239 has it", { forwarded: "for=192.0.2.7" }, "127.0.0.1"],
    ["somebody behind a proxy that says so in its own way", { "x-real-ip": "192.0.2.7" }, "127.0.0.1"],
    ["somebody behind a proxy that names itself", { via: "1.1 proxy" }, "127.0.0.1"],
    ["an unknown connection", {}, ""],
    ["an address that begins like ours", {}, "127.0.0.1.example"],
    ["a name that ends like ours", { host: "evil-localhost" }, "127.0.0.1"],
    ["a name that begins like ours", { host: "localhost.evil.example" }, "127.0.0.1"],
  ])("shows nothing to %s", async (_, headers, address) => {
    const { outbox, ask } = page();
    await outbox.deliver(hello, "ml-1");
    for (const path of ["/dev/mail", "/dev/mail/ml-1"]) {
      const answer = await ask(path, headers as Record<string, string>, address);
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain("Hello");
    }
  });
});

test.each([
  [{ host: "localhost", publicUrl: "", smtpUrl: "" }, true],
  [{ host: "127.0.0.1", publicUrl: "http://localhost:5173", smtpUrl: "" }, true],
  [{ host: "0.0.0.0", publicUrl: "", smtpUrl: "" }, false],
  [{ host: "localhost", publicUrl: "https://platform.example", smtpUrl: "" }, false],
  [{ host: "localhost", publicUrl: "", smtpUrl: "smtps://mail.example.com" }, false],
])("with %j there is an outbox: %s", (config, there) => {
  const database = { statement: () => ({}), afterCommit() {} } as never;
  const parts = { database, live: {} as never, log: silentLog, now, system: () => ({}) as never };
  expect(openMail(parts, { ...config, mailFrom: "mail@platform.example" }).page !== undefined).toBe(there);
});
