import type { Json } from "../model/json-schema.ts";

export type JsonObject = { readonly [key: string]: Json };

/** An API as its callers see it: what two versions are compared by. */
export interface Api {
  /** By method and path, with the names of path parameters left out: callers never see them. */
  readonly operations: ReadonlyMap<string, ApiOperation>;
  /** Data of events, by type. */
  readonly events: ReadonlyMap<string, Json>;
  /** `#/components/schemas`. */
  readonly schemas: ReadonlyMap<string, Json>;
}

export interface ApiOperation {
  readonly id: string;
  /** `GET /labels/{id}` */
  readonly title: string;
  readonly deprecated: boolean;
  /** "public", "authenticated", or what else a caller needs. */
  readonly permission: string;
  /** By `<in> <name>`, lower case for headers; path parameters by their position. */
  readonly parameters: ReadonlyMap<string, ApiParameter>;
  readonly body: { readonly required: boolean; readonly content: ReadonlyMap<string, Json> } | undefined;
  /** By status. */
  readonly responses: ReadonlyMap<string, ApiResponse>;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Json;
}

export interface ApiResponse {
  readonly content: ReadonlyMap<string, Json>;
  readonly headers: ReadonlyMap<string, { readonly required: boolean; readonly schema: Json }>;
}

export const objectOf = (value: Json | undefined): JsonObject | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;

export const entriesOf = (value: Json | undefined): readonly [string, Json][] => Object.entries(objectOf(value) ?? {});

export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
