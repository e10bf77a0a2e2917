// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { TextFilter, TimeFilter, Timestamp } from "../../internal/core/database/lists.ts";
import type { JsonSchema } from "../common/types.gen.ts";

export type PipelineId = `pl-${string}`;

/** A graph of steps that can be run. */
export interface Pipeline {
  readonly id: PipelineId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  readonly description: string | null;
  readonly definition: PipelineDefinition;
  /** Number of the latest version; a changed definition makes the next. */
  readonly latest: number;
}

/** What creates a Pipeline. */
export interface PipelineCreate {
  readonly name: string;
  readonly description?: string | null;
  readonly definition: PipelineDefinition;
}

/** What code may insert: read-only fields too. */
export interface PipelineInsert extends PipelineCreate {
  readonly latest?: number;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface PipelinePatch {
  readonly name?: string;
  readonly description?: string | null;
  readonly definition?: PipelineDefinition;
}

/** What code may change: read-only fields too. */
export interface PipelineChange extends PipelinePatch {
  readonly latest?: number;
}

export interface PipelineFilter {
  readonly createdAt?: TimeFilter;
  readonly name?: TextFilter;
}

export type PipelineSort = "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";

export type PipelineVersionId = `pv-${string}`;

/** A pipeline as it was at one moment. It never changes. */
export interface PipelineVersion {
  readonly id: PipelineVersionId;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly pipelineId: PipelineId;
  readonly number: number;
  readonly definition: PipelineDefinition;
  /** Which step waits for which: said by `needs` and by the expressions. */
  readonly edges: readonly Edge[];
}

/** What creates a PipelineVersion. */
export interface PipelineVersionCreate {
  readonly pipelineId: PipelineId;
  readonly number: number;
  readonly definition: PipelineDefinition;
  readonly edges: readonly Edge[];
}

export type PipelineVersionFilter = Readonly<Record<string, never>>;

export type PipelineVersionSort = never;

export interface CheckResult {
  readonly errors: readonly DefinitionError[];
  /** Which step waits for which. */
  readonly edges: readonly Edge[];
}

export interface DefinitionError {
  /** JSON Pointer into the definition. */
  readonly pointer: string;
  readonly detail: string;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** What a pipeline does. Expressions are CEL over `input` (the run's) and `steps.<id>` (an earlier step's output). */
export interface PipelineDefinition {
  readonly inputSchema?: JsonSchema;
  readonly steps: readonly PipelineStep[];
  /** Name to CEL expression, over the outputs of all steps. */
  readonly outputs?: { readonly [name: string]: string };
}

export interface PipelineStep {
  readonly id: string;
  readonly name?: string;
  readonly tool: string;
  /** Tool input to CEL expression. */
  readonly inputs?: { readonly [name: string]: string };
  /** Steps to wait for besides those that the inputs name. */
  readonly needs?: readonly string[];
  readonly retry?: Retry;
  readonly timeoutSeconds?: number;
}

export interface Retry {
  /** How often it is tried at the most. */
  readonly attempts: number;
  /** Wait before the second try; doubled for each further one, with jitter. */
  readonly backoffSeconds?: number;
}

/** What checkPipeline is given. */
export interface CheckPipelineInput {
  readonly body: PipelineDefinition;
}

/** What listPipelineVersions is given. */
export interface ListPipelineVersionsInput {
  readonly id: string;
}

/** What getPipelineVersion is given. */
export interface GetPipelineVersionInput {
  readonly id: string;
  readonly number: number;
}
