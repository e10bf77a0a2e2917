// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import { listParameters } from "../../internal/core/http/lists.ts";
import { array } from "../../internal/core/validation/array.ts";
import { integer, number } from "../../internal/core/validation/number.ts";
import { object, optional, required } from "../../internal/core/validation/object.ts";
import { integerParameter, textParameter } from "../../internal/core/validation/parameters.ts";
import { string } from "../../internal/core/validation/string.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import { nullable } from "../../internal/core/validation/values.ts";
import { jsonSchema } from "../common/validators.gen.ts";
import type { PipelineCreate, PipelineDefinition, PipelinePatch, PipelineStep, Retry } from "./types.gen.ts";

export const retry: Validator<Retry> = object<Retry>(
  { attempts: required(integer({ maximum: 20, minimum: 1 })), backoffSeconds: optional(number({ maximum: 3600, minimum: 0 })) },
  { additional: false },
);

export const pipelineStep: Validator<PipelineStep> = object<PipelineStep>(
  {
    id: required(string({ pattern: "^[a-z][a-z0-9_]{0,59}$" })),
    name: optional(string({ maxLength: 100 })),
    tool: required(string({ maxLength: 100 })),
    inputs: optional(object<{ readonly [name: string]: string }>({}, { additional: string({ maxLength: 10000 }) })),
    needs: optional(array(string(), { uniqueItems: true })),
    retry: optional(retry),
    timeoutSeconds: optional(integer({ maximum: 86400, minimum: 1 })),
  },
  { additional: false },
);

export const pipelineDefinition: Validator<PipelineDefinition> = object<PipelineDefinition>(
  {
    inputSchema: optional(jsonSchema),
    steps: required(array(pipelineStep, { maxItems: 10000, minItems: 1 })),
    outputs: optional(object<{ readonly [name: string]: string }>({}, { additional: string({ maxLength: 10000 }) })),
  },
  { additional: false },
);

export const pipelineCreate: Validator<PipelineCreate> = object<PipelineCreate>(
  {
    name: required(string({ maxLength: 100, minLength: 1 })),
    description: optional(nullable(string({ maxLength: 2000 }))),
    definition: required(pipelineDefinition),
  },
  { additional: false },
);

export const pipelinePatch: Validator<PipelinePatch> = object<PipelinePatch>(
  {
    name: optional(string({ maxLength: 100, minLength: 1 })),
    description: optional(nullable(string({ maxLength: 2000 }))),
    definition: optional(pipelineDefinition),
  },
  { additional: false },
);

export const listPipelinesParameters = listParameters({ name: "text", createdAt: "time" }, ["name", "createdAt", "updatedAt"], {
  search: true,
});

export const getPipelineVersionParameters = {
  id: textParameter("path", "id", { required: true }),
  number: integerParameter("path", "number", { minimum: 1, required: true }),
};
