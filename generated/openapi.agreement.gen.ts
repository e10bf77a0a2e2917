// Made from openapi. Do not edit: change the spec and run `npm run generate`.
import type { Page } from "../internal/core/database/lists.ts";
import type { Expect, Same } from "../internal/core/testing/same-type.ts";
import type { Artifact, ArtifactVersion } from "./artifacts/types.gen.ts";
import type { Credentials, Keep, Me, Person, Refresh, Registration, Setup, SignedIn } from "./auth/types.gen.ts";
import type { JsonObject, JsonSchema } from "./common/types.gen.ts";
import type { components } from "./openapi.d.ts";
import type { Membership, Organization, OrganizationRename } from "./organizations/types.gen.ts";
import type {
  CheckResult,
  DefinitionError,
  Edge,
  Pipeline,
  PipelineCreate,
  PipelineDefinition,
  PipelinePatch,
  PipelineStep,
  PipelineVersion,
  Retry,
} from "./pipelines/types.gen.ts";
import type {
  LogWritten,
  Run,
  RunChanged,
  RunLog,
  RunNews,
  RunStart,
  RunStatus,
  RunStep,
  StepChanged,
  StepState,
  StepStatus,
  WaitReason,
} from "./runs/types.gen.ts";
import type { Invocation, Outcome, Tool, ToolLog } from "./tools/types.gen.ts";

type Published = components["schemas"];

/** The types that the service uses are the ones that the document describes, in both directions; a difference does not compile. */
export type Agreement = [
  Expect<Same<Artifact, Published["Artifact"]>>,
  Expect<Same<Page<Artifact>, Published["ArtifactPage"]>>,
  Expect<Same<ArtifactVersion, Published["ArtifactVersion"]>>,
  Expect<Same<CheckResult, Published["CheckResult"]>>,
  Expect<Same<Credentials, Published["Credentials"]>>,
  Expect<Same<DefinitionError, Published["DefinitionError"]>>,
  Expect<Same<Edge, Published["Edge"]>>,
  Expect<Same<Invocation, Published["Invocation"]>>,
  Expect<Same<JsonObject, Published["JsonObject"]>>,
  Expect<Same<JsonSchema, Published["JsonSchema"]>>,
  Expect<Same<Keep, Published["Keep"]>>,
  Expect<Same<LogWritten, Published["LogWritten"]>>,
  Expect<Same<Me, Published["Me"]>>,
  Expect<Same<Membership, Published["Membership"]>>,
  Expect<Same<Page<Membership>, Published["MembershipPage"]>>,
  Expect<Same<Organization, Published["Organization"]>>,
  Expect<Same<OrganizationRename, Published["OrganizationRename"]>>,
  Expect<Same<Outcome, Published["Outcome"]>>,
  Expect<Same<Person, Published["Person"]>>,
  Expect<Same<Pipeline, Published["Pipeline"]>>,
  Expect<Same<PipelineCreate, Published["PipelineCreate"]>>,
  Expect<Same<PipelineDefinition, Published["PipelineDefinition"]>>,
  Expect<Same<Page<Pipeline>, Published["PipelinePage"]>>,
  Expect<Same<PipelinePatch, Published["PipelinePatch"]>>,
  Expect<Same<PipelineStep, Published["PipelineStep"]>>,
  Expect<Same<PipelineVersion, Published["PipelineVersion"]>>,
  Expect<Same<Refresh, Published["Refresh"]>>,
  Expect<Same<Registration, Published["Registration"]>>,
  Expect<Same<Retry, Published["Retry"]>>,
  Expect<Same<Run, Published["Run"]>>,
  Expect<Same<RunChanged, Published["RunChanged"]>>,
  Expect<Same<RunLog, Published["RunLog"]>>,
  Expect<Same<RunNews, Published["RunNews"]>>,
  Expect<Same<Page<Run>, Published["RunPage"]>>,
  Expect<Same<RunStart, Published["RunStart"]>>,
  Expect<Same<RunStatus, Published["RunStatus"]>>,
  Expect<Same<RunStep, Published["RunStep"]>>,
  Expect<Same<Setup, Published["Setup"]>>,
  Expect<Same<SignedIn, Published["SignedIn"]>>,
  Expect<Same<StepChanged, Published["StepChanged"]>>,
  Expect<Same<StepState, Published["StepState"]>>,
  Expect<Same<StepStatus, Published["StepStatus"]>>,
  Expect<Same<Tool, Published["Tool"]>>,
  Expect<Same<ToolLog, Published["ToolLog"]>>,
  Expect<Same<Page<Tool>, Published["ToolPage"]>>,
  Expect<Same<WaitReason, Published["WaitReason"]>>,
];
