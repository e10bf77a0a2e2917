import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Bytes } from "../core/http/contents.ts";
import { folderStorage, sweepAbandoned } from "./folder-storage.ts";

const signal = new AbortController().signal;
const key = "og-0123456789abcdef/av-0123456789abcdef";
const bytes = (...chunks: (string | Uint8Array<ArrayBuffer>)[]): Bytes => new Blob(chunks).stream();
const text = (body: Bytes) => new Response(body).text();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "archwright-storage-"));
});
afterEach(() => rm(folder, { recursive: true }));

const files = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

describe("folder storage", () => {
  test("gives back what it took in, with its size and hash", async () => {
    const storage = folderStorage(folder);
    const content = Buffer.alloc(300_000, "archwright");
    const received = await storage.receive(bytes(content), 1_000_000, signal);
    expect(received).toMatchObject({ size: 300_000, sha256: createHash("sha256").update(content).digest("hex") });
    await received.keep(key);
    expect(Buffer.from(await new Response(await storage.open(key)).arrayBuffer())).toEqual(content);
    expect(await files()).toHaveLength(1);
  });

  test("keeps an empty file", async () => {
    const storage = folderStorage(folder);
    const received = await storage.receive(bytes(), 10, signal);
    expect(received.size).toBe(0);
    await received.keep(key);
    expect(await text(await storage.open(key))).toBe("");
  });

  test("refuses more than allowed with a 413, stops reading there, and leaves nothing behind", async () => {
    let pulled = 0;
    const endless: Bytes = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    await expect(folderStorage(folder).receive(endless, 50_000, signal)).rejects.toMatchObject({ status: 413 });
    expect(pulled).toBeLessThan(200);
    expect(await files()).toEqual([]);
  });

  test("a disk without room is told as such, and costs nothing", async () => {
    const full: Bytes = new ReadableStream({
      pull() {
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      },
    });
    await expect(folderStorage(folder).receive(full, 50_000, signal)).rejects.toMatchObject({ status: 503 });
    expect(await files()).toEqual([]);
  });

  test("accepts exactly as much as allowed", async () => {
    const received = await folderStorage(folder).receive(bytes("12345"), 5, signal);
    expect(received.size).toBe(5);
  });

  test("leaves nothing behind when the sender breaks off", async () => {
    const broken: Bytes = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(1000));
      },
      pull(controller) {
        controller.error(new Error("connection lost"));
      },
    });
    await expect(folderStorage(folder).receive(broken, 50_000, signal)).rejects.toThrow("connection lost");
    expect(await files()).toEqual([]);
  });

  test("leaves nothing behind when the caller has gone while the body hangs", async () => {
    const controller = new AbortController();
    const hanging: Bytes = new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(10)) });
    const receiving = folderStorage(folder).receive(hanging, 50_000, controller.signal);
    setTimeout(() => controller.abort(), 20);
    await expect(receiving).rejects.toThrow(/abort/i);
    expect(await files()).toEqual([]);
  });

  test("forgets what is discarded or deleted, and does not mind what is not there", async () => {
    const storage = folderStorage(folder);
    await (await storage.receive(bytes("a"), 10, signal)).discard();
    expect(await files()).toEqual([]);
    await (await storage.receive(bytes("a"), 10, signal)).keep(key);
    await storage.delete(key);
    await storage.delete(key);
    expect(await files()).toEqual([]);
    await expect(storage.open(key)).rejects.toThrow(/ENOENT/);
  });

  test.each([
    "../../etc/passwd",
    "og-0123456789abcdef/../x",
    "/etc/passwd",
    "",
    "og-0123456789abcdef",
    "og-0123456789abcdef/av-0123456789abcdef\0",
  ])("refuses the key %j", async (hostile) => {
    const storage = folderStorage(folder);
    await expect(async () => storage.open(hostile)).rejects.toThrow(/no key/);
    await expect(async () => storage.delete(hostile)).rejects.toThrow(/no key/);
  });

  test("the sweep removes only what nobody has written to for long", async () => {
    await mkdir(join(folder, "incoming"));
    const now = new Date("2026-11-20T12:00:00Z");
    for (const [name, time] of [
      ["old", "2026-11-20T10:00:00Z"],
      ["fresh", "2026-11-20T11:30:00Z"],
    ] as const) {
      const path = join(folder, "incoming", name);
      await writeFile(path, "x");
      await utimes(path, new Date(time), new Date(time));
    }
    expect(await sweepAbandoned(folder, now)).toBe(1);
    expect((await files()).map((file) => file.name)).toEqual(["fresh"]);
    expect(await sweepAbandoned(join(folder, "not there"), now)).toBe(0);
  });

  test("1 GiB passes through in little memory, in and out", async () => {
    const program = `
      import { folderStorage } from ${JSON.stringify(join(import.meta.dirname, "folder-storage.ts"))};
      const total = 1024 ** 3, chunk = new Uint8Array(64 * 1024).fill(7);
      let sent = 0;
      const body = new ReadableStream({ pull(c) { if (sent === total) return c.close(); sent += chunk.length; c.enqueue(chunk); } });
      const storage = folderStorage(${JSON.stringify(folder)});
      const signal = new AbortController().signal;
      (await storage.receive(new Blob(["warm"]).stream(), 10, signal)).discard();
      async function grown(work) {
        const base = process.memoryUsage.rss();
        let peak = base;
        // Chunks that are done with lie around until they are collected, which a busy machine does late.
        const watch = setInterval(() => { gc({ type: "minor" }); peak = Math.max(peak, process.memoryUsage.rss()); }, 5);
        await work();
        clearInterval(watch);
        return Math.max(peak, process.memoryUsage.rss()) - base;
      }
      let size = 0, read = 0;
      const taken = await grown(async () => {
        const received = await storage.receive(body, total, signal);
        size = received.size;
        await received.keep(${JSON.stringify(key)});
      });
      const given = await grown(async () => {
        for await (const part of await storage.open(${JSON.stringify(key)})) read += part.length;
      });
      console.log(JSON.stringify({ size, read, taken, given }));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", "--input-type=module", "--eval", program]);
    const { size, read, taken, given } = JSON.parse(stdout);
    expect(size).toBe(1024 ** 3);
    expect(read).toBe(1024 ** 3);
    expect(taken).toBeLessThan(64 * 1024 * 1024);
    expect(given).toBeLessThan(64 * 1024 * 1024);
    expect((await stat(join(folder, key))).size).toBe(1024 ** 3);
  }, 120_000);
});
