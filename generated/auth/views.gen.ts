// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { RefreshTokenView, ServiceTokenView, SessionView, UserView } from "./types.gen.ts";

/** What may be known of a User outside its service. */
export function userView(user: UserView): UserView {
  return {
    id: user.id,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    version: user.version,
    email: user.email,
    name: user.name,
    administrator: user.administrator,
  };
}

/** What may be known of a Session outside its service. */
export function sessionView(session: SessionView): SessionView {
  return {
    id: session.id,
    createdBy: session.createdBy,
    createdAt: session.createdAt,
    updatedAt: session.updatedAt,
    version: session.version,
    organization: session.organization,
    device: session.device,
    address: session.address,
    methods: session.methods,
    expiresAt: session.expiresAt,
    lastUsedAt: session.lastUsedAt,
  };
}

/** What may be known of a ServiceToken outside its service. */
export function serviceTokenView(serviceToken: ServiceTokenView): ServiceTokenView {
  return {
    id: serviceToken.id,
    organizationId: serviceToken.organizationId,
    createdBy: serviceToken.createdBy,
    createdAt: serviceToken.createdAt,
    updatedAt: serviceToken.updatedAt,
    version: serviceToken.version,
    name: serviceToken.name,
    ownerId: serviceToken.ownerId,
    permissions: serviceToken.permissions,
    expiresAt: serviceToken.expiresAt,
    lastUsedAt: serviceToken.lastUsedAt,
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
    successorId: refreshToken.successorId,
  };
}
