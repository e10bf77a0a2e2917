import { hashPassword, passwordMatches } from "archwright/core/auth/passwords";
import { newId } from "archwright/core/ids/ids";
import { problem } from "archwright/core/problems/problem";
import type { ConduitParts, ConduitService } from "../../generated/conduit/service.gen.ts";
import type { SignedInUser, User } from "../../generated/conduit/types.gen.ts";
import { currentUser } from "./current-user.ts";

const secondsOfADay = 86_400;

/** Signing up and in, and the caller's own account. */
export function accounts({
  users,
  core,
  config,
}: ConduitParts): Pick<ConduitService, "register" | "login" | "getCurrentUser" | "updateCurrentUser"> {
  async function signedIn({ id, username, email, bio, image }: User): Promise<{ user: SignedInUser }> {
    const claims = { user: id, session: newId("ss"), organization: "", roles: [] };
    return { user: { username, email, bio, image, token: await core.tokens.issue(claims, config.tokenDays * secondsOfADay) } };
  }

  return {
    async register(ctx, { body: { user } }) {
      const passwordHash = await hashPassword(user.password);
      return signedIn(await users.insert(ctx, { username: user.username, email: plainEmail(user.email), passwordHash }));
    },

    async login(ctx, { body: { user } }) {
      const found = await users.findByEmail(ctx, plainEmail(user.email));
      const matches = await passwordMatches(found?.passwordHash, user.password);
      if (found === undefined || !matches)
        throw problem.unauthenticated("The e-mail address or the password is wrong.", { pointer: "/credentials" });
      return signedIn(found);
    },

    getCurrentUser: async (ctx) => signedIn(await currentUser(users, ctx)),

    async updateCurrentUser(ctx, { body: { user } }) {
      const { id } = await currentUser(users, ctx);
      const { username, email, password, bio, image } = user;
      const changed = await users.update(ctx, id, {
        ...(username !== undefined && { username }),
        ...(email !== undefined && { email: plainEmail(email) }),
        ...(password !== undefined && { passwordHash: await hashPassword(password) }),
        ...(bio !== undefined && { bio: bio || null }),
        ...(image !== undefined && { image: image || null }),
      });
      return signedIn(changed);
    },
  };
}

/** The same mailbox, however its owner writes it. */
const plainEmail = (email: string): string => email.toLowerCase();
