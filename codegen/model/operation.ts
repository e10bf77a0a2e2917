import type { Json, Schema } from "./json-schema.ts";
import type { CrudKind, Location } from "./model.ts";
import type { OperationEffects } from "./operation-effects.ts";
import type { MachineOperation } from "./state-machine.ts";

export interface Operation {
  readonly id: string;
  /** `ListLabelsInput`, when it has parameters or a body and is not of a CRUD kind. */
  readonly inputType: string | undefined;
  readonly method: "get" | "post" | "put" | "patch" | "delete" | "options" | "head";
  readonly path: string;
  /** Names and values that its query must have, where two operations share a path. */
  readonly query?: readonly (readonly [string, string])[];
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly location: Location;
  /** A permission's name, or "public", or "optional", or "authenticated", or "internal": for other domains only, never served to people. */
  readonly permission: string;
  /** Whether the caller must act in an organization: unless public, optional, authenticated or internal. */
  readonly tenant: boolean;
  /** Set when the shorthand made it (or `entity` and `kind` bound it): its signature is then the CRUD one. */
  readonly crud: { readonly entity: string; readonly kind: CrudKind } | undefined;
  /** Set when a state machine made it. */
  readonly machine?: MachineOperation;
  readonly parameters: readonly OperationParameter[];
  readonly body: OperationBody | undefined;
  readonly response: OperationResponse;
  /** `DownloadFileHeaders`, when its answer has more than one header. */
  readonly headersType?: string;
  /** What it may answer otherwise, by its own document; absent where problem documents alone tell of failures. */
  readonly failure?: { /** `GetPetFailure` */ readonly type: string; readonly answers: readonly Failure[] };
  /** What it asks of serving beside that; absent when it asks for nothing. */
  readonly effects?: OperationEffects;
}

/** Whether an answer's headers are so many that they are a type of their own. */
export const hasHeadersType = ({ headers, choices }: OperationResponse): boolean => headers.length > 1 && choices === undefined;

/** A declared answer that is no success. */
export interface Failure {
  /** 404, "4XX", or "default" for any that is not declared otherwise. */
  readonly status: number | string;
  readonly description: string;
  /** undefined: no body, or one that is not JSON. */
  readonly schema: Schema | undefined;
}

export interface OperationParameter {
  /** As on the wire: `Last-Event-ID`. */
  readonly name: string;
  /** As in TypeScript: `lastEventId`. */
  readonly variable: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly default: Json | undefined;
  /** How its text is made, where that is not what the schema alone tells. */
  readonly style?: ParameterStyle;
}

/** OpenAPI 3.1, "Style Values"; "json" is a parameter with `content`. */
export interface ParameterStyle {
  readonly name: "form" | "simple" | "label" | "matrix" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "json";
  readonly explode: boolean;
}

export type OperationBody =
  | { readonly kind: "json"; readonly schema: Schema; readonly required: boolean; readonly mediaType: string }
  | { readonly kind: "binary"; readonly required: boolean; readonly mediaType: string }
  /** Forms, texts, and whatever comes in several media types. `tagged`: the value comes with its media type beside it. */
  | { readonly kind: "content"; readonly contents: readonly BodyContent[]; readonly required: boolean; readonly tagged: boolean };

export interface BodyContent {
  readonly mediaType: string;
  readonly kind: "json" | "form" | "multipart" | "text" | "binary";
  readonly schema: Schema;
}

export interface OperationResponse {
  readonly status: number;
  readonly description: string;
  /** "choice": one of `choices`, which the service names by status and media type. */
  readonly kind: "none" | "json" | "binary" | "sse" | "text" | "choice";
  readonly mediaType: string | undefined;
  /** undefined for none, binary, text and choice. */
  readonly schema: Schema | undefined;
  /** Declared response headers; the service then answers with a Reply. */
  readonly headers: readonly ResponseHeader[];
  readonly choices?: readonly ResponseChoice[];
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

export interface ResponseChoice {
  readonly status: number;
  readonly kind: "none" | "json" | "binary" | "sse" | "text";
  readonly mediaType: string | undefined;
  readonly schema: Schema | undefined;
  readonly headers: readonly ResponseHeader[];
}
