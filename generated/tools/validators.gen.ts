// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import { listParameters } from "../../internal/core/http/lists.ts";
import { object, optional, required } from "../../internal/core/validation/object.ts";
import { textParameter } from "../../internal/core/validation/parameters.ts";
import { string } from "../../internal/core/validation/string.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import { jsonObject } from "../common/validators.gen.ts";
import type { Invocation } from "./types.gen.ts";

export const invocation: Validator<Invocation> = object<Invocation>(
  { input: required(jsonObject), source: optional(string({ maxLength: 100 })), begunAt: optional(string({ format: "date-time" })) },
  { additional: false },
);

export const listToolsParameters = listParameters({ name: "text" }, ["name"], { search: true });

export const invokeToolParameters = { name: textParameter("path", "name", { maxLength: 100, required: true }) };
