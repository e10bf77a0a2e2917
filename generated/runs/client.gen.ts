// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "../../internal/core/http/remote.ts";
import type { RunsService } from "./service.gen.ts";

/** Runs as another process serves it: the same interface, the same problems. */
export function runsClient(remote: Remote): RunsService {
  return {
    listRuns: (ctx, query) => remote.call(ctx, { method: "get", path: "/runs", list: query }),
    startRun: (ctx, input) => remote.call(ctx, { method: "post", path: "/runs", body: input.body }),
    getRun: (ctx, id) => remote.call(ctx, { method: "get", path: "/runs/{id}", params: { id } }),
    cancelRun: (ctx, input) => remote.call(ctx, { method: "post", path: "/runs/{id}/cancel", params: { id: input.id } }),
    streamRunEvents: (ctx, input) =>
      remote.stream(ctx, {
        method: "get",
        path: "/runs/{id}/events",
        params: { id: input.id },
        headers: { "Last-Event-ID": input.lastEventId },
      }),
    listRunLogs: (ctx, input) =>
      remote.call(ctx, {
        method: "get",
        path: "/runs/{id}/logs",
        params: { id: input.id },
        query: { after: input.after, step: input.step, limit: input.limit },
      }),
    listRunSteps: (ctx, input) => remote.call(ctx, { method: "get", path: "/runs/{id}/steps", params: { id: input.id } }),
  };
}
