import { invalidToken } from "archwright/core/auth/caller";
import type { Context } from "archwright/core/context/context";
import { ownerUser } from "archwright/core/database/rows";
import type { UserRepository } from "../../generated/conduit/repository.gen.ts";
import type { User } from "../../generated/conduit/types.gen.ts";

/** The account of who calls; a 401 when there is none any more. */
export async function currentUser(users: UserRepository, ctx: Context): Promise<User> {
  const user = await users.find(ctx, ownerUser(ctx));
  if (user === undefined) throw invalidToken("The account of this token is gone.");
  return user;
}

/** Who looks, by id; "" is nobody. */
export const viewerOf = ({ actor }: Context): string => (actor.kind === "user" ? actor.id : "");
