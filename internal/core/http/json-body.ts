import { isUtf8 } from "node:buffer";
import { Problem, problem } from "../problems/problem.ts";
import { refuseHostileJson } from "./hostile-json.ts";
import { syntaxErrorDetail } from "./json-syntax.ts";

/** Larger JSON bodies are refused; files go through operations that take bytes. */
export const maximumJsonBytes = 1024 * 1024;
const maximumNesting = 64;
/** From the first byte of a body to its last. Who sends one byte now and then must not keep a connection for ever. */
const longestBody = 30_000;
const mediaType = /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Reads a JSON body (RFC 8259): its value, or undefined when there is none. Throws a 400, 413, 415 or 422 problem. */
export async function readJson(request: Request): Promise<unknown> {
  const { headers } = request;
  const length = headers.get("content-length");
  if (length === "0") return undefined;
  if (length !== null && Number(length) > maximumJsonBytes) throw tooLarge();
  // Without a length there may be no body at all; only reading tells.
  const bytes = await inTime(length === null ? readCounting(request) : readAll(request));
  if (bytes.length === 0) return undefined;
  refuseMedia(headers);
  return parseJson(bytes);
}

/** 415 when the body is compressed, or not JSON. Also what keeps a plain HTML form of another site from posting here. */
function refuseMedia(headers: Headers): void {
  refuseCompressed(headers);
  const type = headers.get("content-type");
  if (type === "application/json" || (type !== null && mediaType.test(type))) return;
  throw problem.unsupportedMedia("The body must be JSON in UTF-8, sent with `Content-Type: application/json`.");
}

/** 415 when the body is compressed. */
export function refuseCompressed(headers: Headers): void {
  const encoding = headers.get("content-encoding");
  if (encoding === null || encoding === "" || encoding.toLowerCase() === "identity") return;
  throw problem.unsupportedMedia("Compressed bodies are not read: send it without Content-Encoding.");
}

function parseJson(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) throw problem.malformed("The body is not valid UTF-8.");
  if (nestsTooDeep(bytes)) throw problem.malformed(`The body is nested deeper than ${maximumNesting} levels.`);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem.malformed(`The body is not valid JSON: ${syntaxErrorDetail(text)}`);
  }
  refuseHostileJson(text, value);
  return value;
}

/** Counts brackets outside of strings, before the parser or anything after it recurses. */
function nestsTooDeep(bytes: Uint8Array): boolean {
  if (bytes.length <= maximumNesting) return false;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (inString) {
      if (byte === 0x5c) index++;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > maximumNesting) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return false;
}

/** With a Content-Length the server itself reads no more than that. */
async function readAll(request: Request): Promise<Uint8Array> {
  const bytes = new Uint8Array(await request.arrayBuffer().catch(cutShort));
  if (bytes.length > maximumJsonBytes) throw tooLarge();
  return bytes;
}

/** The bytes of a body, up to a limit; a 413 problem beyond it. */
export async function readBytes(request: Request, maximum: number): Promise<Uint8Array> {
  const length = request.headers.get("content-length");
  if (length !== null && Number(length) > maximum) throw tooLarge(maximum);
  return await readCounting(request, maximum);
}

/** Stops reading at the limit, whatever the sender goes on to send. */
async function readCounting(request: Request, maximum = maximumJsonBytes): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(cutShort);
    if (done) return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
    size += value.byteLength;
    if (size > maximum) {
      // Not awaited: nothing that the sender does may hold up the refusal.
      reader.cancel().catch(() => {});
      throw tooLarge(maximum);
    }
    chunks.push(value);
  }
}

function inTime<Body>(reading: Promise<Body>): Promise<Body> {
  const { promise, resolve, reject } = Promise.withResolvers<Body>();
  const late = setTimeout(() => {
    reject(
      new Problem(408, "too-slow", "Too slow", `The body did not come within ${longestBody / 1000} seconds.`, {
        headers: { Connection: "close" },
      }),
    );
  }, longestBody);
  reading.then(resolve, reject).finally(() => clearTimeout(late));
  return promise;
}

function cutShort(cause: unknown): never {
  throw problem.malformed("The body ended before it was complete.", { cause });
}

const tooLarge = (maximum = maximumJsonBytes) =>
  problem.tooLarge(`The body is larger than ${maximum} bytes.`, { headers: { Connection: "close" } });
