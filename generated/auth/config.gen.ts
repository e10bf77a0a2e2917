// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Setting } from "../../internal/core/modules/domain.ts";
import type { PerOrganization } from "../../internal/core/settings/per-organization.ts";

export interface AuthConfig {
  /** How long an access token lives. */
  readonly accessTokenSeconds: number;
  /** The client id that GitHub gave; with it people can sign in with GitHub. */
  readonly githubClientId: string;
  /** The secret that goes with the client id. */
  readonly githubClientSecret: string;
  /** The client id that Google gave; with it people can sign in with Google. */
  readonly googleClientId: string;
  /** The secret that goes with the client id. */
  readonly googleClientSecret: string;
  /** Other OpenID Connect issuers to sign in with, as JSON: [{"id": "acme", "name": "Acme", "issuer": "https://id.acme.example", "clientId": "…", "clientSecret": "…"}]. */
  readonly oidcProviders: string;
  /** How long a session lives without being used. */
  readonly refreshTokenDays: number;
  /** Whether anybody may create an account. Where others reach the platform it takes SMTP_URL too, for the link that an account begins with. The very first account can always be created. */
  readonly registration: "open" | "closed";
  /** Whether only those act in an organization who have shown a second factor. Members without one can set one up. */
  readonly requireSecondFactor: PerOrganization<boolean>;
  /** Whether only those act in an organization who have confirmed their e-mail address. */
  readonly requireVerifiedEmail: PerOrganization<boolean>;
  /** How long a session lives at the most, however much it is used: then its person signs in again. */
  readonly sessionDays: number;
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
    name: "githubClientId",
    env: "AUTH_GITHUB_CLIENT_ID",
    type: "string",
    default: "",
    description: "The client id that GitHub gave; with it people can sign in with GitHub.",
  },
  {
    name: "githubClientSecret",
    env: "AUTH_GITHUB_CLIENT_SECRET",
    type: "string",
    default: "",
    description: "The secret that goes with the client id.",
    sensitive: true,
  },
  {
    name: "googleClientId",
    env: "AUTH_GOOGLE_CLIENT_ID",
    type: "string",
    default: "",
    description: "The client id that Google gave; with it people can sign in with Google.",
  },
  {
    name: "googleClientSecret",
    env: "AUTH_GOOGLE_CLIENT_SECRET",
    type: "string",
    default: "",
    description: "The secret that goes with the client id.",
    sensitive: true,
  },
  {
    name: "oidcProviders",
    env: "AUTH_OIDC_PROVIDERS",
    type: "string",
    default: "",
    description:
      'Other OpenID Connect issuers to sign in with, as JSON: [{"id": "acme", "name": "Acme", "issuer": "https://id.acme.example", "clientId": "…", "clientSecret": "…"}].',
    sensitive: true,
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
    description:
      "Whether anybody may create an account. Where others reach the platform it takes SMTP_URL too, for the link that an account begins with. The very first account can always be created.",
    enum: ["open", "closed"],
  },
  {
    name: "requireSecondFactor",
    env: "AUTH_REQUIRE_SECOND_FACTOR",
    type: "boolean",
    default: false,
    description: "Whether only those act in an organization who have shown a second factor. Members without one can set one up.",
    perOrganization: true,
  },
  {
    name: "requireVerifiedEmail",
    env: "AUTH_REQUIRE_VERIFIED_EMAIL",
    type: "boolean",
    default: false,
    description: "Whether only those act in an organization who have confirmed their e-mail address.",
    perOrganization: true,
  },
  {
    name: "sessionDays",
    env: "AUTH_SESSION_DAYS",
    type: "integer",
    default: 90,
    description: "How long a session lives at the most, however much it is used: then its person signs in again.",
    minimum: 1,
    maximum: 365,
  },
];
