import type { Context } from "../core/context/context.ts";

/** The context of a user whose rows are to be read or written before, or without, a token of theirs. */
export const actingAs = (ctx: Context, userId: string, session = ""): Context => ({
  ...ctx,
  actor: { kind: "user", id: userId, session },
});
