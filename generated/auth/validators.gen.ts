// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import { listParameters } from "../../internal/core/http/lists.ts";
import { array } from "../../internal/core/validation/array.ts";
import { object, optional, required } from "../../internal/core/validation/object.ts";
import { textParameter } from "../../internal/core/validation/parameters.ts";
import { string } from "../../internal/core/validation/string.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import { boolean, oneOfValues } from "../../internal/core/validation/values.ts";
import type {
  Credentials,
  InvitationAcceptance,
  Keep,
  MeChange,
  NewPassword,
  NewServiceToken,
  OrganizationName,
  PasswordChange,
  Refresh,
  Registration,
  SignOutEverywhere,
  Switch,
} from "./types.gen.ts";

export const invitationAcceptance: Validator<InvitationAcceptance> = object<InvitationAcceptance>({
  invitation: required(string({ maxLength: 200, minLength: 1 })),
});

export const meChange: Validator<MeChange> = object<MeChange>({ name: required(string({ maxLength: 100, minLength: 1 })) });

export const organizationName: Validator<OrganizationName> = object<OrganizationName>({
  name: required(string({ maxLength: 100, minLength: 1 })),
});

export const newPassword: Validator<NewPassword> = string({ maxLength: 200, minLength: 12 });

export const passwordChange: Validator<PasswordChange> = object<PasswordChange>({
  current: required(string({ maxLength: 200, minLength: 1 })),
  password: required(newPassword),
});

export const refresh: Validator<Refresh> = object<Refresh>({ refreshToken: optional(string({ maxLength: 200 })) });

export const keep: Validator<Keep> = oneOfValues("body", "cookie");

export const registration: Validator<Registration> = object<Registration>({
  email: required(string({ format: "email", maxLength: 254 })),
  password: required(newPassword),
  name: required(string({ maxLength: 100, minLength: 1 })),
  organization: optional(string({ maxLength: 100, minLength: 1 })),
  invitation: optional(string({ maxLength: 200, minLength: 1 })),
  keep: optional(keep),
});

export const newServiceToken: Validator<NewServiceToken> = object<NewServiceToken>({
  name: required(string({ maxLength: 100, minLength: 1 })),
  permissions: required(array(string({ maxLength: 100 }), { maxItems: 200, minItems: 1, uniqueItems: true })),
  expiresAt: required(string({ format: "date-time" })),
});

export const credentials: Validator<Credentials> = object<Credentials>({
  email: required(string({ format: "email", maxLength: 254 })),
  password: required(string({ maxLength: 200, minLength: 1 })),
  keep: optional(keep),
});

export const signOutEverywhere: Validator<SignOutEverywhere> = object<SignOutEverywhere>({ butHere: optional(boolean()) });

export const switch_: Validator<Switch> = object<Switch>({ organization: required(string({ maxLength: 40 })) });

export const refreshParameters = {
  archwrightRefresh: textParameter("cookie", "archwright_refresh", { maxLength: 200 }),
  xCsrfToken: textParameter("header", "X-CSRF-Token", { maxLength: 200 }),
};

export const revokeServiceTokenParameters = { id: textParameter("path", "id", { maxLength: 40, required: true }) };

export const listSessionsParameters = listParameters({}, ["lastUsedAt", "createdAt"]);

export const revokeOrganizationServiceTokenParameters = { id: textParameter("path", "id", { maxLength: 40, required: true }) };
