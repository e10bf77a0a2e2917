import { problem } from "../problems/problem.ts";
import type { Place, Validator } from "../validation/validator.ts";
import type { Bytes } from "./contents.ts";
import { readBytes, readJson, refuseCompressed } from "./json-body.ts";
import { entryShape, isMap, record, type Shape, shapeOf } from "./shape.ts";
import { deepObject } from "./styles.ts";

/** One media type that an operation takes, and how it is read. */
export interface BodyContent {
  /** In lower case, without parameters; a range such as `image/*` stands for all of it. */
  readonly mediaType: string;
  readonly kind: "json" | "form" | "multipart" | "text" | "binary";
  readonly validator?: Validator<unknown>;
  /** Of forms: what their texts stand for. */
  readonly shape?: Shape;
}

/** A body that comes in one of several media types, or as a form or text. */
export interface ContentRule {
  readonly required: boolean;
  readonly contents: readonly BodyContent[];
  /** The service gets `{ mediaType, value }`, because the value alone does not tell which it is. */
  readonly tagged?: boolean;
}

/** Forms are held in memory, with their files: larger ones are refused. Large files go through operations that take bytes. */
export const maximumFormBytes = 32 * 1024 * 1024;
const maximumTextBytes = 1024 * 1024;
const maximumParts = 1000;

/** Reads a body by its media type and checks it; undefined when there is none. Throws a 400, 413 or 415 problem. */
export async function readContent(request: Request, rule: ContentRule, place: Place): Promise<unknown> {
  const { headers } = request;
  if (headers.get("content-length") === "0" || request.body === null) return undefined;
  const mediaType = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const content = rule.contents.find((candidate) => matches(mediaType, candidate.mediaType));
  if (content === undefined) {
    const known = rule.contents.map((candidate) => candidate.mediaType).join(", ");
    throw problem.unsupportedMedia(`The body must be of one of these media types: ${known}.`);
  }
  const value = await read(request, content);
  if (value === undefined) return undefined;
  content.validator?.check(value, place);
  return rule.tagged === true ? { mediaType: content.mediaType, value } : value;
}

function matches(mediaType: string, wanted: string): boolean {
  const bare = wanted.split(";")[0]?.trim() ?? "";
  if (bare === "*/*" || bare === mediaType) return true;
  return bare.endsWith("/*") && mediaType.startsWith(bare.slice(0, -1));
}

async function read(request: Request, { kind, shape = "text" }: BodyContent): Promise<unknown> {
  if (kind === "json") return readJson(request);
  refuseCompressed(request.headers);
  if (kind === "binary") return request.body as Bytes;
  const bytes = await readBytes(request, kind === "multipart" ? maximumFormBytes : maximumTextBytes);
  if (kind === "text") return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(valid(bytes));
  if (kind === "form") return fromPairs([...new URLSearchParams(new TextDecoder().decode(valid(bytes)))], shape);
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": type } }).formData().catch((cause) => {
    throw problem.malformed("The body is no valid multipart/form-data.", { cause });
  });
  return fromPairs(await Promise.all([...form].map(([name, value]) => textPart(name, value, shape))), shape);
}

/** Browsers send a part that is JSON as a file of that type: where an object is wanted, it is what the file says. */
async function textPart(name: string, value: string | File, shape: Shape): Promise<readonly [string, unknown]> {
  const wanted = shapeOf(shape, name.split("[")[0] ?? name);
  const isJson = typeof value !== "string" && /^application\/(?:[\w.+-]+\+)?json\b/.test(value.type);
  return [name, isJson && (isMap(wanted) || isMap(entryShape(wanted) ?? "text")) ? await value.text() : value];
}

function valid(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder("utf-8", { fatal: true });
  try {
    text.decode(bytes);
  } catch {
    throw problem.malformed("The body is not valid UTF-8.");
  }
  return bytes;
}

/** Puts the fields of a form together: repeated ones are lists, `a[b]` is `b` of `a`. */
function fromPairs(pairs: readonly (readonly [string, unknown])[], shape: Shape): Record<string, unknown> {
  if (pairs.length > maximumParts) throw problem.tooLarge(`The form has more than ${maximumParts} fields.`);
  const byName = new Map<string, (readonly [string, unknown])[]>();
  for (const [key, value] of pairs) {
    const name = key.split("[")[0] ?? key;
    if (name === "__proto__") throw problem.malformed("A field of a form must not be called __proto__.");
    if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed()))
      throw problem.malformed("A field has text that is not accepted.");
    const own = byName.get(name) ?? [];
    own.push([key, value]);
    byName.set(name, own);
  }
  return record([...byName].map(([name, own]) => [name, deepObject(own, name, shapeOf(shape, name))] as const));
}
