import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OutboundError, type OutboundRequest, outbound, refusedHeaderNames } from "./guarded-request.ts";

const limits = { timeoutMilliseconds: 10_000, maxBytes: 100_000, maxRedirects: 5 };
const get = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
  url,
  method: "GET",
  headers: {},
  body: undefined,
  signal: new AbortController().signal,
  ...more,
});

const servers: ReturnType<typeof createServer>[] = [];
async function serve(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let echo: string;
let reached = 0;
beforeAll(async () => {
  echo = await serve((request, response) => {
    reached++;
    const url = new URL(request.url ?? "/", "http://echo");
    const to = url.searchParams.get("to");
    if (to !== null) return void response.writeHead(Number(url.searchParams.get("status") ?? 302), { location: to }).end();
    if (url.pathname === "/zip") return void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(5_000_000)));
    if (url.pathname === "/long") return void response.writeHead(200).end(Buffer.alloc(200_000));
    if (url.pathname === "/hang") return void response.writeHead(200).write("begin");
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => response.end(JSON.stringify({ method: request.method, headers: request.headers, body })));
  });
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe("guarded outbound requests", () => {
  const guarded = outbound({ allowPrivate: false });
  afterAll(() => guarded.close());

  test.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://017700000001/",
    "http://0/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://192.168.0.1/",
    "https://127.0.0.1/",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://①②⑦.⓪.⓪.①/",
  ])("refuses %s", async (url) => {
    await expect(guarded.request(get(url), limits)).rejects.toThrow(/not an address on the public internet/);
  });

  test("refuses a private address on whatever port, and never reaches the server", async () => {
    reached = 0;
    const { port } = new URL(echo);
    await expect(guarded.request(get(echo), limits)).rejects.toThrow(/public internet/);
    await expect(guarded.request(get(`http://localhost:${port}/`), limits)).rejects.toThrow(/public internet/);
    expect(reached).toBe(0);
  });
});

describe("outbound requests", () => {
  const client = outbound({ allowPrivate: true });
  afterAll(() => client.close());

  test.each([
    ["file:///etc/passwd", /Only http and https/],
    ["ftp://127.0.0.1/", /Only http and https/],
    ["data:text/plain,hello", /Only http and https/],
    ["gopher://127.0.0.1/", /Only http and https/],
    ["http://user:secret@127.0.0.1/", /user name or password/],
    ["not a url", /cannot be read/],
    ["", /cannot be read/],
  ])("refuses %s", async (url, message) => {
    await expect(client.request(get(url), limits)).rejects.toThrow(message);
  });

  test("sends method, headers and body, and gives status, headers and bytes", async () => {
    const answer = await client.request(get(echo, { method: "POST", headers: { "x-one": "1" }, body: "hello" }), limits);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ method: "POST", headers: { "x-one": "1" }, body: "hello" });
  });

  test("checks each hop: a redirect to another scheme, or with credentials, is refused", async () => {
    await expect(client.request(get(`${echo}/?to=${encodeURIComponent("file:///etc/passwd")}`), limits)).rejects.toThrow(/Only http/);
    await expect(client.request(get(`${echo}/?to=${encodeURIComponent("http://u:p@127.0.0.1/")}`), limits)).rejects.toThrow(/password/);
  });

  test("keeps headers within an origin and strips all but harmless ones across origins", async () => {
    const other = await serve((request, response) => response.end(JSON.stringify(request.headers)));
    const headers = { authorization: "Bearer secret", cookie: "a=b", "x-api-key": "secret", accept: "text/plain" };
    const same = await client.request(get(`${echo}/?to=/there`, { headers }), limits);
    expect(JSON.parse(same.body.toString()).headers).toMatchObject(headers);

    const across = await client.request(get(`${echo}/?to=${encodeURIComponent(other)}`, { headers }), limits);
    const seen = JSON.parse(across.body.toString());
    expect(seen.accept).toBe("text/plain");
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(["authorization"]));
    expect(seen).not.toHaveProperty("cookie");
    expect(seen).not.toHaveProperty("x-api-key");
    expect(across.url).toBe(`${other}/`);
  });

  test.each([
    [303, "PUT", "GET", ""],
    [302, "POST", "GET", ""],
    [307, "POST", "POST", "hello"],
    [308, "PUT", "PUT", "hello"],
  ])("a %i after %s is followed with %s", async (status, method, then, body) => {
    const answer = await client.request(get(`${echo}/?status=${status}&to=/there`, { method, body: "hello" }), limits);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ method: then, body });
  });

  test("stops after the redirects that are allowed", async () => {
    const loop = await serve((_, response) => response.writeHead(302, { location: "/" }).end());
    await expect(client.request(get(loop), limits)).rejects.toThrow(/more than 5 times/);
  });

  test("reads no more than allowed, also of what was compressed", async () => {
    await expect(client.request(get(`${echo}/long`), limits)).rejects.toThrow(/larger than 100000 bytes/);
    await expect(client.request(get(`${echo}/zip`), limits)).rejects.toThrow(/larger than 100000 bytes/);
  });

  test("gives up an answer that does not end", async () => {
    await expect(client.request(get(`${echo}/hang`), { ...limits, timeoutMilliseconds: 200 })).rejects.toThrow(/within 200 ms/);
  });

  test("an abort by the caller comes back as the caller's reason", async () => {
    const controller = new AbortController();
    const pending = client.request(get(`${echo}/hang`, { signal: controller.signal }), limits);
    const reason = new Error("cancelled");
    controller.abort(reason);
    await expect(pending).rejects.toBe(reason);
  });

  test("says that nothing answers, with the code and without the address", async () => {
    const gone = await serve(() => {});
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const error = await client.request(get(gone), limits).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutboundError);
    expect(String(error)).toContain("ECONNREFUSED");
    expect(String(error)).not.toContain("127.0.0.1");
  });

  test("names the headers that nobody may set", () => {
    expect(
      refusedHeaderNames({ Host: "a", "Transfer-Encoding": "chunked", "X-Forwarded-For": "1", "proxy-authorization": "x", accept: "b" }),
    ).toEqual(["Host", "Transfer-Encoding", "X-Forwarded-For", "proxy-authorization"]);
  });
});
