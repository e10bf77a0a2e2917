// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import { listQuery } from "../../internal/core/http/lists.ts";
import type { OperationTable } from "../../internal/core/http/operation.ts";
import { idInPath } from "../../internal/core/validation/parameters.ts";
import type { RunsService } from "./service.gen.ts";
import type { RunFilter, RunSort } from "./types.gen.ts";
import { listRunLogsParameters, listRunsParameters, runStart, streamRunEventsParameters } from "./validators.gen.ts";

export const runsOperations: OperationTable<RunsService> = [
  {
    id: "listRuns",
    method: "get",
    path: "/runs",
    permission: "runs.read",
    tenant: true,
    status: 200,
    parameters: listRunsParameters,
    stale: true,
    call: (service, ctx, { params }) => service.listRuns(ctx, listQuery<RunFilter, RunSort>(params)),
  },
  {
    id: "startRun",
    method: "post",
    path: "/runs",
    permission: "runs.write",
    tenant: true,
    status: 201,
    body: { required: true, validator: runStart },
    etag: true,
    idempotent: true,
    call: (service, ctx, { body }) => service.startRun(ctx, { body }),
  },
  {
    id: "getRun",
    method: "get",
    path: "/runs/{id}",
    permission: "runs.read",
    tenant: true,
    status: 200,
    parameters: idInPath,
    etag: true,
    call: (service, ctx, { params }) => service.getRun(ctx, params.id),
  },
  {
    id: "cancelRun",
    method: "post",
    path: "/runs/{id}/cancel",
    permission: "runs.write",
    tenant: true,
    status: 200,
    parameters: idInPath,
    etag: true,
    call: (service, ctx, { params }) => service.cancelRun(ctx, { id: params.id }),
  },
  {
    id: "streamRunEvents",
    method: "get",
    path: "/runs/{id}/events",
    permission: "runs.read",
    tenant: true,
    status: 200,
    parameters: streamRunEventsParameters,
    answer: "stream",
    call: (service, ctx, { params }) => service.streamRunEvents(ctx, { id: params.id, lastEventId: params.lastEventId }),
  },
  {
    id: "listRunLogs",
    method: "get",
    path: "/runs/{id}/logs",
    permission: "runs.read",
    tenant: true,
    status: 200,
    parameters: listRunLogsParameters,
    call: (service, ctx, { params }) =>
      service.listRunLogs(ctx, { id: params.id, after: params.after, step: params.step, limit: params.limit }),
  },
  {
    id: "listRunSteps",
    method: "get",
    path: "/runs/{id}/steps",
    permission: "runs.read",
    tenant: true,
    status: 200,
    parameters: idInPath,
    call: (service, ctx, { params }) => service.listRunSteps(ctx, { id: params.id }),
  },
];
