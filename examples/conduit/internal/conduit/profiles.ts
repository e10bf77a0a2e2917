import type { Context } from "archwright/core/context/context";
import { problem } from "archwright/core/problems/problem";
import type { ConduitParts, ConduitService } from "../../generated/conduit/service.gen.ts";
import type { Profile, User } from "../../generated/conduit/types.gen.ts";
import { currentUser, viewerOf } from "./current-user.ts";

/** Who somebody is, and following them. */
export function profiles({ users, follows }: ConduitParts): Pick<ConduitService, "getProfile" | "followUser" | "unfollowUser"> {
  async function named(ctx: Context, username: string): Promise<User> {
    const user = await users.findByUsername(ctx, username);
    if (user === undefined) throw problem.notFound("There is no user of this name.", { pointer: "/profile" });
    return user;
  }

  return {
    async getProfile(ctx, { username }) {
      const user = await named(ctx, username);
      return shown(user, (await follows.findPair(ctx, viewerOf(ctx), user.id)) !== undefined);
    },

    async followUser(ctx, { username }) {
      const user = await named(ctx, username);
      const { id: followerId } = await currentUser(users, ctx);
      const follow = await follows.findPair(ctx, followerId, user.id);
      if (follow === undefined) await follows.insert(ctx, { followerId, followedId: user.id });
      return shown(user, true);
    },

    async unfollowUser(ctx, { username }) {
      const user = await named(ctx, username);
      const follow = await follows.findPair(ctx, viewerOf(ctx), user.id);
      if (follow !== undefined) await follows.delete(ctx, follow.id);
      return shown(user, false);
    },
  };
}

const shown = ({ username, bio, image }: User, following: boolean): { profile: Profile } => ({
  profile: { username, bio, image, following },
});
