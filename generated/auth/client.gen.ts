// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "../../internal/core/http/remote.ts";
import type { AuthService } from "./service.gen.ts";

/** Auth as another process serves it: the same interface, the same problems. */
export function authClient(remote: Remote): AuthService {
  return {
    beginDeviceSignIn: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/auth/device", body: input.body, bodyType: "application/x-www-form-urlencoded" }),
    decideDevice: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/device/decide", body: input.body, answer: "none" }),
    lookUpDevice: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/device/look-up", body: input.body }),
    deviceToken: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/auth/device/token", body: input.body, bodyType: "application/x-www-form-urlencoded" }),
    changeEmail: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/email", body: input.body, answer: "none" }),
    confirmEmail: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/email/confirm", body: input.body }),
    listIdentities: (ctx, query) => remote.call(ctx, { method: "get", path: "/auth/identities", list: query }),
    linkIdentity: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/identities",
        cookies: { archwright_attempt: input.archwrightAttempt },
        body: input.body,
      }),
    deleteIdentity: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/auth/identities/{id}", params: { id }, expected, answer: "none" }),
    listIdentityAudit: (ctx, id, query) =>
      remote.call(ctx, { method: "get", path: "/auth/identities/{id}/audit", params: { id }, list: query }),
    joinOrganization: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/invitations/accept",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    requestMagicLink: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/magic-link", body: input.body, answer: "none" }),
    signInByLink: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/magic-link/sign-in",
        cookies: { archwright_device: input.archwrightDevice },
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    getMe: (ctx) => remote.call(ctx, { method: "get", path: "/auth/me" }),
    changeMe: (ctx, input) => remote.call(ctx, { method: "patch", path: "/auth/me", body: input.body }),
    foundOrganization: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/organizations",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    signInByPasskey: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/passkey-sign-in",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    passkeySignInOptions: (ctx) => remote.call(ctx, { method: "post", path: "/auth/passkey-sign-in/options" }),
    listPasskeys: (ctx, query) => remote.call(ctx, { method: "get", path: "/auth/passkeys", list: query }),
    addPasskey: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/passkeys", body: input.body }),
    passkeyOptions: (ctx) => remote.call(ctx, { method: "post", path: "/auth/passkeys/options" }),
    renamePasskey: (ctx, input) =>
      remote.call(ctx, { method: "patch", path: "/auth/passkeys/{id}", params: { id: input.id }, body: input.body }),
    deletePasskey: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/auth/passkeys/{id}", params: { id }, expected, answer: "none" }),
    listPasskeyAudit: (ctx, id, query) =>
      remote.call(ctx, { method: "get", path: "/auth/passkeys/{id}/audit", params: { id }, list: query }),
    changePassword: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/password", body: input.body, answer: "none" }),
    requestPasswordReset: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/auth/password-reset", body: input.body, answer: "none" }),
    resetPassword: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/auth/password-reset/confirm", body: input.body, answer: "none" }),
    signInByProvider: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/provider-sign-in",
        cookies: { archwright_attempt: input.archwrightAttempt, archwright_device: input.archwrightDevice },
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    listProviders: (ctx) => remote.call(ctx, { method: "get", path: "/auth/providers" }),
    beginProviderLink: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/auth/providers/{provider}/link", params: { provider: input.provider }, answer: "reply" }),
    beginProviderSignIn: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/providers/{provider}/sign-in",
        params: { provider: input.provider },
        answer: "reply",
      }),
    refresh: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/refresh",
        headers: { "X-CSRF-Token": input.xCsrfToken },
        cookies: { archwright_refresh: input.archwrightRefresh },
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    register: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/register",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    getSecondFactor: (ctx) => remote.call(ctx, { method: "get", path: "/auth/second-factor" }),
    turnOffSecondFactor: (ctx) => remote.call(ctx, { method: "post", path: "/auth/second-factor/off", answer: "none" }),
    turnOnSecondFactor: (ctx) => remote.call(ctx, { method: "post", path: "/auth/second-factor/on" }),
    secondFactorPasskeyOptions: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/auth/second-factor/passkey-options", body: input.body }),
    renewRecoveryCodes: (ctx) => remote.call(ctx, { method: "post", path: "/auth/second-factor/recovery-codes" }),
    signInSecondFactor: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/second-factor/sign-in",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    beginTotp: (ctx) => remote.call(ctx, { method: "post", path: "/auth/second-factor/totp" }),
    confirmTotp: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/second-factor/totp/confirm", body: input.body }),
    listServiceTokens: (ctx) => remote.call(ctx, { method: "get", path: "/auth/service-tokens" }),
    createServiceToken: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/service-tokens", body: input.body }),
    revokeServiceToken: (ctx, input) =>
      remote.call(ctx, { method: "delete", path: "/auth/service-tokens/{id}", params: { id: input.id }, answer: "none" }),
    listSessions: (ctx, query) => remote.call(ctx, { method: "get", path: "/auth/sessions", list: query }),
    deleteSession: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/auth/sessions/{id}", params: { id }, expected, answer: "none" }),
    getSetup: (ctx) => remote.call(ctx, { method: "get", path: "/auth/setup" }),
    signIn: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/sign-in",
        cookies: { archwright_device: input.archwrightDevice, archwright_known: input.archwrightKnown },
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    signOut: (ctx) =>
      remote.call(ctx, { method: "post", path: "/auth/sign-out", answer: "reply", reads: { "Set-Cookie": { list: "text" } } }),
    signOutEverywhere: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/sign-out/everywhere",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    signUp: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/sign-up", body: input.body, answer: "none" }),
    confirmSignUp: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/sign-up/confirm",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    switchOrganization: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/switch",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    listTrustedDevices: (ctx, query) => remote.call(ctx, { method: "get", path: "/auth/trusted-devices", list: query }),
    deleteTrustedDevice: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/auth/trusted-devices/{id}", params: { id }, expected, answer: "none" }),
    requestVerification: (ctx) => remote.call(ctx, { method: "post", path: "/auth/verification", answer: "none" }),
    verifyEmail: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/verification/confirm", body: input.body }),
    resetSecondFactor: (ctx, input) => remote.invoke(ctx, "resetSecondFactor", input),
    serviceTokenStanding: (ctx, input) => remote.invoke(ctx, "serviceTokenStanding", input),
    sessionStanding: (ctx, input) => remote.invoke(ctx, "sessionStanding", input),
    listUsers: (ctx) => remote.invoke(ctx, "listUsers"),
    createUser: (ctx, input) => remote.invoke(ctx, "createUser", input),
    setAdministrator: (ctx, input) => remote.invoke(ctx, "setAdministrator", input),
    setDisabled: (ctx, input) => remote.invoke(ctx, "setDisabled", input),
    setPassword: (ctx, input) => remote.invoke(ctx, "setPassword", input),
    endSessions: (ctx, input) => remote.invoke(ctx, "endSessions", input),
    listOrganizationServiceTokens: (ctx) => remote.call(ctx, { method: "get", path: "/organization/service-tokens" }),
    createOrganizationServiceToken: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/organization/service-tokens", body: input.body }),
    revokeOrganizationServiceToken: (ctx, input) =>
      remote.call(ctx, { method: "delete", path: "/organization/service-tokens/{id}", params: { id: input.id }, answer: "none" }),
  };
}
