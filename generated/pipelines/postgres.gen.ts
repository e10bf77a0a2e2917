// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Selectable } from "kysely";
import type { Context } from "../../internal/core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../internal/core/database/database.ts";
import { changedOne, checkVersion, missing, uniqueConflict } from "../../internal/core/database/rows.ts";
import { searchWords } from "../../internal/core/database/search.ts";
import { after } from "../../internal/core/eventual/eventual.ts";
import type { PipelineRepository, PipelineVersionRepository } from "./repository.gen.ts";
import {
  changedPipeline,
  newPipeline,
  newPipelineVersion,
  pipelineList,
  pipelineSearch,
  pipelineUnique,
  pipelineVersionList,
  pipelineVersionUnique,
} from "./rows.gen.ts";
import type { PipelinesPostgresTables } from "./tables.gen.ts";
import type { Edge, Pipeline, PipelineDefinition, PipelineId, PipelineVersion, PipelineVersionId } from "./types.gen.ts";

const pipelineColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "name",
  "description",
  "definition",
  "latest",
] as const;

type PipelineRow = Pick<Selectable<PipelinesPostgresTables["pipelines"]>, (typeof pipelineColumns)[number]>;

function toPipeline(row: PipelineRow): Pipeline {
  return {
    id: row.id as PipelineId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    name: row.name,
    description: row.description,
    definition: row.definition as unknown as PipelineDefinition,
    latest: row.latest,
  };
}

function fromPipeline(pipeline: Pipeline): PipelineRow {
  return {
    id: pipeline.id,
    organization_id: pipeline.organizationId,
    created_by: pipeline.createdBy,
    created_at: new Date(pipeline.createdAt),
    updated_at: new Date(pipeline.updatedAt),
    version: pipeline.version,
    name: pipeline.name,
    description: pipeline.description,
    definition: JSON.stringify(pipeline.definition),
    latest: pipeline.latest,
  };
}

export function postgresPipelines(db: SqlDatabase<PipelinesPostgresTables>): PipelineRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query.selectFrom("pipelines").select(pipelineColumns).where("organization_id", "=", param.organization_id).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("pipelines").select(pipelineColumns).where("organization_id", "=", param.organization_id),
    pipelineList,
    pipelineSearch,
  );
  const insertOne = db.statement((query, param: Placeholders<PipelineRow & { search_words: string }>) =>
    query.insertInto("pipelines").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
      description: param.description,
      definition: param.definition,
      latest: param.latest,
      search_words: param.search_words,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<PipelineRow & { search_words: string; expectedVersion: number }>) =>
    query
      .updateTable("pipelines")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        description: param.description,
        definition: param.definition,
        latest: param.latest,
        search_words: param.search_words,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("pipelines")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const rowsAfter = db.statement((query, param: Placeholders<{ after: string; limit: number }>) =>
    query.selectFrom("pipelines").select(pipelineColumns).where("id", ">", param.after).orderBy("id").limit(param.limit),
  );
  const reindexOne = db.statement((query, param: Placeholders<{ id: string; version: number; search_words: string }>) =>
    query
      .updateTable("pipelines")
      .set({ search_words: param.search_words })
      .where("id", "=", param.id)
      .where("version", "=", param.version),
  );
  const findByNameQuery = db.statement((query, param: Placeholders<{ organization_id: string; name: string }>) =>
    query
      .selectFrom("pipelines")
      .select(pipelineColumns)
      .where("organization_id", "=", param.organization_id)
      .where("name", "=", param.name),
  );
  const conflict = uniqueConflict("Pipeline", pipelineUnique);

  async function existing(ctx: Context, id: string): Promise<Pipeline> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("Pipeline", id);
    return toPipeline(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toPipeline(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toPipeline),
    async insert(ctx, input) {
      const pipeline = newPipeline(ctx, input);
      await insertOne.run(ctx, { ...fromPipeline(pipeline), search_words: searchWords(pipelineSearch, pipeline) }).catch(conflict);
      return pipeline;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Pipeline", before, expected);
      const pipeline = changedPipeline(before, patch);
      const row = {
        ...fromPipeline(pipeline),
        organization_id: ctx.organization,
        expectedVersion: before.version,
        search_words: searchWords(pipelineSearch, pipeline),
      };
      changedOne("Pipeline", id, await updateOne.run(ctx, row).catch(conflict));
      return pipeline;
    },
    async delete(ctx, id, expected) {
      const pipeline = await existing(ctx, id);
      checkVersion("Pipeline", pipeline, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: pipeline.version };
      changedOne("Pipeline", id, await deleteOne.run(ctx, row));
      return pipeline;
    },
    reindex: (ctx, after, limit) =>
      db.transact(ctx, async (ctx) => {
        const rows = await rowsAfter.all(ctx, { after, limit });
        for (const row of rows) {
          await reindexOne.run(ctx, { id: row.id, version: row.version, search_words: searchWords(pipelineSearch, toPipeline(row)) });
        }
        return rows.at(-1)?.id;
      }),
    async findByName(ctx, name) {
      const row = await findByNameQuery.first(ctx, { organization_id: ctx.organization, name });
      return row && toPipeline(row);
    },
  };
}

const pipelineVersionColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "pipeline_id",
  "number",
  "definition",
  "edges",
] as const;

type PipelineVersionRow = Pick<Selectable<PipelinesPostgresTables["pipeline_versions"]>, (typeof pipelineVersionColumns)[number]>;

function toPipelineVersion(row: PipelineVersionRow): PipelineVersion {
  return {
    id: row.id as PipelineVersionId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    pipelineId: row.pipeline_id as PipelineId,
    number: row.number,
    definition: row.definition as unknown as PipelineDefinition,
    edges: row.edges as unknown as readonly Edge[],
  };
}

function fromPipelineVersion(pipelineVersion: PipelineVersion): PipelineVersionRow {
  return {
    id: pipelineVersion.id,
    organization_id: pipelineVersion.organizationId,
    created_by: pipelineVersion.createdBy,
    created_at: new Date(pipelineVersion.createdAt),
    updated_at: new Date(pipelineVersion.updatedAt),
    version: pipelineVersion.version,
    pipeline_id: pipelineVersion.pipelineId,
    number: pipelineVersion.number,
    definition: JSON.stringify(pipelineVersion.definition),
    edges: JSON.stringify(pipelineVersion.edges),
  };
}

export function postgresPipelineVersions(db: SqlDatabase<PipelinesPostgresTables>): PipelineVersionRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query
      .selectFrom("pipeline_versions")
      .select(pipelineVersionColumns)
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("pipeline_versions").select(pipelineVersionColumns).where("organization_id", "=", param.organization_id),
    pipelineVersionList,
  );
  const insertOne = db.statement((query, param: Placeholders<PipelineVersionRow>) =>
    query.insertInto("pipeline_versions").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      pipeline_id: param.pipeline_id,
      number: param.number,
      definition: param.definition,
      edges: param.edges,
    }),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("pipeline_versions")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findVersionQuery = db.statement((query, param: Placeholders<{ organization_id: string; pipeline_id: string; number: number }>) =>
    query
      .selectFrom("pipeline_versions")
      .select(pipelineVersionColumns)
      .where("organization_id", "=", param.organization_id)
      .where("pipeline_id", "=", param.pipeline_id)
      .where("number", "=", param.number),
  );
  const listOfPipelineQuery = db.statement((query, param: Placeholders<{ organization_id: string; pipeline_id: string }>) =>
    query
      .selectFrom("pipeline_versions")
      .select(pipelineVersionColumns)
      .where("organization_id", "=", param.organization_id)
      .where("pipeline_id", "=", param.pipeline_id)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("PipelineVersion", pipelineVersionUnique);

  async function existing(ctx: Context, id: string): Promise<PipelineVersion> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("PipelineVersion", id);
    return toPipelineVersion(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toPipelineVersion(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toPipelineVersion),
    async insert(ctx, input) {
      const pipelineVersion = newPipelineVersion(ctx, input);
      await insertOne.run(ctx, fromPipelineVersion(pipelineVersion)).catch(conflict);
      return pipelineVersion;
    },
    async delete(ctx, id, expected) {
      const pipelineVersion = await existing(ctx, id);
      checkVersion("PipelineVersion", pipelineVersion, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: pipelineVersion.version };
      changedOne("PipelineVersion", id, await deleteOne.run(ctx, row));
      return pipelineVersion;
    },
    async findVersion(ctx, pipelineId, number) {
      const row = await findVersionQuery.first(ctx, { organization_id: ctx.organization, pipeline_id: pipelineId, number });
      return row && toPipelineVersion(row);
    },
    async listOfPipeline(ctx, pipelineId) {
      const rows = await listOfPipelineQuery.all(ctx, { organization_id: ctx.organization, pipeline_id: pipelineId });
      return rows.map(toPipelineVersion);
    },
  };
}
