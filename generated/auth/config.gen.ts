// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Setting } from "../../internal/core/modules/domain.ts";

export interface AuthConfig {
  /** How long an access token lives. */
  readonly accessTokenSeconds: number;
  /** How long a session lives without being used. */
  readonly refreshTokenDays: number;
  /** Whether anybody may create an account. The very first account can always be created. */
  readonly registration: "open" | "closed";
}

export const authSettings: readonly Setting[] = [
  {
    name: "accessTokenSeconds",
    env: "AUTH_ACCESS_TOKEN_SECONDS",
    type: "integer",
    default: 900,
    description: "How long an access token lives.",
    minimum: 60,
    maximum: 3600,
  },
  {
    name: "refreshTokenDays",
    env: "AUTH_REFRESH_TOKEN_DAYS",
    type: "integer",
    default: 30,
    description: "How long a session lives without being used.",
    minimum: 1,
    maximum: 365,
  },
  {
    name: "registration",
    env: "AUTH_REGISTRATION",
    type: "string",
    default: "open",
    description: "Whether anybody may create an account. The very first account can always be created.",
    enum: ["open", "closed"],
  },
];
