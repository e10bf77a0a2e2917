import type { Context } from "../context/context.ts";
import { problem } from "../problems/problem.ts";
import type { AnswerChoice } from "./choice-answers.ts";
import type { Shape } from "./shape.ts";
import { encoded, queryPart, Styled } from "./styled.ts";

/** A call of one operation, as a generated client makes it. */
export interface RemoteCall {
  readonly method: "get" | "post" | "put" | "patch" | "delete" | "options" | "head";
  /** As in OpenAPI: `/labels/{id}`. */
  readonly path: string;
  /** What the query always has. */
  readonly fixed?: readonly (readonly [string, string])[];
  /** The values of the path's variables. */
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  /** A ListQuery, written as filter, sort, limit, cursor and total. */
  readonly list?: object;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly cookies?: Readonly<Record<string, unknown>>;
  /** Sent as JSON, or as it is when it is a ReadableStream; with `bodyType`, as that media type. */
  readonly body?: unknown;
  readonly bodyType?: string | undefined;
  /** The version for If-Match. */
  readonly expected?: number | undefined;
  /** "json" unless told; "reply" and "bytes" come with headers, "choice" with a status as well. */
  readonly answer?: "json" | "none" | "reply" | "bytes" | "text" | "choice";
  readonly choices?: readonly AnswerChoice[];
  /** Headers of the answer that are no texts, and what they are. */
  readonly reads?: Readonly<Record<string, Shape>>;
  /** The operation declares what it answers when it fails: that is thrown as a Failure. */
  readonly fails?: true;
}

/** How long the callee may take, in milliseconds: what is left until the caller's deadline. */
export const timeoutHeader = "x-timeout-ms";

/** The URL of a call. Values are encoded, so none can reach another path. */
export function urlOf(base: string, call: RemoteCall): string {
  const path = call.path.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) => {
    const value = call.params?.[name];
    return value instanceof Styled ? value.inPath() : segment(value);
  });
  const query = (call.fixed ?? []).map(queryPart);
  for (const [name, value] of [...Object.entries(call.query ?? {}), ...listPairs(call.list ?? {})]) {
    if (value instanceof Styled) query.push(...value.inQuery());
    else if (value !== undefined) query.push(queryPart([name, Array.isArray(value) ? value.join(",") : String(value)]));
  }
  return query.length === 0 ? base + path : `${base}${path}?${query.join("&")}`;
}

/** The headers of a call: what the operation sends, and what ties it to the request that caused it. */
export function headersOf(ctx: Context, call: RemoteCall, authorization: string): Headers {
  const headers = new Headers({ accept: "application/json, application/problem+json, */*;q=0.5", "accept-language": ctx.locale });
  for (const [name, value] of Object.entries(call.headers ?? {}))
    if (value !== undefined) headers.set(name, value instanceof Styled ? value.inHeader() : String(value));
  const cookies = Object.entries(call.cookies ?? {}).filter(([, value]) => value !== undefined);
  const written = (value: unknown): string => (value instanceof Styled ? value.inCookie() : encoded(String(value)));
  if (cookies.length > 0) headers.set("cookie", cookies.map(([name, value]) => `${name}=${written(value)}`).join("; "));
  if (call.expected !== undefined) headers.set("if-match", `"${call.expected}"`);
  if (call.bodyType !== undefined) {
    // The boundary of a multipart body is known only to what writes it.
    if (!call.bodyType.startsWith("multipart/")) headers.set("content-type", call.bodyType);
  } else if (call.body !== undefined && !headers.has("content-type")) {
    headers.set("content-type", call.body instanceof ReadableStream ? "application/octet-stream" : "application/json");
  }
  headers.set("authorization", authorization);
  headers.set("x-request-id", ctx.requestId);
  if (ctx.trace !== undefined) headers.set("traceparent", ctx.trace);
  if (ctx.deadline !== Number.POSITIVE_INFINITY) headers.set(timeoutHeader, String(Math.max(1, Math.floor(ctx.deadline - Date.now()))));
  return headers;
}

/** A URL parser drops the segments "." and ".." even when they are encoded, and no id or name is one of them. */
function segment(value: unknown): string {
  const text = String(value);
  if (text === "" || text === "." || text === "..") throw problem.notFound(`There is nothing named "${text}".`);
  return encoded(text);
}

/** The parameters of a list, as listParameters reads them. */
function listPairs(list: object): [string, unknown][] {
  const { filter = {}, ...others } = list as { readonly filter?: Readonly<Record<string, object>> };
  const filters = Object.entries(filter).flatMap(([field, operators]) =>
    Object.entries(operators).map(([operator, value]): [string, unknown] => [`filter[${field}][${operator}]`, value]),
  );
  return [...filters, ...Object.entries(others)];
}
