// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { Consumer, DomainEvent, EventLog } from "../../internal/core/events/event.ts";
import type { Organization } from "../contracts/organizations.gen.ts";
import type { Run } from "./types.gen.ts";

/** Appends events to the outbox, in the transaction of the context. */
export interface RunsEvents {
  /** A run was created. */
  runCreated(ctx: Context, run: Run): Promise<void>;
  /** A run was updated. */
  runUpdated(ctx: Context, run: Run): Promise<void>;
}

export function runsEvents(log: EventLog): RunsEvents {
  return {
    runCreated: (ctx, run) => log.append(ctx, { type: "runs.run.created", aggregate: run.id, data: run }),
    runUpdated: (ctx, run) => log.append(ctx, { type: "runs.run.updated", aggregate: run.id, data: run }),
  };
}

/** The events that internal/runs handles. */
export interface RunsConsumers {
  onOrganizationDeleted(ctx: Context, event: DomainEvent<Organization>): Promise<void>;
}

export function runsConsumers(methods: RunsConsumers): readonly Consumer[] {
  return [
    {
      name: "runs.onOrganizationDeleted",
      types: ["organizations.organization.deleted"],
      handle: (ctx, event) => methods.onOrganizationDeleted(ctx, event as DomainEvent<Organization>),
    },
  ];
}
