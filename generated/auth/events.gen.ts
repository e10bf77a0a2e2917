// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { Consumer, DomainEvent, EventLog } from "../../internal/core/events/event.ts";
import type { Membership } from "../contracts/organizations.gen.ts";
import type { LinkRequestView, SignUpView, UserView } from "./types.gen.ts";
import { linkRequestView, signUpView, userView } from "./views.gen.ts";

/** Appends events to the outbox, in the transaction of the context. */
export interface AuthEvents {
  /** A link request was created. */
  linkRequestCreated(ctx: Context, linkRequest: LinkRequestView): Promise<void>;
  /** A sign up was created. */
  signUpCreated(ctx: Context, signUp: SignUpView): Promise<void>;
  /** A user was created. */
  userCreated(ctx: Context, user: UserView): Promise<void>;
  /** A user was updated. */
  userUpdated(ctx: Context, user: UserView): Promise<void>;
}

export function authEvents(log: EventLog): AuthEvents {
  return {
    linkRequestCreated: (ctx, linkRequest) =>
      log.append(ctx, { type: "auth.linkRequest.created", aggregate: linkRequest.id, data: linkRequestView(linkRequest) }),
    signUpCreated: (ctx, signUp) => log.append(ctx, { type: "auth.signUp.created", aggregate: signUp.id, data: signUpView(signUp) }),
    userCreated: (ctx, user) => log.append(ctx, { type: "auth.user.created", aggregate: user.id, data: userView(user) }),
    userUpdated: (ctx, user) => log.append(ctx, { type: "auth.user.updated", aggregate: user.id, data: userView(user) }),
  };
}

/** The events that internal/auth handles. */
export interface AuthConsumers {
  onLinkRequestCreated(ctx: Context, event: DomainEvent<LinkRequestView>): Promise<void>;
  onSignUpCreated(ctx: Context, event: DomainEvent<SignUpView>): Promise<void>;
  onMembershipDeleted(ctx: Context, event: DomainEvent<Membership>): Promise<void>;
}

export function authConsumers(methods: AuthConsumers): readonly Consumer[] {
  return [
    {
      name: "auth.onLinkRequestCreated",
      types: ["auth.linkRequest.created"],
      handle: (ctx, event) => methods.onLinkRequestCreated(ctx, event as DomainEvent<LinkRequestView>),
    },
    {
      name: "auth.onSignUpCreated",
      types: ["auth.signUp.created"],
      handle: (ctx, event) => methods.onSignUpCreated(ctx, event as DomainEvent<SignUpView>),
    },
    {
      name: "auth.onMembershipDeleted",
      types: ["organizations.membership.deleted"],
      handle: (ctx, event) => methods.onMembershipDeleted(ctx, event as DomainEvent<Membership>),
    },
  ];
}
