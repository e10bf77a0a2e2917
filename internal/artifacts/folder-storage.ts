import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Bytes } from "../core/http/contents.ts";
import { problem } from "../core/problems/problem.ts";
import type { Storage } from "./storage.ts";

const incoming = "incoming";
/** A temporary file that nobody has written to for so long belongs to a process that is gone. */
const abandonedAfterMilliseconds = 3_600_000;

/** Keys are two ids, `og-…/av-…`: nothing that could lead out of the folder. */
const keyPattern = /^[a-z]{2,8}-[0-9a-f]{16}\/[a-z]{2,8}-[0-9a-f]{16}$/;

const organizationPattern = /^[a-z]{2,8}-[0-9a-f]{16}$/;

/** Storage in a folder of this machine, or one that all processes share. Bodies pass through in chunks, never as a whole. */
export function folderStorage(folder: string): Storage {
  const pathOf = (key: string): string => {
    if (!keyPattern.test(key)) throw new Error(`${JSON.stringify(key)} is no key of the storage.`);
    return join(folder, key);
  };

  return {
    async receive(body, maxBytes, signal) {
      await mkdir(join(folder, incoming), { recursive: true });
      const temporary = join(folder, incoming, randomUUID());
      const discard = () => rm(temporary, { force: true });
      try {
        const file = await open(temporary, "wx", 0o600);
        try {
          const { size, sha256 } = await write(file, body, maxBytes, signal);
          await file.sync();
          return { size, sha256, keep: (key) => keep(temporary, pathOf(key)), discard };
        } finally {
          await file.close();
        }
      } catch (error) {
        await discard();
        throw noRoom(error) ? problem.unavailable("The server has no room for this file. Tell its operator.", { cause: error }) : error;
      }
    },
    async open(key) {
      const file = await open(pathOf(key), "r");
      return Readable.toWeb(file.createReadStream()) as Bytes;
    },
    async organizations() {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => organizationPattern.test(name));
    },
    async keptBefore(organization, time) {
      const names = organizationPattern.test(organization) ? await readdir(join(folder, organization)).catch(() => []) : [];
      const keys: string[] = [];
      for (const name of names) {
        const key = `${organization}/${name}`;
        const found = keyPattern.test(key) ? await stat(join(folder, key)).catch(() => undefined) : undefined;
        if (found !== undefined && found.mtimeMs < time.getTime()) keys.push(key);
      }
      return keys;
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  };
}

function noRoom(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ENOSPC", "EDQUOT", "EROFS"].includes(String(error.code));
}

async function write(file: FileHandle, body: Bytes, maxBytes: number, signal: AbortSignal): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of Readable.fromWeb(body as ReadableStream, { signal })) {
    size += chunk.byteLength;
    if (size > maxBytes) throw problem.tooLarge(`A file may have up to ${maxBytes} bytes.`);
    hash.update(chunk);
    // write() may take a part only; writeFile on an open file goes on until all of the chunk is written.
    await file.writeFile(chunk);
  }
  return { size, sha256: hash.digest("hex") };
}

/** A rename is seen by others in full or not at all; it survives a power cut once the folder itself is synced. */
async function keep(temporary: string, path: string): Promise<void> {
  const folder = dirname(path);
  const created = await mkdir(folder, { recursive: true });
  await rename(temporary, path);
  await syncFolder(folder);
  if (created !== undefined) await syncFolder(dirname(folder));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Removes what uploads left behind whose process ended in the middle; returns how many there were. */
export async function sweepAbandoned(folder: string, now: Date): Promise<number> {
  const names = await readdir(join(folder, incoming)).catch(() => []);
  let count = 0;
  for (const name of names) {
    const path = join(folder, incoming, name);
    // Another process may be quicker: what is gone is fine.
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || now.getTime() - found.mtimeMs < abandonedAfterMilliseconds) continue;
    await rm(path, { force: true });
    count++;
  }
  return count;
}
