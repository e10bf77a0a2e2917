// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Setting } from "../../internal/core/modules/domain.ts";
import type { PerOrganization } from "../../internal/core/settings/per-organization.ts";

export interface RunsConfig {
  /** How long a stopping worker waits for its steps before it hands them over to others. */
  readonly graceSeconds: number;
  /** How long a worker holds a step without a sign of life, before another takes it over. */
  readonly leaseSeconds: number;
  /** How many days a run is kept after its end, with its steps and logs. */
  readonly retentionDays: PerOrganization<number>;
  /** Steps that one worker runs at once; an eighth more for organizations of which it does nothing. */
  readonly workerConcurrency: number;
}

export const runsSettings: readonly Setting[] = [
  {
    name: "graceSeconds",
    env: "RUNS_GRACE_SECONDS",
    type: "integer",
    default: 10,
    description: "How long a stopping worker waits for its steps before it hands them over to others.",
    minimum: 0,
    maximum: 3600,
  },
  {
    name: "leaseSeconds",
    env: "RUNS_LEASE_SECONDS",
    type: "integer",
    default: 10,
    description: "How long a worker holds a step without a sign of life, before another takes it over.",
    minimum: 1,
    maximum: 600,
  },
  {
    name: "retentionDays",
    env: "RUNS_RETENTION_DAYS",
    type: "integer",
    default: 365,
    description: "How many days a run is kept after its end, with its steps and logs.",
    minimum: 1,
    maximum: 3650,
    perOrganization: true,
  },
  {
    name: "workerConcurrency",
    env: "RUNS_WORKER_CONCURRENCY",
    type: "integer",
    default: 32,
    description: "Steps that one worker runs at once; an eighth more for organizations of which it does nothing.",
    minimum: 1,
    maximum: 1000,
  },
];
