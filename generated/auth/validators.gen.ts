// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import { listParameters } from "../../internal/core/http/lists.ts";
import { array } from "../../internal/core/validation/array.ts";
import { object, optional, required } from "../../internal/core/validation/object.ts";
import { textParameter } from "../../internal/core/validation/parameters.ts";
import { string } from "../../internal/core/validation/string.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import { boolean, nullable, oneOfValues } from "../../internal/core/validation/values.ts";
import { jsonObject } from "../common/validators.gen.ts";
import type {
  Address,
  ChallengeToken,
  CredentialId,
  Credentials,
  DeviceDecision,
  DeviceRequest,
  DeviceTokenRequest,
  InvitationAcceptance,
  Keep,
  LinkSignIn,
  LinkToken,
  MeChange,
  NewPasskey,
  NewPassword,
  NewServiceToken,
  OrganizationName,
  PasskeyMade,
  PasskeyName,
  PasskeyProof,
  PasskeySignIn,
  PasswordChange,
  PasswordReset,
  ProviderReturn,
  ProviderSignIn,
  Refresh,
  Registration,
  SecondFactorSignIn,
  SignOutEverywhere,
  SignUpConfirmation,
  SignUpRequest,
  SixDigits,
  Switch,
  TotpCode,
  UserCode,
} from "./types.gen.ts";

export const deviceRequest: Validator<DeviceRequest> = object<DeviceRequest>({
  client_id: required(string({ maxLength: 100, minLength: 1 })),
});

export const deviceDecision: Validator<DeviceDecision> = object<DeviceDecision>(
  { userCode: required(string({ maxLength: 20, minLength: 1 })), approve: required(boolean()) },
  { additional: false },
);

export const userCode: Validator<UserCode> = object<UserCode>(
  { userCode: required(string({ maxLength: 20, minLength: 1 })) },
  { additional: false },
);

export const deviceTokenRequest: Validator<DeviceTokenRequest> = object<DeviceTokenRequest>({
  grant_type: required(string({ maxLength: 100 })),
  device_code: required(string({ maxLength: 200 })),
  client_id: optional(string({ maxLength: 100 })),
});

export const address: Validator<Address> = object<Address>(
  { email: required(string({ format: "email", maxLength: 254 })) },
  { additional: false },
);

export const linkToken: Validator<LinkToken> = object<LinkToken>(
  { token: required(string({ maxLength: 200, minLength: 1 })) },
  { additional: false },
);

export const providerReturn: Validator<ProviderReturn> = object<ProviderReturn>(
  { query: required(string({ maxLength: 8192 })) },
  { additional: false },
);

export const invitationAcceptance: Validator<InvitationAcceptance> = object<InvitationAcceptance>(
  { invitation: required(string({ maxLength: 200, minLength: 1 })) },
  { additional: false },
);

export const keep: Validator<Keep> = oneOfValues("body", "cookie");

export const linkSignIn: Validator<LinkSignIn> = object<LinkSignIn>(
  { token: required(string({ maxLength: 200, minLength: 1 })), keep: optional(keep) },
  { additional: false },
);

export const meChange: Validator<MeChange> = object<MeChange>(
  { name: required(string({ maxLength: 100, minLength: 1 })) },
  { additional: false },
);

export const organizationName: Validator<OrganizationName> = object<OrganizationName>(
  { name: required(string({ maxLength: 100, minLength: 1 })) },
  { additional: false },
);

export const credentialId: Validator<CredentialId> = string({ maxLength: 1400, minLength: 1, pattern: "^[A-Za-z0-9_-]+$" });

export const passkeyProof: Validator<PasskeyProof> = object<PasskeyProof>({
  id: required(credentialId),
  rawId: required(credentialId),
  type: required(oneOfValues("public-key")),
  authenticatorAttachment: optional(nullable(string({ maxLength: 40 }))),
  clientExtensionResults: optional(jsonObject),
  response: required(
    object<{
      readonly clientDataJSON: string;
      readonly authenticatorData: string;
      readonly signature: string;
      readonly userHandle?: string | null;
    }>({
      clientDataJSON: required(string({ maxLength: 4096 })),
      authenticatorData: required(string({ maxLength: 4096 })),
      signature: required(string({ maxLength: 8192 })),
      userHandle: optional(nullable(string({ maxLength: 200 }))),
    }),
  ),
});

export const passkeySignIn: Validator<PasskeySignIn> = object<PasskeySignIn>(
  { credential: required(passkeyProof), keep: optional(keep) },
  { additional: false },
);

export const passkeyMade: Validator<PasskeyMade> = object<PasskeyMade>({
  id: required(credentialId),
  rawId: required(credentialId),
  type: required(oneOfValues("public-key")),
  authenticatorAttachment: optional(nullable(string({ maxLength: 40 }))),
  clientExtensionResults: optional(jsonObject),
  response: required(
    object<{ readonly clientDataJSON: string; readonly attestationObject: string; readonly transports?: readonly string[] }>({
      clientDataJSON: required(string({ maxLength: 4096 })),
      attestationObject: required(string({ maxLength: 65536 })),
      transports: optional(array(string({ maxLength: 20 }), { maxItems: 10 })),
    }),
  ),
});

export const newPasskey: Validator<NewPasskey> = object<NewPasskey>(
  { name: required(string({ maxLength: 100, minLength: 1 })), credential: required(passkeyMade) },
  { additional: false },
);

export const passkeyName: Validator<PasskeyName> = object<PasskeyName>(
  { name: required(string({ maxLength: 100, minLength: 1 })) },
  { additional: false },
);

export const newPassword: Validator<NewPassword> = string({ maxLength: 200, minLength: 12 });

export const passwordChange: Validator<PasswordChange> = object<PasswordChange>(
  { current: required(string({ maxLength: 200, minLength: 1 })), password: required(newPassword) },
  { additional: false },
);

export const passwordReset: Validator<PasswordReset> = object<PasswordReset>(
  { token: required(string({ maxLength: 200, minLength: 1 })), password: required(newPassword) },
  { additional: false },
);

export const providerSignIn: Validator<ProviderSignIn> = object<ProviderSignIn>(
  { query: required(string({ maxLength: 8192 })), keep: optional(keep) },
  { additional: false },
);

export const refresh: Validator<Refresh> = object<Refresh>({ refreshToken: optional(string({ maxLength: 200 })) }, { additional: false });

export const registration: Validator<Registration> = object<Registration>(
  {
    email: required(string({ format: "email", maxLength: 254 })),
    password: required(newPassword),
    name: required(string({ maxLength: 100, minLength: 1 })),
    organization: optional(string({ maxLength: 100, minLength: 1 })),
    invitation: optional(string({ maxLength: 200, minLength: 1 })),
    keep: optional(keep),
  },
  { additional: false },
);

export const challengeToken: Validator<ChallengeToken> = object<ChallengeToken>(
  { challenge: required(string({ maxLength: 200, minLength: 1 })) },
  { additional: false },
);

export const sixDigits: Validator<SixDigits> = string({ pattern: "^[0-9]{6}$" });

export const secondFactorSignIn: Validator<SecondFactorSignIn> = object<SecondFactorSignIn>(
  {
    challenge: required(string({ maxLength: 200, minLength: 1 })),
    code: optional(sixDigits),
    recoveryCode: optional(string({ maxLength: 40, minLength: 1 })),
    passkey: optional(passkeyProof),
    trustDevice: optional(boolean()),
    keep: optional(keep),
  },
  { additional: false },
);

export const totpCode: Validator<TotpCode> = object<TotpCode>({ code: required(sixDigits) }, { additional: false });

export const newServiceToken: Validator<NewServiceToken> = object<NewServiceToken>(
  {
    name: required(string({ maxLength: 100, minLength: 1 })),
    permissions: required(array(string({ maxLength: 100 }), { maxItems: 200, minItems: 1, uniqueItems: true })),
    expiresAt: required(string({ format: "date-time" })),
  },
  { additional: false },
);

export const credentials: Validator<Credentials> = object<Credentials>(
  {
    email: required(string({ format: "email", maxLength: 254 })),
    password: required(string({ maxLength: 200, minLength: 1 })),
    keep: optional(keep),
  },
  { additional: false },
);

export const signOutEverywhere: Validator<SignOutEverywhere> = object<SignOutEverywhere>(
  { butHere: optional(boolean()) },
  { additional: false },
);

export const signUpRequest: Validator<SignUpRequest> = object<SignUpRequest>(
  {
    email: required(string({ format: "email", maxLength: 254 })),
    password: required(newPassword),
    name: required(string({ maxLength: 100, minLength: 1 })),
    organization: optional(string({ maxLength: 100, minLength: 1 })),
  },
  { additional: false },
);

export const signUpConfirmation: Validator<SignUpConfirmation> = object<SignUpConfirmation>(
  {
    token: required(string({ maxLength: 200, minLength: 1 })),
    password: required(string({ maxLength: 200, minLength: 1 })),
    keep: optional(keep),
  },
  { additional: false },
);

export const switch_: Validator<Switch> = object<Switch>({ organization: required(string({ maxLength: 40 })) }, { additional: false });

export const listIdentitiesParameters = listParameters({}, ["createdAt"]);

export const linkIdentityParameters = { archwrightAttempt: textParameter("cookie", "archwright_attempt", { maxLength: 200 }) };

export const signInByLinkParameters = { archwrightDevice: textParameter("cookie", "archwright_device", { maxLength: 200 }) };

export const listPasskeysParameters = listParameters({}, ["createdAt"]);

export const renamePasskeyParameters = { id: textParameter("path", "id", { maxLength: 40, required: true }) };

export const signInByProviderParameters = {
  archwrightAttempt: textParameter("cookie", "archwright_attempt", { maxLength: 200 }),
  archwrightDevice: textParameter("cookie", "archwright_device", { maxLength: 200 }),
};

export const beginProviderLinkParameters = { provider: textParameter("path", "provider", { maxLength: 40, required: true }) };

export const beginProviderSignInParameters = { provider: textParameter("path", "provider", { maxLength: 40, required: true }) };

export const refreshParameters = {
  archwrightRefresh: textParameter("cookie", "archwright_refresh", { maxLength: 200 }),
  xCsrfToken: textParameter("header", "X-CSRF-Token", { maxLength: 200 }),
};

export const revokeServiceTokenParameters = { id: textParameter("path", "id", { maxLength: 40, required: true }) };

export const listSessionsParameters = listParameters({}, ["lastUsedAt", "createdAt"]);

export const signInParameters = {
  archwrightDevice: textParameter("cookie", "archwright_device", { maxLength: 200 }),
  archwrightKnown: textParameter("cookie", "archwright_known", { maxLength: 200 }),
};

export const listTrustedDevicesParameters = listParameters({}, ["createdAt"]);

export const revokeOrganizationServiceTokenParameters = { id: textParameter("path", "id", { maxLength: 40, required: true }) };
