import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const mebibyte = 1024 * 1024;
const size = 1024 * mebibyte;

let child: ChildProcess;
let url: string;
let authorization: string;
beforeAll(async () => {
  child = fork(new URL("../testing/sample-server.ts", import.meta.url), { serialization: "advanced" });
  const [told] = (await once(child, "message")) as [{ url: string; token: string }];
  url = told.url;
  authorization = `Bearer ${told.token}`;
});
afterAll(() => child.kill());

/** The largest resident set of the server since it was last asked. */
async function largest(): Promise<number> {
  const answer = once(child, "message");
  child.send("how much");
  const [told] = (await answer) as [{ largest: number }];
  return told.largest;
}

/** Sends `bytes` zeros as fast as they are taken. */
async function upload(bytes: number): Promise<unknown> {
  const sending = request(`${url}/api/labels/count`, {
    method: "POST",
    headers: { authorization, "content-type": "application/octet-stream" },
  });
  const chunk = Buffer.alloc(mebibyte);
  const answer = once(sending, "response");
  for (let sent = 0; sent < bytes; sent += chunk.length) if (!sending.write(chunk)) await once(sending, "drain");
  sending.end();
  const [response] = await answer;
  return JSON.parse((await response.toArray()).join(""));
}

async function download(bytes: number): Promise<number> {
  const response = await fetch(`${url}/api/labels/bytes?size=${bytes}`, { headers: { authorization } });
  let got = 0;
  for await (const chunk of response.body ?? []) got += chunk.byteLength;
  return got;
}

describe("a gibibyte", () => {
  test("goes up without being held in memory", async () => {
    await upload(64 * mebibyte);
    const before = await largest();
    expect(await upload(size)).toEqual({ bytes: size });
    expect((await largest()) - before).toBeLessThan(96 * mebibyte);
  }, 120_000);

  test("comes down without being held in memory", async () => {
    await download(64 * mebibyte);
    const before = await largest();
    expect(await download(size)).toBe(size);
    expect((await largest()) - before).toBeLessThan(96 * mebibyte);
  }, 120_000);

  test("is not asked of the service faster than a client reads it", async () => {
    await largest();
    const response = await fetch(`${url}/api/labels/bytes?size=${size}`, { headers: { authorization } });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const before = await largest();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await largest()) - before).toBeLessThan(96 * mebibyte);
    await reader.cancel();
  });
});
