// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { UserView } from "./types.gen.ts";

/** What may be known of a User outside its service. */
export function userView(user: UserView): UserView {
  return {
    id: user.id,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    version: user.version,
    username: user.username,
    email: user.email,
    bio: user.bio,
    image: user.image,
  };
}
