// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { Consumer, DomainEvent, EventLog } from "../../internal/core/events/event.ts";
import type { Organization } from "../contracts/organizations.gen.ts";
import type { Pipeline } from "./types.gen.ts";

/** Appends events to the outbox, in the transaction of the context. */
export interface PipelinesEvents {
  /** A pipeline was created. */
  pipelineCreated(ctx: Context, pipeline: Pipeline): Promise<void>;
  /** A pipeline was updated. */
  pipelineUpdated(ctx: Context, pipeline: Pipeline): Promise<void>;
  /** A pipeline was deleted. */
  pipelineDeleted(ctx: Context, pipeline: Pipeline): Promise<void>;
}

export function pipelinesEvents(log: EventLog): PipelinesEvents {
  return {
    pipelineCreated: (ctx, pipeline) => log.append(ctx, { type: "pipelines.pipeline.created", aggregate: pipeline.id, data: pipeline }),
    pipelineUpdated: (ctx, pipeline) => log.append(ctx, { type: "pipelines.pipeline.updated", aggregate: pipeline.id, data: pipeline }),
    pipelineDeleted: (ctx, pipeline) => log.append(ctx, { type: "pipelines.pipeline.deleted", aggregate: pipeline.id, data: pipeline }),
  };
}

/** The events that internal/pipelines handles. */
export interface PipelinesConsumers {
  onOrganizationCreated(ctx: Context, event: DomainEvent<Organization>): Promise<void>;
}

export function pipelinesConsumers(methods: PipelinesConsumers): readonly Consumer[] {
  return [
    {
      name: "pipelines.onOrganizationCreated",
      types: ["organizations.organization.created"],
      handle: (ctx, event) => methods.onOrganizationCreated(ctx, event as DomainEvent<Organization>),
    },
  ];
}
