import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outbound } from "../../core/outbound/guarded-request.ts";
import { workbench } from "../testing/workbench.ts";
import { httpRequest } from "./http-request.ts";

const client = outbound({ allowPrivate: true });
const bench = workbench(httpRequest, client);

let url: string;
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://server");
  const status = Number(searchParams.get("status") ?? 200);
  if (pathname === "/bytes") return void response.writeHead(status).end(Buffer.from([0xff, 0x00, 0x01]));
  if (pathname === "/nul") return void response.writeHead(status, { "content-type": "text/plain" }).end("a\0b");
  if (pathname === "/lies") return void response.writeHead(status, { "content-type": "application/json" }).end("<html>");
  if (pathname === "/large") return void response.writeHead(status).end(Buffer.alloc(200_000, "x"));
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    response.writeHead(status, { "content-type": "application/problem+json; charset=utf-8" });
    response.end(JSON.stringify({ method: request.method, headers: request.headers, body }));
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await client.close();
  server.close();
});

describe("http.request", () => {
  test("sends a JSON body and gives a JSON answer", async () => {
    const output = await bench.output({ url, method: "POST", headers: { "X-One": "1" }, body: { a: [1] } });
    expect(output).toMatchObject({
      url: `${url}/`,
      status: 200,
      encoding: "json",
      body: {
        method: "POST",
        body: '{"a":[1]}',
        headers: { "x-one": "1", "content-type": "application/json", "user-agent": "archwright" },
      },
    });
  });

  test("leaves the caller's own headers as they are, however they are written", async () => {
    const headers = { "User-Agent": "mine", "CONTENT-TYPE": "text/csv", "Idempotency-Key": "mine" };
    const { output } = await bench.use({ url, method: "PUT", headers, body: "a,b" }, { source: "run/step" });
    expect(output).toMatchObject({
      body: { body: "a,b", headers: { "user-agent": "mine", "content-type": "text/csv", "idempotency-key": "mine" } },
    });
  });

  test("names the step to the server, so that a repeated attempt can be told from a new one", async () => {
    const { output } = await bench.use({ url, method: "POST", body: {} }, { source: "rn-1/schön" });
    expect(output).toMatchObject({ body: { headers: { "idempotency-key": "rn-1%2Fsch%C3%B6n" } } });
  });

  test("gives text as text, anything else as base64, and believes no false media type", async () => {
    expect(await bench.output({ url: `${url}/lies` })).toMatchObject({ encoding: "text", body: "<html>" });
    expect(await bench.output({ url: `${url}/bytes` })).toMatchObject({ encoding: "base64", body: "/wAB" });
    expect(await bench.output({ url: `${url}/nul` })).toMatchObject({ encoding: "base64", body: "YQBi" });
  });

  test("fails for good on what the caller did wrong, and for now on what the server did", async () => {
    await expect(bench.output({ url: `${url}/?status=404` })).rejects.toMatchObject({ status: 422, slug: "tool-failed" });
    await expect(bench.output({ url: `${url}/?status=503` })).rejects.toMatchObject({ status: 502, slug: "upstream-failed" });
    await expect(bench.output({ url: `${url}/?status=429` })).rejects.toMatchObject({ status: 502 });
    await expect(bench.output({ url: "http://127.0.0.1:9/" })).rejects.toMatchObject({ status: 502 });
    expect(await bench.output({ url: `${url}/?status=404`, failOnError: false })).toMatchObject({ status: 404 });
  });

  test("reads no more than allowed", async () => {
    await expect(bench.output({ url: `${url}/large` })).rejects.toThrow(/larger than 100000 bytes/);
  });

  test("refuses private addresses unless they are allowed", async () => {
    const guarded = outbound({ allowPrivate: false });
    await expect(workbench(httpRequest, guarded).output({ url })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: "/input/url" }],
    });
    await guarded.close();
  });

  test("refuses headers that belong to the connection, names that are none, and a body where there is none", async () => {
    await expect(bench.output({ url, headers: { Host: "other", "X-Forwarded-For": "1" } })).rejects.toMatchObject({
      errors: [{ pointer: "/input/headers/Host" }, { pointer: "/input/headers/X-Forwarded-For" }],
    });
    await expect(bench.output({ url, headers: { "a b": "c" } })).rejects.toThrow(/not the name of a header/);
    await expect(bench.output({ url, headers: { a: "b\r\nEvil: 1" } })).rejects.toMatchObject({
      errors: [{ pointer: "/input/headers/a" }],
    });
    await expect(bench.output({ url, body: "x" })).rejects.toThrow(/GET request has no body/);
    await expect(bench.output({ url, method: "TRACE" })).rejects.toMatchObject({ errors: [{ pointer: "/input/method" }] });
  });

  test("stops when the step is told to stop", async () => {
    const controller = new AbortController();
    controller.abort(new Error("cancelled"));
    await expect(bench.use({ url }, { signal: controller.signal })).rejects.toThrow("cancelled");
  });
});
