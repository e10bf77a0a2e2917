// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Setting } from "../../internal/core/modules/domain.ts";

export interface PipelinesConfig {
  /** Largest pipeline accepted. */
  readonly maxSteps: number;
  /** Whether a new organization gets the sample pipeline and its data. */
  readonly sample: boolean;
}

export const pipelinesSettings: readonly Setting[] = [
  {
    name: "maxSteps",
    env: "PIPELINES_MAX_STEPS",
    type: "integer",
    default: 200,
    description: "Largest pipeline accepted.",
    minimum: 1,
    maximum: 10000,
  },
  {
    name: "sample",
    env: "PIPELINES_SAMPLE",
    type: "boolean",
    default: true,
    description: "Whether a new organization gets the sample pipeline and its data.",
  },
];
