// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import { object, optional, required } from "../../internal/core/validation/object.ts";
import { textParameter } from "../../internal/core/validation/parameters.ts";
import { string } from "../../internal/core/validation/string.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import { oneOfValues } from "../../internal/core/validation/values.ts";
import type { Credentials, Keep, Refresh, Registration } from "./types.gen.ts";

export const refresh: Validator<Refresh> = object<Refresh>({ refreshToken: optional(string({ maxLength: 200 })) });

export const keep: Validator<Keep> = oneOfValues("body", "cookie");

export const registration: Validator<Registration> = object<Registration>({
  email: required(string({ format: "email", maxLength: 254 })),
  password: required(string({ maxLength: 200, minLength: 12 })),
  name: required(string({ maxLength: 100, minLength: 1 })),
  organization: optional(string({ maxLength: 100, minLength: 1 })),
  keep: optional(keep),
});

export const credentials: Validator<Credentials> = object<Credentials>({
  email: required(string({ format: "email", maxLength: 254 })),
  password: required(string({ maxLength: 200, minLength: 1 })),
  keep: optional(keep),
});

export const refreshParameters = { archwrightRefresh: textParameter("cookie", "archwright_refresh", { maxLength: 200 }) };
