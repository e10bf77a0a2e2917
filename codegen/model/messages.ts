import type { OperationAnnotation } from "../annotations/vocabulary.ts";
import { at, entries, get, isTrue, type MapNode, type Node, textOf } from "../read/node.ts";
import { resolve } from "../read/references.ts";
import type { Span } from "../read/source.ts";
import { checkHeaderName } from "./header-names.ts";
import type { Schema } from "./json-schema.ts";
import { compare } from "./names.ts";
import type { OperationBody, OperationResponse, ResponseHeader } from "./operation.ts";
import type { View } from "./registry.ts";
import { schemaOf } from "./schemas.ts";

export const isJson = (mediaType: string): boolean => /^application\/(?:[\w.+-]+\+)?json(?:\s*;|$)/i.test(mediaType);

/** What a request carries. */
export function bodyOf(written: Node | undefined, view: View): OperationBody | undefined {
  const node = written && resolve(written, view.files, view.problems);
  if (node === undefined) return undefined;
  const content = contentOf(node, view);
  if (content === undefined) {
    view.problems.add("missingKey", node, "A request body needs `content` with one media type.");
    return undefined;
  }
  const required = isTrue(node, "required");
  const { mediaType, schema } = content;
  if (schema !== undefined && /^application\/x-www-form-urlencoded\b/i.test(mediaType)) {
    const form = { mediaType: mediaType.toLowerCase(), kind: "form", schema: schemaOf(schema, view) } as const;
    return { kind: "content", contents: [form], required, tagged: false };
  }
  if (!isJson(mediaType)) return checkBinary(content, view) ? { kind: "binary", required, mediaType } : undefined;
  return {
    kind: "json",
    schema: schema === undefined ? { kind: "unknown", constraints: {} } : schemaOf(schema, view),
    required,
    mediaType,
  };
}

/** What an operation answers when all is well: its only 2xx response. */
export function responseOf(
  { node, key }: { readonly node: MapNode; readonly key: Span },
  annotation: OperationAnnotation,
  view: View,
): OperationResponse {
  const nothing: OperationResponse = { status: 204, description: "", kind: "none", mediaType: undefined, schema: undefined, headers: [] };
  const good = entries(get(node, "responses")).filter(([status]) => /^2(?:\d\d|XX)$/.test(status));
  const [first, second] = good;
  if (first === undefined || first[0] === "2XX") {
    view.problems.add(
      first === undefined ? "missingKey" : "notSupported",
      first?.[1].key ?? key,
      "An operation needs a response with a status from 200 to 299.",
    );
    return nothing;
  }
  if (second !== undefined) view.problems.add("notSupported", second[1].key, "More than one successful response cannot be generated yet.");
  const response = resolve(first[1].value, view.files, view.problems);
  if (response === undefined) return nothing;
  const base = {
    status: Number(first[0]),
    description: textOf(get(response, "description"))?.trim() ?? "",
    headers: headersOf(response, view),
  };
  const content = contentOf(response, view);
  if (annotation.stream === "sse" && content?.mediaType !== "text/event-stream") {
    view.problems.add(
      "contradiction",
      at(node, "x-codegen", "stream"),
      "`stream: sse` needs a response of the media type text/event-stream.",
    );
  }
  if (content === undefined) return { ...base, kind: "none", mediaType: undefined, schema: undefined };
  const { mediaType, schema } = content;
  const meaning = schema === undefined ? ({ kind: "unknown", constraints: {} } as const) : schemaOf(schema, view);
  if (mediaType === "text/event-stream") {
    if (annotation.stream !== "sse")
      view.problems.add("missingAnnotation", content.key, "A response of text/event-stream needs `x-codegen: { stream: sse }`.");
    return { ...base, kind: "sse", mediaType, schema: meaning };
  }
  if (isJson(mediaType)) return { ...base, kind: "json", mediaType, schema: meaning };
  checkBinary(content, view);
  return { ...base, kind: "binary", mediaType, schema: undefined };
}

interface Content {
  readonly mediaType: string;
  readonly key: Span;
  readonly schema: Node | undefined;
}

function contentOf(node: Node, view: View): Content | undefined {
  const [first, second] = entries(get(node, "content"));
  if (second !== undefined) view.problems.add("notSupported", second[1].key, "More than one media type cannot be generated yet.");
  return first && { mediaType: first[0], key: first[1].key, schema: get(first[1].value, "schema") };
}

/** What is not JSON goes through as bytes; anything that would need parsing is refused. */
function checkBinary({ mediaType, key, schema }: Content, view: View): boolean {
  const raw = schema === undefined || textOf(get(schema, "format")) === "binary" || (schema.kind === "map" && schema.entries.size === 0);
  const form = /^(?:multipart\/|application\/x-www-form-urlencoded)/i.test(mediaType);
  if (raw && !form) return true;
  const way = form ? "Take JSON, or bytes as application/octet-stream." : "Describe it as bytes: `{ type: string, format: binary }`.";
  view.problems.add("notSupported", key, `The media type ${mediaType} with this schema cannot be generated yet. ${way}`);
  return false;
}

export function headersOf(response: Node, view: View): readonly ResponseHeader[] {
  const sorted = entries(get(response, "headers")).toSorted(([a], [b]) => compare(a, b));
  return sorted.flatMap(([name, { key, value }]) => {
    const node = resolve(value, view.files, view.problems);
    if (node === undefined || !checkHeaderName(name, "header", key, view)) return [];
    const schemaNode = get(node, "schema");
    const schema: Schema = schemaNode === undefined ? { kind: "unknown", constraints: {} } : schemaOf(schemaNode, view);
    if (view.resolve(schema).kind === "object")
      view.problems.add("ignored", key, "A header that is an object is sent as JSON, not in a style.");
    const description = textOf(get(node, "description"))?.trim() ?? "";
    return [{ name, required: isTrue(node, "required"), description, schema }];
  });
}
