import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Authenticate, invalidToken } from "../auth/caller.ts";
import type { Teams } from "../context/context.ts";
import { listen, newTokens, openSample, type SampleApp } from "../testing/sample-app.ts";

let sample: SampleApp;
let server: Awaited<ReturnType<typeof listen>>;
let headers: Record<string, string>;
beforeAll(async () => {
  sample = await openSample({ heartbeat: 20 });
  server = await listen(sample.app);
  headers = { authorization: `Bearer ${await sample.tokenFor({ user: "us-1", organization: "og-1", permissions: [] })}` };
});
afterAll(() => server.close());

const open = (query: string, more: Record<string, string> = {}, signal?: AbortSignal) =>
  fetch(`${server.url}/api/labels/events?${query}`, { headers: { ...headers, ...more }, ...(signal && { signal }) });

/** Reads until `text` has come, and leaves the stream open. */
async function readUntil(response: Response, text: string): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let read = "";
  while (!read.includes(text)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`The stream ended after: ${read}`);
    read += decoder.decode(value, { stream: true });
  }
  reader.releaseLock();
  return read;
}

describe("a stream of events", () => {
  test("says how long to wait before reconnecting, and gives each event its id", async () => {
    const response = await open("until=7");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    const text = await response.text();
    expect(text.startsWith('retry: 3000\n\nid: 1\nevent: count\ndata: {"count":1}\n\n')).toBe(true);
    expect(text.endsWith('id: 7\nevent: count\ndata: {"count":7}\n\n')).toBe(true);
  });

  test("goes on after the last event that the browser saw", async () => {
    const text = await (await open("until=7", { "last-event-id": "6" })).text();
    expect(text.match(/^id: .*$/gm)).toEqual(["id: 7"]);
  });

  test("shows that it is alive while nothing happens, and stops the service when the client goes", async () => {
    const leaving = new AbortController();
    const before = sample.service.seen.length;
    const response = await open("until=1", {}, leaving.signal);
    await readUntil(response, ": still here\n\n: still here\n\n");
    expect(sample.service.seen.slice(before)).toEqual(["started"]);
    leaving.abort();
    await vi.waitFor(() => expect(sample.service.seen.slice(before)).toEqual(["started", "stopped"]));
  });

  test("stops the service also when it is read within the process", async () => {
    const before = sample.service.seen.length;
    const response = await sample.app.request("/api/labels/events?until=1", { headers });
    await readUntil(response, ": still here");
    await response.body?.cancel();
    await vi.waitFor(() => expect(sample.service.seen.slice(before)).toEqual(["started", "stopped"]));
  });

  test("that fails at once answers with the problem's status", async () => {
    const response = await open("", { "last-event-id": "2000" });
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  });

  test("that fails later tells so in an event without inside detail, and ends", async () => {
    const text = await (await open("until=13")).text();
    expect(text).toMatch(/event: problem\ndata: \{[^\n]*"status":500[^\n]*\}\n\n$/);
    expect(text).not.toContain("secret");
    expect(sample.errors).toContainEqual({ err: expect.objectContaining({ message: "secret inside" }) });
  });

  test("takes no more from the service than the client reads", async () => {
    const leaving = new AbortController();
    const before = sample.service.seen.length;
    // Far more than the buffers of both sockets hold.
    const response = await open("until=5000000", {}, leaving.signal);
    await readUntil(response, "id: 3\n");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(sample.service.seen.slice(before)).toEqual(["started"]);
    leaving.abort();
    await vi.waitFor(() => expect(sample.service.seen.slice(before)).toEqual(["started", "stopped"]));
  });

  test("ends with the token of its reader, who comes back with another, and stops the service", async () => {
    const before = sample.service.seen.length;
    const token = await sample.tokens.issue({ user: "us-1", session: "ss-1", organization: "og-1", roles: [] }, 2);
    const response = await open("until=1", { authorization: `Bearer ${token}` });
    const text = await response.text();
    expect(text).toContain('data: {"count":1}');
    expect(text).not.toContain("problem");
    await vi.waitFor(() => expect(sample.service.seen.slice(before)).toEqual(["started", "stopped"]));
  });

  test("ends with the session of its reader, silent or not", async () => {
    const tokens = await newTokens();
    const ended = new Set<string>();
    const authenticate: Authenticate = async (request) => {
      const caller = await tokens.authenticate(request);
      if (caller?.actor.kind !== "user" || ended.has(caller.actor.session)) throw invalidToken("This session has ended.");
      return caller;
    };
    const own = await openSample({ authenticate });
    const other = await listen(own.app);
    for (const until of ["1", "5000000"]) {
      const before = own.service.seen.length;
      const token = await tokens.issue({ user: "us-1", session: until, organization: "og-1", roles: [] }, 60);
      const response = await fetch(`${other.url}/api/labels/events?until=${until}`, { headers: { authorization: `Bearer ${token}` } });
      const text = response.text();
      await vi.waitFor(() => expect(own.service.seen.slice(before)).toEqual(["started"]));
      ended.add(until);
      expect(await text).not.toContain("problem");
      await vi.waitFor(() => expect(own.service.seen.slice(before)).toEqual(["started", "stopped"]));
    }
    await other.close();
  });

  test("ends once its reader has left a team, and not when they join one", async () => {
    const tokens = await newTokens();
    let teams: Teams = ["tm-1", "tm-2"];
    const authenticate: Authenticate = async (request) => {
      const caller = await tokens.authenticate(request);
      return caller === undefined ? expect.unreachable() : { ...caller, teams };
    };
    const own = await openSample({ authenticate, heartbeat: 20 });
    const authorization = `Bearer ${await tokens.issue({ user: "us-1", session: "ss-1", organization: "og-1", roles: [] }, 60)}`;
    for (const [before, fewer] of [
      [["tm-1", "tm-2"], ["tm-2"]],
      ["all", ["tm-1"]],
    ] as const) {
      teams = before;
      const { length } = own.service.seen;
      const response = await own.app.request("/api/labels/events?until=1", { headers: { authorization } });
      await readUntil(response, ": still here");
      teams = before === "all" ? "all" : [...before, "tm-3"];
      await readUntil(response, ": still here");
      expect(own.service.seen.slice(length)).toEqual(["started"]);
      teams = fewer;
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      for (let done: boolean | undefined = false; done !== true; ) ({ done } = await reader.read());
      await vi.waitFor(() => expect(own.service.seen.slice(length)).toEqual(["started", "stopped"]));
    }
  });

  test("ends when the server stops", async () => {
    const stopping = new AbortController();
    const own = await openSample({ stopping: stopping.signal });
    const other = await listen(own.app);
    const authorization = `Bearer ${await own.tokenFor({ user: "us-1", organization: "og-1", permissions: [] })}`;
    const response = await fetch(`${other.url}/api/labels/events?until=1`, { headers: { authorization } });
    const text = response.text();
    await vi.waitFor(() => expect(own.service.seen).toEqual(["started"]));
    stopping.abort();
    expect(await text).toContain('data: {"count":1}');
    await vi.waitFor(() => expect(own.service.seen).toEqual(["started", "stopped"]));
    await other.close();
  });

  test("an organization has only so many at once; one that ends, fails or is left makes room", async () => {
    const crowd = { authorization: `Bearer ${await sample.tokenFor({ user: "us-1", organization: "og-crowd", permissions: [] })}` };
    for (let index = 0; index < 110; index++) {
      await (await open("until=1", { ...crowd, "last-event-id": "2000" })).body?.cancel();
      expect(await (await open("until=7", crowd)).text()).toContain("id: 7");
    }
    const leaving = new AbortController();
    const streams = await Promise.all(Array.from({ length: 100 }, () => open("until=1", crowd, leaving.signal)));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    const refused = await open("until=1", crowd);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "5"]);
    expect((await open("until=7")).status).toBe(200);
    leaving.abort();
    await vi.waitFor(async () => expect((await open("until=7", crowd)).status).toBe(200));
  });
});
