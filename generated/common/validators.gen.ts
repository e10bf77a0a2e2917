// Made from openapi/common.yaml. Do not edit: change the spec and run `npm run generate`.
import { object } from "../../internal/core/validation/object.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import type { JsonObject, JsonSchema } from "./types.gen.ts";

export const jsonObject: Validator<JsonObject> = object<JsonObject>({});

export const jsonSchema: Validator<JsonSchema> = object<JsonSchema>({});
