// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.

export type { PipelinesService } from "../pipelines/service.gen.ts";
export type {
  CheckPipelineInput,
  CheckResult,
  DefinitionError,
  Edge,
  GetPipelineVersionInput,
  ListPipelineVersionsInput,
  Pipeline,
  PipelineCreate,
  PipelineDefinition,
  PipelineFilter,
  PipelineId,
  PipelinePatch,
  PipelineSort,
  PipelineStep,
  PipelineVersion,
  PipelineVersionCreate,
  PipelineVersionFilter,
  PipelineVersionId,
  PipelineVersionSort,
  Retry,
} from "../pipelines/types.gen.ts";
