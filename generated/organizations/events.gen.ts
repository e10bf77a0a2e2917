// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { EventLog } from "../../internal/core/events/event.ts";
import type { Membership, Organization } from "./types.gen.ts";

/** Appends events to the outbox, in the transaction of the context. */
export interface OrganizationsEvents {
  /** An organization was created. */
  organizationCreated(ctx: Context, organization: Organization): Promise<void>;
  /** An organization was updated. */
  organizationUpdated(ctx: Context, organization: Organization): Promise<void>;
  /** A membership was created. */
  membershipCreated(ctx: Context, membership: Membership): Promise<void>;
}

export function organizationsEvents(log: EventLog): OrganizationsEvents {
  return {
    organizationCreated: (ctx, organization) =>
      log.append(ctx, { type: "organizations.organization.created", aggregate: organization.id, data: organization }),
    organizationUpdated: (ctx, organization) =>
      log.append(ctx, { type: "organizations.organization.updated", aggregate: organization.id, data: organization }),
    membershipCreated: (ctx, membership) =>
      log.append(ctx, { type: "organizations.membership.created", aggregate: membership.id, data: membership }),
  };
}
