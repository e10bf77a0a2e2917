// Made from openapi/common.yaml. Do not edit: change the spec and run `npm run generate`.

/** Any JSON object. */
export interface JsonObject {
  readonly [name: string]: unknown;
}

/** A JSON Schema (2020-12) of an object. */
export interface JsonSchema {
  readonly [name: string]: unknown;
}
