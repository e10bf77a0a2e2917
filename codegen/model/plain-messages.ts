import { entries, get, isTrue, type MapNode, type Node, textOf } from "../read/node.ts";
import { resolve } from "../read/references.ts";
import type { Span } from "../read/source.ts";
import type { Schema } from "./json-schema.ts";
import { headersOf, isJson } from "./messages.ts";
import { compare } from "./names.ts";
import type { BodyContent, Failure, OperationBody, OperationResponse, ResponseChoice } from "./operation.ts";
import type { View } from "./registry.ts";
import { schemaOf } from "./schemas.ts";

const anything: Schema = { kind: "unknown", constraints: {} };
const text: Schema = { kind: "string", constraints: {}, format: undefined, binary: false };
const bytes: Schema = { kind: "string", constraints: {}, format: undefined, binary: true };

interface Content {
  readonly mediaType: string;
  readonly key: Span;
  readonly node: Node;
  readonly schema: Node | undefined;
}

/** The media types of a body in a fixed order: JSON first, the plainest of it before its relatives. */
function contentsOf(node: Node): readonly Content[] {
  return entries(get(node, "content"))
    .map(([mediaType, { key, value }]) => ({ mediaType: mediaType.trim().toLowerCase(), key, node: value, schema: get(value, "schema") }))
    .toSorted((a, b) => rank(a.mediaType) - rank(b.mediaType) || compare(a.mediaType, b.mediaType));
}

const rank = (mediaType: string): number => (mediaType === "application/json" ? 0 : isJson(mediaType) ? 1 : 2);

/** How a media type is read: as JSON, as a form, as text, or not at all. Ranges of media types stand for what JSON could be. */
function kindOf({ mediaType, schema }: Content, view: View): BodyContent["kind"] {
  if (isJson(mediaType)) return "json";
  if (/^multipart\/form-data\b/.test(mediaType)) return "multipart";
  if (/^application\/x-www-form-urlencoded\b/.test(mediaType)) return "form";
  const target = schema && resolve(schema, view.files, view.problems);
  const type = textOf(get(target, "type"));
  const isBytes =
    /^(?:binary|byte)$/.test(textOf(get(target, "format")) ?? "") || (type === undefined && get(target, "properties") === undefined);
  if (/^(?:\*|application)\/\*$/.test(mediaType)) return schema === undefined || isBytes ? "binary" : "json";
  if (isText(mediaType) && (type === "string" || !isBytes || /^text\//.test(mediaType))) return "text";
  return "binary";
}

const isText = (mediaType: string): boolean =>
  /^text\//.test(mediaType) ||
  /^application\/(?:xml|yaml|x-yaml|graphql|javascript|sdp|jwt|jose|x-ndjson|jsonl)\b/.test(mediaType) ||
  /\+(?:xml|yaml)\b/.test(mediaType);

/** What a request carries. Media types with one and the same schema are one body; others the service is told apart. */
export function plainBody(written: Node | undefined, view: View): OperationBody | undefined {
  const node = written && resolve(written, view.files, view.problems);
  if (node === undefined) return undefined;
  const required = isTrue(node, "required");
  const contents = contentsOf(node).map((content) => ({ content, kind: kindOf(content, view) }));
  const [first, ...more] = contents;
  if (first === undefined) return { kind: "binary", required, mediaType: "application/octet-stream" };
  const made = contents.map(({ content, kind }): BodyContent => {
    if (kind === "text" && !isPlainText(content, view)) tell(content, "checked: the service gets the text as it came", view);
    return { mediaType: content.mediaType, kind, schema: bodySchema(content, kind, view) };
  });
  const [only] = made;
  if (only !== undefined && more.length === 0) {
    if (only.kind === "json") return { kind: "json", schema: only.schema, required, mediaType: only.mediaType };
    if (only.kind === "binary") return { kind: "binary", required, mediaType: only.mediaType };
    return { kind: "content", contents: made, required, tagged: false };
  }
  const structured = made.every(({ kind }) => kind === "json" || kind === "form" || kind === "multipart");
  const same = new Set(made.map(({ schema }) => JSON.stringify(schema))).size === 1;
  return { kind: "content", contents: made, required, tagged: !(structured && same) };
}

function bodySchema({ schema }: Content, kind: BodyContent["kind"], view: View): Schema {
  if (kind === "binary") return bytes;
  if (kind === "text") return text;
  return schema === undefined ? anything : schemaOf(schema, view);
}

const isPlainText = ({ schema }: Content, view: View): boolean => {
  const target = schema && resolve(schema, view.files, view.problems);
  return target === undefined || (target.kind === "map" && (textOf(get(target, "type")) === "string" || target.entries.size === 0));
};

const tell = ({ mediaType, key }: Content, what: string, view: View): void =>
  view.problems.add("ignored", key, `What ${mediaType} holds is not ${what}.`);

/** What an operation answers, and what it may answer instead when it fails. */
export function plainResponses(
  { node, key }: { readonly node: MapNode; readonly key: Span },
  view: View,
): { readonly response: OperationResponse; readonly failures: readonly Failure[] } {
  const all = entries(get(node, "responses")).flatMap(([written, entry]) => {
    if (written.startsWith("x-")) return [];
    const response = resolve(entry.value, view.files, view.problems);
    const status = written.toUpperCase();
    if (!/^(?:[1-5](?:\d\d|XX)|DEFAULT)$/.test(status)) {
      view.problems.add("wrongType", entry.key, `"${written}" is no HTTP status, status range such as 4XX, or default.`);
      return [];
    }
    return response === undefined ? [] : [{ status, key: entry.key, response }];
  });
  const good = chosen(all);
  if (good.length === 0) view.problems.add("ignored", key, "No successful response is declared: it answers 204 with nothing.");
  const failures = all.filter((item) => !good.includes(item) && !item.status.startsWith("1"));
  return { response: responseOf(good, view), failures: failures.map((item) => failureOf(item, view)) };
}

interface Declared {
  readonly status: string;
  readonly key: Span;
  readonly response: Node;
}

/** The responses that mean success: those of 2xx, else of 3xx, else the default. */
function chosen(all: readonly Declared[]): readonly Declared[] {
  for (const start of ["2", "3", "D"]) {
    const found = all.filter(({ status }) => status.startsWith(start));
    const exact = found.filter(({ status }) => !status.endsWith("XX"));
    if (found.length > 0) return exact.length > 0 ? exact : found;
  }
  return [];
}

const numberOf = (status: string): number => (status === "DEFAULT" ? 200 : Number(status.replace("XX", "00")));

function responseOf(good: readonly Declared[], view: View): OperationResponse {
  const choices = good.flatMap((item) => choicesOf(item, view)).toSorted((a, b) => a.status - b.status);
  const [first] = choices;
  const nothing = { status: 204, description: "", kind: "none", mediaType: undefined, schema: undefined, headers: [] } as const;
  if (first === undefined) return nothing;
  const description = textOf(get(good[0]?.response, "description"))?.trim() ?? "";
  const single = choices.length === 1 && first.status < 300 && !(first.kind === "text" && first.headers.length > 0);
  if (single) return { ...first, description };
  return { ...nothing, status: first.status, description, kind: "choice", choices };
}

function choicesOf({ status, response }: Declared, view: View): readonly ResponseChoice[] {
  const base = { status: numberOf(status), headers: headersOf(response, view) };
  const found = contentsOf(response).map((content): ResponseChoice => {
    const { mediaType, schema } = content;
    const meaning = schema === undefined ? anything : schemaOf(schema, view);
    if (/^text\/event-stream\b/.test(mediaType)) return { ...base, kind: "sse", mediaType, schema: meaning };
    const kind = kindOf(content, view);
    if (kind === "json") return { ...base, kind, mediaType: mediaType.includes("*") ? "application/json" : mediaType, schema: meaning };
    return { ...base, kind: kind === "text" ? "text" : "binary", mediaType, schema: undefined };
  });
  if (found.length === 0 || bodiless(status)) return [{ ...base, kind: "none", mediaType: undefined, schema: undefined }];
  // JSON that is called differently and means the same is answered by its plainest name.
  const seen = new Set<string>();
  return found.filter(({ kind, schema }) => {
    const same = JSON.stringify([kind, schema]);
    return kind !== "json" || (!seen.has(same) && seen.add(same));
  });
}

/** Fetch standard, "null body status". */
const bodiless = (status: string): boolean => status === "204" || status === "205" || status === "304";

function failureOf({ status, response }: Declared, view: View): Failure {
  const json = contentsOf(response).find((content) => kindOf(content, view) === "json");
  return {
    status: status === "DEFAULT" ? "default" : /^\d+$/.test(status) ? Number(status) : status,
    description: textOf(get(response, "description"))?.trim() ?? "",
    schema: json === undefined ? undefined : json.schema === undefined ? anything : schemaOf(json.schema, view),
  };
}
