import type { Context } from "../context/context.ts";
import type { Eventual } from "../eventual/eventual.ts";
import type { RateLimit } from "../rate-limit/rate-limiter.ts";
import type { Parameter, Validator } from "../validation/validator.ts";
import type { AnswerChoice } from "./choice-answers.ts";
import type { ContentRule } from "./content-body.ts";

/** The validated parts of a request. */
export interface Input<Params = unknown, Body = unknown> {
  readonly params: Params;
  readonly body: Body;
  /** The version of If-Match; undefined when the header was absent or `*`. */
  readonly expected: number | undefined;
}

/** What an operation answers when its spec declares response headers or a binary body. */
export interface Reply<Body, Headers> {
  readonly body: Body;
  readonly headers: Headers;
}

/** One event of a server-sent stream; `id` comes back as Last-Event-ID when the browser reconnects. */
export interface StreamEvent<Data> {
  readonly id?: string;
  readonly event?: string;
  readonly data: Data;
}

/**
 * One operation of a spec, as data. internal/core/http mounts it, deciding at start-up what each request needs.
 * `permission` "public" lets anybody in, "optional" too, and knows who calls when a token comes along, "authenticated" anybody who has signed in; any other name must be among the caller's permissions.
 */
export interface Operation<Service> {
  readonly id: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete" | "options" | "head";
  /** As in OpenAPI: `/labels/{id}`, below the API's base path. */
  readonly path: string;
  /** What the query must have for this operation to be meant, where several share a path. */
  readonly query?: readonly (readonly [string, string])[];
  readonly permission: string;
  /** Whether the caller must act in an organization. */
  readonly tenant: boolean;
  readonly status: number;
  readonly parameters?: Readonly<Record<string, Parameter<unknown>>>;
  /** JSON by validator; "bytes" hands over the stream unread; forms, texts and what comes in several media types by a rule of their own. */
  readonly body?: { readonly required: boolean; readonly validator: Validator<unknown> } | ContentRule | "bytes";
  /**
   * "json" unless told. A "reply" carries headers; its body is JSON, or bytes when it is a ReadableStream. With "choice" the service says
   * which of `choices` it answers.
   */
  readonly answer?: "json" | "none" | "reply" | "stream" | "text" | "choice";
  readonly choices?: readonly AnswerChoice[];
  /** Of "json" and "text", where it is not application/json or text/plain. */
  readonly mediaType?: string;
  /** The answer is an entity: send its version as ETag, honour If-None-Match. */
  readonly etag?: boolean;
  /** Reads If-Match (RFC 9110) into `expected`. */
  readonly ifMatch?: boolean;
  /** How often it may be called. */
  readonly rateLimit?: RateLimit;
  /** Honours Idempotency-Key: the same request with the same key is done once. */
  readonly idempotent?: true;
  /** Its deadline, in milliseconds; that of the platform unless told. */
  readonly timeout?: number;
  /** What writes runs in one transaction unless told. */
  readonly transaction?: "none";
  /** Each call that succeeds is written down, whatever it changes. */
  readonly audit?: true;
  /** What it reads may be some seconds old. */
  readonly stale?: true;
  /** The feature that the caller's organization must have: `labels.export`. */
  readonly feature?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each row of the table narrows its own input; the validators above prove it
  readonly call: (service: Service, ctx: Context, input: Input<any, any>) => Eventual<unknown> | AsyncIterable<unknown>;
}

export type OperationTable<Service> = readonly Operation<Service>[];
