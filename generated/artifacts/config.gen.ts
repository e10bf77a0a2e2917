// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Setting } from "../../internal/core/modules/domain.ts";

export interface ArtifactsConfig {
  /** Largest upload accepted. */
  readonly maxBytes: number;
}

export const artifactsSettings: readonly Setting[] = [
  {
    name: "maxBytes",
    env: "ARTIFACTS_MAX_BYTES",
    type: "integer",
    default: 5368709120,
    description: "Largest upload accepted.",
    minimum: 1,
  },
];
