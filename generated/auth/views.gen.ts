// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { RefreshTokenView, UserView } from "./types.gen.ts";

/** What may be known of a User outside its service. */
export function userView(user: UserView): UserView {
  return {
    id: user.id,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    version: user.version,
    email: user.email,
    name: user.name,
  };
}

/** What may be known of a RefreshToken outside its service. */
export function refreshTokenView(refreshToken: RefreshTokenView): RefreshTokenView {
  return {
    id: refreshToken.id,
    createdAt: refreshToken.createdAt,
    updatedAt: refreshToken.updatedAt,
    version: refreshToken.version,
    sessionId: refreshToken.sessionId,
    userId: refreshToken.userId,
    expiresAt: refreshToken.expiresAt,
    usedAt: refreshToken.usedAt,
  };
}
