// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import { listParameters } from "../../internal/core/http/lists.ts";
import { integer } from "../../internal/core/validation/number.ts";
import { object, optional, required } from "../../internal/core/validation/object.ts";
import { integerParameter, textParameter } from "../../internal/core/validation/parameters.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import { id } from "../../internal/core/validation/values.ts";
import { jsonObject } from "../common/validators.gen.ts";
import type { RunStart } from "./types.gen.ts";

export const runStart: Validator<RunStart> = object<RunStart>(
  { pipelineId: required(id("pl")), version: optional(integer({ minimum: 1 })), input: optional(jsonObject) },
  { additional: false },
);

export const listRunsParameters = listParameters(
  {
    status: ["queued", "running", "waiting", "succeeded", "failed", "timed_out", "cancelling", "cancelled", "completed_with_errors"],
    pipelineId: "exact",
    createdAt: "time",
  },
  ["createdAt", "finishedAt"],
);

export const streamRunEventsParameters = {
  id: textParameter("path", "id", { required: true }),
  lastEventId: textParameter("header", "Last-Event-ID", { pattern: "^[0-9]{1,15}$" }),
};

export const listRunLogsParameters = {
  id: textParameter("path", "id", { required: true }),
  after: integerParameter("query", "after", { minimum: 0, default: 0 }),
  step: textParameter("query", "step", { maxLength: 60 }),
  limit: integerParameter("query", "limit", { maximum: 1000, minimum: 1, default: 500 }),
};
