// Made from openapi/common.yaml. Do not edit: change the spec and run `npm run generate`.
import type { JsonObject, JsonSchema } from "./types.gen.ts";

export function jsonObjectMock(_number: number): JsonObject {
  return {};
}

export function jsonSchemaMock(_number: number): JsonSchema {
  return {};
}
