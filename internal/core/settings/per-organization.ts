import type { Context } from "../context/context.ts";

/** A setting that each organization may set for itself: its value for the caller's, at once when it is known. */
export type PerOrganization<Value> = (ctx: Pick<Context, "organization">) => Value | Promise<Value>;
