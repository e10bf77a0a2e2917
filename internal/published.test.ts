import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readCoreConfig } from "./core/config/core-settings.ts";
import { silentLog } from "./core/testing/context.ts";
import { openPlatform } from "./project.ts";

const password = "violet umbrella spoon 41";

/** How accounts begin on a platform that others reach. */
describe("a platform that others reach", () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  /** Takes mail, and keeps its text by whom it went to. */
  async function openMailServer() {
    const mailed = new Map<string, string>();
    const server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      onData(stream, session, done) {
        new Response(stream as never)
          .arrayBuffer()
          .then((raw) => PostalMime.parse(raw))
          .then(({ text }) => {
            for (const { address } of session.envelope.rcptTo) mailed.set(address, text ?? "");
            done();
          }, done);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    return { mailed, port: (server.server.address() as { readonly port: number }).port };
  }

  async function open(more: Readonly<Record<string, string>>) {
    const folder = await mkdtemp(join(tmpdir(), "archwright-"));
    closing.push(() => rm(folder, { recursive: true }));
    const env = { DATA_DIR: folder, PUBLIC_URL: "https://platform.example", ...more };
    const platform = await openPlatform({ config: readCoreConfig(env), env, log: silentLog });
    await platform.start();
    closing.push(() => platform.stop());
    return async (path: string, body?: object, headers: Readonly<Record<string, string>> = {}) => {
      const json = { "content-type": "application/json", ...headers };
      const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers: json };
      const connection = { incoming: { socket: { remoteAddress: "10.1.2.3" } } };
      const reply = await platform.fetch(new Request(`https://platform.example/api/v1/auth/${path}`, sent), connection);
      const text = await reply.text();
      return { status: reply.status, body: text === "" ? undefined : JSON.parse(text) };
    };
  }

  const person = (name: string) => ({ email: `${name}@example.com`, name, password });

  test("lets its first person in at once, and others by a link; who has an account hears of it alone", async () => {
    const { mailed, port } = await openMailServer();
    const send = await open({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Archwright <mail@platform.example>" });
    expect((await send("setup")).body).toEqual({ firstAccount: true, registration: true, confirmation: false });
    expect((await send("register", person("ada"))).status).toBe(201);
    expect((await send("setup")).body).toEqual({ firstAccount: false, registration: true, confirmation: true });

    const atOnce = await Promise.all([send("register", person("ada")), send("register", person("grace"))]);
    expect(atOnce.map(({ status, body }) => [status, body.detail])).toEqual(Array(2).fill([403, expect.any(String)]));
    const asked = await Promise.all([send("sign-up", person("ada")), send("sign-up", person("grace"))]);
    expect(asked).toEqual(Array(2).fill({ status: 202, body: undefined }));

    const token = await vi.waitFor(
      () => {
        expect(mailed.get("ada@example.com")).toContain("Somebody asked for an account with this address");
        return expectToken(mailed.get("grace@example.com"));
      },
      { timeout: 40_000, interval: 20 },
    );
    const confirmed = await send("sign-up/confirm", { token, password });
    expect(confirmed).toMatchObject({ status: 201, body: { user: { email: "grace@example.com" } } });
  });

  test.each([
    ["counts each who comes through a proxy that it trusts by their own address", "10.0.0.0/8", 422],
    ["counts all together who come through one that it does not trust, whatever they say", "", 429],
  ])("%s", async (_, trusted, wanted) => {
    const send = await open({ TRUSTED_PROXIES: trusted });
    const attempt = (address: string) => send("passkey-sign-in", { credential: proof }, { "x-forwarded-for": address });
    for (let tries = 0; tries < 10; tries++) expect((await attempt("203.0.113.1")).status).toBe(422);
    expect((await attempt("203.0.113.1")).status).toBe(429);
    expect((await attempt("203.0.113.2")).status).toBe(wanted);
  });

  test("takes nobody new after the first when it sends no mail, and says so alike for every address", async () => {
    const send = await open({});
    expect((await send("register", person("ada"))).status).toBe(201);
    expect((await send("setup")).body).toMatchObject({ registration: false });
    for (const path of ["register", "sign-up"]) {
      const [known, unknown] = [await send(path, person("ada")), await send(path, person("grace"))];
      expect([known.status, known.body.detail]).toEqual([403, unknown.body.detail]);
    }
  });
});

/** An answer to a question that nobody asked. */
const proof = { id: "AA", rawId: "AA", type: "public-key", response: { clientDataJSON: "AA", authenticatorData: "AA", signature: "AA" } };

function expectToken(text: string | undefined): string {
  const token = /https:\/\/platform\.example\/finish-account#([\w-]+)/.exec(text ?? "")?.[1];
  if (token === undefined) throw new Error("The link has not come.");
  return token;
}
