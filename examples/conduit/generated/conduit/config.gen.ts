// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Setting } from "archwright/core/modules/domain";

export interface ConduitConfig {
  /** How long a sign-in lasts. */
  readonly tokenDays: number;
}

export const conduitSettings: readonly Setting[] = [
  {
    name: "tokenDays",
    env: "CONDUIT_TOKEN_DAYS",
    type: "integer",
    default: 30,
    description: "How long a sign-in lasts.",
    minimum: 1,
    maximum: 365,
  },
];
