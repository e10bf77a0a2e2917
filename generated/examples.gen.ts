// Made from openapi. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "../internal/core/testing/operation-contract.ts";
import { artifactsExamples } from "./artifacts/examples.gen.ts";
import { authExamples } from "./auth/examples.gen.ts";
import { organizationsExamples } from "./organizations/examples.gen.ts";
import { pipelinesExamples } from "./pipelines/examples.gen.ts";
import { runsExamples } from "./runs/examples.gen.ts";
import { toolsExamples } from "./tools/examples.gen.ts";

/** Right and wrong input of each operation, by domain. */
export const examples: Readonly<Record<string, Readonly<Record<string, OperationExample>>>> = {
  artifacts: artifactsExamples,
  organizations: organizationsExamples,
  auth: authExamples,
  tools: toolsExamples,
  pipelines: pipelinesExamples,
  runs: runsExamples,
};
