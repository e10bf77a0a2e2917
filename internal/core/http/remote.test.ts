import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Context } from "../context/context.ts";
import { Problem } from "../problems/problem.ts";
import { listen, openSample, type SampleApp } from "../testing/sample-app.ts";
import type { Bytes } from "./contents.ts";
import type { Reply } from "./operation.ts";
import { Remote } from "./remote.ts";

let sample: SampleApp;
let server: Awaited<ReturnType<typeof listen>>;
let remote: Remote;
let token: string;
beforeAll(async () => {
  sample = await openSample({ heartbeat: 20 });
  server = await listen(sample.app);
  token = await sample.tokenFor({ user: "us-1", organization: "og-1", permissions: ["labels.read", "labels.write"] });
  remote = new Remote({ domain: "labels", url: `${server.url}/api`, authorize: () => `Bearer ${token}` });
});
afterAll(() => server.close());

function context(more: Partial<Context> = {}): Context {
  return {
    actor: { kind: "anonymous" },
    organization: "og-1",
    roles: [],
    teams: [],
    permissions: new Set(),
    client: { address: "unknown", agent: "" },
    requestId: "rq-from-afar",
    trace: undefined,
    locale: "en",
    deadline: Number.POSITIVE_INFINITY,
    signal: new AbortController().signal,
    log: { debug() {}, info() {}, warn() {}, error() {}, child: () => context().log },
    transaction: undefined,
    ...more,
  };
}

const failureOf = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => expect.unreachable("This call should have failed."),
    (error) => {
      expect(error).toBeInstanceOf(Problem);
      return error as Problem;
    },
  );

interface Label {
  readonly id: string;
  readonly version: number;
}

describe("a domain that runs elsewhere", () => {
  test("does not answer what only domains may ask of each other where it takes no such calls", async () => {
    const refused = await failureOf(remote.invoke(context(), "createLabel"));
    expect(refused).toMatchObject({ status: 503, message: expect.stringContaining("createLabel") });
  });

  const create = (name: string) => remote.call<Label>(context(), { method: "post", path: "/labels", body: { name } });

  test("answers like one in this process", async () => {
    const label = await create("Urgent");
    expect(await remote.call(context(), { method: "get", path: "/labels/{id}", params: { id: label.id } })).toEqual(label);
    const changed = { method: "patch", path: "/labels/{id}", params: { id: label.id }, body: { note: "n" }, expected: 1 } as const;
    expect(await remote.call(context(), changed)).toMatchObject({ version: 2, note: "n" });
    expect(await failureOf(remote.call(context(), changed))).toMatchObject({ status: 412, slug: "stale" });
    expect(
      await remote.call(context(), { method: "delete", path: "/labels/{id}", params: { id: label.id }, answer: "none" }),
    ).toBeUndefined();
  });

  test("gets a list query as it was meant", async () => {
    const list = { filter: { name: { eq: "a&b", in: ["x", "y"] }, size: { gt: 2 } }, sort: "-name", limit: 5, total: true };
    expect(await remote.call(context(), { method: "get", path: "/labels", list })).toMatchObject({ query: list });
  });

  test("passes on its problems with all they say", async () => {
    const problem = await failureOf(remote.call(context(), { method: "post", path: "/labels", body: { name: "" } }));
    expect(problem).toMatchObject({ status: 422, slug: "invalid", errors: [{ pointer: "/name", detail: "must not be empty" }] });
  });

  test.each(["../labels", "a/b", "a?b=c", "a#b", "%2e%2e", ".."])("cannot be led to another path by the id %s", async (id) => {
    expect(await failureOf(remote.call(context(), { method: "get", path: "/labels/{id}", params: { id } }))).toMatchObject({ status: 404 });
  });

  test("cannot be led up the path either", async () => {
    const call = remote.call(context(), {
      method: "post",
      path: "/labels/x/{id}/count",
      params: { id: ".." },
      body: new Blob(["1"]).stream(),
    });
    expect(await failureOf(call)).toMatchObject({ status: 404 });
  });

  test("gets and gives bytes, headers and cookies", async () => {
    const body = new Blob(["12345"]).stream();
    expect(await remote.call(context(), { method: "post", path: "/labels/count", body })).toEqual({ bytes: 5 });
    const reply = await remote.call<Reply<Bytes, { ETag: string }>>(context(), {
      method: "get",
      path: "/labels/bytes",
      query: { size: 3 },
      answer: "bytes",
    });
    expect([reply.headers.ETag, (await new Response(reply.body).arrayBuffer()).byteLength]).toEqual(['"bytes"', 3]);
    const signedIn = await remote.call(context(), { method: "post", path: "/sign-in", cookies: { refresh: "r" }, answer: "reply" });
    expect(signedIn).toMatchObject({ body: { cookie: "r" }, headers: { "Set-Cookie": ["a=1; HttpOnly", "b=2"] } });
  });

  test("streams events until the reader stops, and then stops too", async () => {
    const before = sample.service.seen.length;
    const counts: unknown[] = [];
    for await (const event of remote.stream<{ count: number }>(context(), { method: "get", path: "/labels/events", query: { until: 3 } })) {
      counts.push(event);
      if (counts.length === 3) break;
    }
    expect(counts[2]).toEqual({ id: "3", event: "count", data: { count: 3 } });
    await vi.waitFor(() => expect(sample.service.seen.slice(before)).toEqual(["started", "stopped"]));
  });

  test("has its failure within a stream told as a problem", async () => {
    const readAll = async () => {
      for await (const event of remote.stream(context(), { method: "get", path: "/labels/events", query: { until: 13 } }))
        expect(event.event).toBe("count");
    };
    expect(await failureOf(readAll())).toMatchObject({ status: 500, slug: "internal" });
  });

  test("is left when the caller's time is over", async () => {
    const hang = { method: "post", path: "/failures/{how}", params: { how: "hang" } } as const;
    expect(await failureOf(remote.call(context({ signal: AbortSignal.timeout(50) }), hang))).toMatchObject({ status: 504 });
    // The other side gives up by itself as well.
    expect(await failureOf(remote.call(context({ deadline: Date.now() + 50 }), hang))).toMatchObject({ status: 504 });
  });

  test("that cannot be reached is a 503 with its name", async () => {
    const nowhere = new Remote({ domain: "labels", url: "http://127.0.0.1:1", authorize: () => "" });
    expect(await failureOf(nowhere.call(context(), { method: "get", path: "/labels" }))).toMatchObject({
      status: 503,
      message: expect.stringContaining("labels"),
    });
  });
});

describe("what stands between", () => {
  let proxy: Server;
  let url: string;
  let seen: Record<string, unknown> = {};
  beforeAll(async () => {
    proxy = createServer((request, response) => {
      seen = request.headers;
      if (request.url === "/html") response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
      else if (request.url === "/moved") response.writeHead(302, { location: "/" }).end();
      else if (request.url === "/cut") response.writeHead(200, { "content-length": "100" }).write("{", () => response.destroy());
      else if (request.url === "/busy") {
        const problem = { type: "urn:archwright:problem:too-many", title: "Too many requests", status: 429, detail: "Slow down." };
        response.writeHead(429, { "content-type": "application/problem+json", "retry-after": "7" }).end(JSON.stringify(problem));
      } else response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterAll(() => proxy.close());
  const call = (path: string, ctx = context()) =>
    new Remote({ domain: "labels", url, authorize: () => "Bearer mine" }).call(ctx, { method: "get", path });

  test.each(["/html", "/moved", "/cut"])("makes a 503 when it answers %s", async (path) => {
    expect(await failureOf(call(path))).toMatchObject({ status: 503 });
  });

  test("has its Retry-After passed on", async () => {
    expect(await failureOf(call("/busy"))).toMatchObject({ status: 429, message: "Slow down.", headers: { "Retry-After": "7" } });
  });

  test("sees the request's id, trace, language and what is left of its time", async () => {
    const trace = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    await call("/", context({ trace, locale: "lb", deadline: Date.now() + 60_000 }));
    expect(seen).toMatchObject({
      authorization: "Bearer mine",
      traceparent: trace,
      "x-request-id": "rq-from-afar",
      "accept-language": "lb",
    });
    expect(Number(seen["x-timeout-ms"])).toBeGreaterThan(0);
    expect(Number(seen["x-timeout-ms"])).toBeLessThanOrEqual(60_000);
  });
});
