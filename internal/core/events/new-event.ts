import type { Context } from "../context/context.ts";
import { newId } from "../ids/ids.ts";
import type { DomainEvent, Happened } from "./event.ts";

/** The event for what happened: caller and organization are those of the context. */
export function newEvent(ctx: Context, happened: Happened, now: Date): DomainEvent {
  return {
    id: newId("ev"),
    type: happened.type,
    aggregate: happened.aggregate,
    organization: ctx.organization,
    actor: ctx.actor.kind === "anonymous" ? "" : ctx.actor.id,
    time: now.toISOString(),
    data: happened.data,
  };
}
