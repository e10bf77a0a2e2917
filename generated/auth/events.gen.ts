// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { Consumer, DomainEvent, EventLog } from "../../internal/core/events/event.ts";
import type { Membership, Organization, Role } from "../contracts/organizations.gen.ts";
import type { UserView } from "./types.gen.ts";
import { userView } from "./views.gen.ts";

/** Appends events to the outbox, in the transaction of the context. */
export interface AuthEvents {
  /** An user was created. */
  userCreated(ctx: Context, user: UserView): Promise<void>;
  /** An user was updated. */
  userUpdated(ctx: Context, user: UserView): Promise<void>;
}

export function authEvents(log: EventLog): AuthEvents {
  return {
    userCreated: (ctx, user) => log.append(ctx, { type: "auth.user.created", aggregate: user.id, data: userView(user) }),
    userUpdated: (ctx, user) => log.append(ctx, { type: "auth.user.updated", aggregate: user.id, data: userView(user) }),
  };
}

/** Events of other domains that internal/auth handles. */
export interface AuthConsumers {
  onMembershipDeleted(ctx: Context, event: DomainEvent<Membership>): Promise<void>;
  onMembershipUpdated(ctx: Context, event: DomainEvent<Membership>): Promise<void>;
  onOrganizationDeleted(ctx: Context, event: DomainEvent<Organization>): Promise<void>;
  onOrganizationUpdated(ctx: Context, event: DomainEvent<Organization>): Promise<void>;
  onRoleDeleted(ctx: Context, event: DomainEvent<Role>): Promise<void>;
  onRoleUpdated(ctx: Context, event: DomainEvent<Role>): Promise<void>;
}

export function authConsumers(methods: AuthConsumers): readonly Consumer[] {
  return [
    {
      name: "auth.onMembershipDeleted",
      types: ["organizations.membership.deleted"],
      handle: (ctx, event) => methods.onMembershipDeleted(ctx, event as DomainEvent<Membership>),
    },
    {
      name: "auth.onMembershipUpdated",
      types: ["organizations.membership.updated"],
      handle: (ctx, event) => methods.onMembershipUpdated(ctx, event as DomainEvent<Membership>),
    },
    {
      name: "auth.onOrganizationDeleted",
      types: ["organizations.organization.deleted"],
      handle: (ctx, event) => methods.onOrganizationDeleted(ctx, event as DomainEvent<Organization>),
    },
    {
      name: "auth.onOrganizationUpdated",
      types: ["organizations.organization.updated"],
      handle: (ctx, event) => methods.onOrganizationUpdated(ctx, event as DomainEvent<Organization>),
    },
    {
      name: "auth.onRoleDeleted",
      types: ["organizations.role.deleted"],
      handle: (ctx, event) => methods.onRoleDeleted(ctx, event as DomainEvent<Role>),
    },
    {
      name: "auth.onRoleUpdated",
      types: ["organizations.role.updated"],
      handle: (ctx, event) => methods.onRoleUpdated(ctx, event as DomainEvent<Role>),
    },
  ];
}
