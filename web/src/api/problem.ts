/** One wrong place; `pointer` is a JSON Pointer (RFC 6901) into the body, or `?name` for a parameter. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What went wrong with a request, as RFC 9457 tells it. Status 0 means that no answer came. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly instance: string | undefined;
  /** What the document has beside the members of the RFC. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    title: string,
    detail: string,
    errors: readonly FieldError[] = [],
    instance?: string,
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = "ApiProblem";
    this.status = status;
    this.title = title;
    this.errors = errors;
    this.instance = instance;
    this.extensions = extensions;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Reads an answer's body as a problem document; a body of another shape still makes a problem with the status. */
export function readProblem(status: number, body: unknown): ApiProblem {
  const source = isObject(body) ? body : {};
  const errors = Array.isArray(source.errors)
    ? source.errors.filter(isObject).map((entry) => ({ pointer: text(entry.pointer), detail: text(entry.detail) }))
    : [];
  return new ApiProblem(status, text(source.title), text(source.detail), errors, text(source.instance) || undefined, source);
}

/** Any thrown value as a problem: what is none yet never reached the server. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem(0, "", error instanceof Error ? error.message : "");
}
