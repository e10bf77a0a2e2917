// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { ListColumn } from "../../internal/core/database/database.ts";
import { actorId, ownerOrganization, timestamp, type Unique } from "../../internal/core/database/rows.ts";
import type { SearchIndex } from "../../internal/core/database/search.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import type { Pipeline, PipelineChange, PipelineInsert, PipelineVersion, PipelineVersionCreate } from "./types.gen.ts";

/** A new Pipeline: what was given, the spec's defaults, and what the server decides. */
export function newPipeline(ctx: Context, input: PipelineInsert): Pipeline {
  const now = timestamp();
  return {
    id: newId("pl"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    name: input.name,
    description: input.description ?? null,
    definition: input.definition,
    latest: input.latest ?? 1,
  };
}

/** The next version of a Pipeline: absent fields stay, null clears. */
export function changedPipeline(before: Pipeline, patch: PipelineChange): Pipeline {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: patch.name ?? before.name,
    description: patch.description === undefined ? before.description : patch.description,
    definition: patch.definition ?? before.definition,
    latest: patch.latest ?? before.latest,
  };
}

export const pipelineUnique: readonly Unique[] = [{ index: "pipelines_name_key", fields: ["name"], owner: "organizationId" }];

/** What lists of Pipelines may be filtered and sorted by. */
export const pipelineList: Readonly<Record<string, ListColumn>> = {
  createdAt: { column: "created_at", type: "time", filter: true, sort: true },
  updatedAt: { column: "updated_at", type: "time", filter: false, sort: true },
  name: { column: "name", type: "text", filter: true, sort: true },
};

/** What lists of Pipelines can be searched by. */
export const pipelineSearch: SearchIndex = {
  table: "pipelines",
  fields: [{ name: "name" }, { name: "description" }],
};

/** A new PipelineVersion: what was given, the spec's defaults, and what the server decides. */
export function newPipelineVersion(ctx: Context, input: PipelineVersionCreate): PipelineVersion {
  const now = timestamp();
  return {
    id: newId("pv"),
    organizationId: ownerOrganization(ctx),
    createdBy: actorId(ctx),
    createdAt: now,
    updatedAt: now,
    version: 1,
    pipelineId: input.pipelineId,
    number: input.number,
    definition: input.definition,
    edges: input.edges,
  };
}

export const pipelineVersionUnique: readonly Unique[] = [
  { index: "pipeline_versions_pipeline_id_number_key", fields: ["pipelineId", "number"], owner: "organizationId" },
];

/** Lists of PipelineVersions can be neither filtered nor sorted. */
export const pipelineVersionList: Readonly<Record<string, ListColumn>> = {};
