/** One place in the input that is wrong. `pointer` is a JSON Pointer (RFC 6901) into the body, or `?name` for a parameter. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** RFC 9457 problem document, as it is sent. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
}

export interface ProblemOptions {
  readonly errors?: readonly FieldError[];
  /** One wrong place, in short for `errors` with one entry. */
  readonly pointer?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Members of the document beside those of the RFC, for programs. */
  readonly extensions?: Readonly<Record<string, string | readonly string[]>>;
  /** Kept for the log, never sent. */
  readonly cause?: unknown;
}

/** An error that may be told to the caller. Any other error becomes a 500 without detail at the boundary. */
export class Problem extends Error {
  readonly status: number;
  readonly slug: string;
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  readonly extensions: Readonly<Record<string, string | readonly string[]>>;

  constructor(status: number, slug: string, title: string, detail: string, options: ProblemOptions = {}) {
    // What callers are told is no fault to be traced, and noting the stack would make a refusal dearer than a success (3 to 5 µs).
    const { stackTraceLimit } = Error;
    if (status < 500) Error.stackTraceLimit = 0;
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    Error.stackTraceLimit = stackTraceLimit;
    this.name = "Problem";
    this.status = status;
    this.slug = slug;
    this.title = title;
    this.errors = options.errors ?? (options.pointer === undefined ? [] : [{ pointer: options.pointer, detail }]);
    this.headers = options.headers ?? {};
    this.extensions = options.extensions ?? {};
  }

  /** The document of RFC 9457; `instance` is the request's id. */
  document(instance?: string): ProblemDocument {
    return {
      ...this.extensions,
      type: `urn:archwright:problem:${this.slug}`,
      title: this.title,
      status: this.status,
      ...(this.message === "" ? {} : { detail: this.message }),
      ...(instance === undefined ? {} : { instance }),
      ...(this.errors.length === 0 ? {} : { errors: this.errors }),
    };
  }
}

/** Whether it is a part of the platform that is down: `part` says which, "database" or a domain. What was asked for may be right. */
export const isOutage = (error: unknown): error is Problem =>
  error instanceof Problem && error.status === 503 && error.extensions.part !== undefined;

const kind =
  (status: number, slug: string, title: string) =>
  (detail: string, options?: ProblemOptions): Problem =>
    new Problem(status, slug, title, detail, options);

/** One function per kind of problem; `detail` is a sentence for people. */
export const problem = {
  malformed: kind(400, "malformed", "The request could not be read"),
  unauthenticated: kind(401, "unauthenticated", "Sign in first"),
  forbidden: kind(403, "forbidden", "Not allowed"),
  notFound: kind(404, "not-found", "Not found"),
  conflict: kind(409, "conflict", "In conflict with what is there"),
  stale: kind(412, "stale", "Changed by somebody else"),
  tooLarge: kind(413, "too-large", "Too large"),
  unsupportedMedia: kind(415, "unsupported-media", "Unsupported media type"),
  invalid: kind(422, "invalid", "Invalid input"),
  tooMany: kind(429, "too-many", "Too many requests"),
  internal: kind(500, "internal", "Something went wrong"),
  unavailable: kind(503, "unavailable", "Not available now"),
  timeout: kind(504, "timeout", "Took too long"),
} as const;
