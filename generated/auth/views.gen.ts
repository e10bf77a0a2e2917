// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type {
  ChallengeView,
  DeviceSignInView,
  KnownBrowserView,
  LinkRequestView,
  LinkView,
  PasskeyView,
  ProviderAttemptView,
  RecoveryCodeView,
  RefreshTokenView,
  ServiceTokenView,
  SessionView,
  SignUpView,
  TotpView,
  TrustedDeviceView,
  UserView,
} from "./types.gen.ts";

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

/** What may be known of a Link outside its service. */
export function linkView(link: LinkView): LinkView {
  return {
    id: link.id,
    createdAt: link.createdAt,
    updatedAt: link.updatedAt,
    version: link.version,
    purpose: link.purpose,
    userId: link.userId,
    email: link.email,
    expiresAt: link.expiresAt,
  };
}

/** What may be known of a ProviderAttempt outside its service. */
export function providerAttemptView(providerAttempt: ProviderAttemptView): ProviderAttemptView {
  return {
    id: providerAttempt.id,
    createdAt: providerAttempt.createdAt,
    updatedAt: providerAttempt.updatedAt,
    version: providerAttempt.version,
    provider: providerAttempt.provider,
    userId: providerAttempt.userId,
    expiresAt: providerAttempt.expiresAt,
  };
}

/** What may be known of a DeviceSignIn outside its service. */
export function deviceSignInView(deviceSignIn: DeviceSignInView): DeviceSignInView {
  return {
    id: deviceSignIn.id,
    createdAt: deviceSignIn.createdAt,
    updatedAt: deviceSignIn.updatedAt,
    version: deviceSignIn.version,
    client: deviceSignIn.client,
    address: deviceSignIn.address,
    state: deviceSignIn.state,
    userId: deviceSignIn.userId,
    sessionId: deviceSignIn.sessionId,
    methods: deviceSignIn.methods,
    interval: deviceSignIn.interval,
    askedAt: deviceSignIn.askedAt,
    expiresAt: deviceSignIn.expiresAt,
  };
}

/** What may be known of a Totp outside its service. */
export function totpView(totp: TotpView): TotpView {
  return {
    id: totp.id,
    createdAt: totp.createdAt,
    updatedAt: totp.updatedAt,
    version: totp.version,
    userId: totp.userId,
    confirmedAt: totp.confirmedAt,
    lastStep: totp.lastStep,
  };
}

/** What may be known of a RecoveryCode outside its service. */
export function recoveryCodeView(recoveryCode: RecoveryCodeView): RecoveryCodeView {
  return {
    id: recoveryCode.id,
    createdAt: recoveryCode.createdAt,
    updatedAt: recoveryCode.updatedAt,
    version: recoveryCode.version,
    userId: recoveryCode.userId,
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

/** What may be known of a Challenge outside its service. */
export function challengeView(challenge: ChallengeView): ChallengeView {
  return {
    id: challenge.id,
    createdAt: challenge.createdAt,
    updatedAt: challenge.updatedAt,
    version: challenge.version,
    purpose: challenge.purpose,
    userId: challenge.userId,
    methods: challenge.methods,
    expiresAt: challenge.expiresAt,
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

/** What may be known of a KnownBrowser outside its service. */
export function knownBrowserView(knownBrowser: KnownBrowserView): KnownBrowserView {
  return {
    id: knownBrowser.id,
    createdBy: knownBrowser.createdBy,
    createdAt: knownBrowser.createdAt,
    updatedAt: knownBrowser.updatedAt,
    version: knownBrowser.version,
    expiresAt: knownBrowser.expiresAt,
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
