import type { Api, ApiOperation } from "./api.ts";
import type { FlatSchema } from "./flatten.ts";

/** A change that callers notice. An error breaks correct callers; a warning may break some. */
export interface Finding {
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** `GET /labels/{id}`, or the type of an event. */
  readonly where: string;
  readonly message: string;
}

export type Report = (message: string, severity?: Finding["severity"]) => void;

/** Which way a value travels: callers send requests, and receive responses and events. */
export type Direction = "request" | "response";

/** One schema at one place of both versions, already without references. */
export interface SchemaPair {
  readonly direction: Direction;
  readonly before: FlatSchema;
  readonly after: FlatSchema;
  /** "the body's /name", "the query parameter limit". */
  readonly place: string;
}

/** One rule; each has a file of its own, with its cases beside it. It looks at the whole, at an operation, or at a schema. */
export interface Rule {
  readonly name: string;
  /** What it finds, in a sentence, for the reference page. */
  readonly title: string;
  readonly severity: Finding["severity"];
  api?(before: Api, after: Api, report: (where: string, message: string, severity?: Finding["severity"]) => void): void;
  operation?(before: ApiOperation, after: ApiOperation, report: Report): void;
  schema?(pair: SchemaPair, report: Report): void;
}
