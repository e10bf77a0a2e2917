import { once } from "node:events";
import { connect } from "node:net";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Log } from "../telemetry/log.ts";
import { listen, openSample, type SampleApp } from "../testing/sample-app.ts";
import { mount } from "./mount.ts";
import type { Operation } from "./operation.ts";

const bytes = (pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void) =>
  new ReadableStream({ pull }, { highWaterMark: 0 });
const seen: string[] = [];
const errors: object[] = [];

const operations: Operation<undefined>[] = [
  {
    id: "breakOff",
    method: "get",
    path: "/break-off",
    permission: "public",
    tenant: false,
    status: 200,
    answer: "reply",
    call: async () => {
      let chunks = 0;
      const body = bytes((controller) => {
        if (++chunks > 3) throw new Error("the disk is gone");
        controller.enqueue(new Uint8Array(10));
      });
      return { body, headers: { "Content-Length": "100" } };
    },
  },
  {
    id: "take",
    method: "post",
    path: "/take",
    permission: "public",
    tenant: false,
    status: 200,
    body: "bytes",
    call: async (_service, ctx, { body }) => {
      ctx.signal.addEventListener("abort", () => seen.push("signalled"));
      try {
        for await (const _chunk of body) seen.push("chunk");
      } catch (error) {
        seen.push("broken");
        throw error;
      }
      return {};
    },
  },
  {
    id: "badHeader",
    method: "get",
    path: "/bad-header",
    permission: "public",
    tenant: false,
    status: 200,
    answer: "reply",
    call: async () => ({ body: undefined, headers: { "Content-Disposition": "attachment; filename=\r\nSet-Cookie: a=b" } }),
  },
];

let sample: SampleApp;
let server: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  sample = await openSample();
  const app = new Hono();
  const log: Log = { debug() {}, info() {}, warn() {}, error: (fields) => errors.push(fields), child: () => log };
  mount(app, "/api", operations, undefined, { authenticate: sample.tokens.authenticate, log });
  app.route("/", sample.app);
  server = await listen(app);
});
afterAll(() => server.close());

async function raw(text: string) {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(text);
  return socket;
}

const isAlive = async () => (await fetch(`${server.url}/api/sign-in`, { method: "POST" })).status === 200;

describe("a server", () => {
  test("cuts a download that fails, so that nobody takes it for whole, and lives on", async () => {
    const printed = vi.spyOn(console, "error").mockImplementation(() => {});
    const response = await fetch(`${server.url}/api/break-off`);
    await expect(response.arrayBuffer()).rejects.toThrow();
    expect(printed).toHaveBeenCalledWith(expect.objectContaining({ message: "the disk is gone" }));
    printed.mockRestore();
    expect(await isAlive()).toBe(true);
  });

  test("tells the service when an upload breaks off, and lives on", async () => {
    const socket = await raw("POST /api/take HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nsome bytes");
    await vi.waitFor(() => expect(seen).toContain("chunk"));
    socket.destroy();
    await vi.waitFor(() => expect(seen.toSorted()).toEqual(["broken", "chunk", "signalled"]));
    expect(await isAlive()).toBe(true);
    expect(errors).toEqual([]);
  });

  test("refuses a body that is too large before it has come", async () => {
    const socket = await raw(
      "POST /api/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n",
    );
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
  });

  test("lets no header value start another header", async () => {
    const response = await fetch(`${server.url}/api/bad-header`);
    expect([response.status, response.headers.get("set-cookie")]).toEqual([500, null]);
  });

  test("sends the length of what it sends", async () => {
    const response = await fetch(`${server.url}/api/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"name":"é"}',
    });
    const text = await response.text();
    expect(Number(response.headers.get("content-length"))).toBe(Buffer.byteLength(text));
  });
});
