// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { LinkRequestView, PasskeyView, SessionView, SignUpView, TrustedDeviceView, UserView } from "./types.gen.ts";

/** What may be known of a LinkRequest outside its service. */
export function linkRequestView(linkRequest: LinkRequestView): LinkRequestView {
  return {
    id: linkRequest.id,
    createdAt: linkRequest.createdAt,
    updatedAt: linkRequest.updatedAt,
    version: linkRequest.version,
    purpose: linkRequest.purpose,
    userId: linkRequest.userId,
  };
}

/** What may be known of a TrustedDevice outside its service. */
export function trustedDeviceView(trustedDevice: TrustedDeviceView): TrustedDeviceView {
  return {
    id: trustedDevice.id,
    createdBy: trustedDevice.createdBy,
    createdAt: trustedDevice.createdAt,
    updatedAt: trustedDevice.updatedAt,
    version: trustedDevice.version,
    device: trustedDevice.device,
    expiresAt: trustedDevice.expiresAt,
  };
}

/** What may be known of a Passkey outside its service. */
export function passkeyView(passkey: PasskeyView): PasskeyView {
  return {
    id: passkey.id,
    createdBy: passkey.createdBy,
    createdAt: passkey.createdAt,
    updatedAt: passkey.updatedAt,
    version: passkey.version,
    name: passkey.name,
    credentialId: passkey.credentialId,
    counter: passkey.counter,
    transports: passkey.transports,
    synced: passkey.synced,
    lastUsedAt: passkey.lastUsedAt,
  };
}

/** What may be known of a SignUp outside its service. */
export function signUpView(signUp: SignUpView): SignUpView {
  return {
    id: signUp.id,
    createdAt: signUp.createdAt,
    updatedAt: signUp.updatedAt,
    version: signUp.version,
    expiresAt: signUp.expiresAt,
  };
}

/** What may be known of a User outside its service. */
export function userView(user: UserView): UserView {
  return {
    id: user.id,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    version: user.version,
    email: user.email,
    emailVerifiedAt: user.emailVerifiedAt,
    secondFactor: user.secondFactor,
    name: user.name,
    administrator: user.administrator,
    disabledAt: user.disabledAt,
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
    signedInAt: session.signedInAt,
    organization: session.organization,
    device: session.device,
    address: session.address,
    methods: session.methods,
    expiresAt: session.expiresAt,
    lastUsedAt: session.lastUsedAt,
  };
}
