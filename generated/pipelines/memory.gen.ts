// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import { memoryPage } from "../../internal/core/database/memory-page.ts";
import { ordered } from "../../internal/core/database/ordered.ts";
import { checkVersion, missing } from "../../internal/core/database/rows.ts";
import { memorySearch } from "../../internal/core/database/search.ts";
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
import type { Pipeline, PipelineVersion } from "./types.gen.ts";

export function memoryPipelines(db: MemoryDatabase): PipelineRepository {
  const table = db.table<Pipeline>("Pipeline", pipelineUnique);

  async function find(ctx: Context, id: string): Promise<Pipeline | undefined> {
    const pipeline = await table.get(ctx, id);
    return pipeline?.organizationId === ctx.organization ? pipeline : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Pipeline> {
    const pipeline = await find(ctx, id);
    if (pipeline === undefined) throw missing("Pipeline", id);
    return pipeline;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, pipelineList, memorySearch(ctx, pipelineSearch, query));
    },
    async insert(ctx, input) {
      const pipeline = newPipeline(ctx, input);
      await table.insert(ctx, pipeline);
      return pipeline;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Pipeline", before, expected);
        const pipeline = changedPipeline(before, patch);
        await table.replace(ctx, pipeline);
        return pipeline;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const pipeline = await existing(ctx, id);
        checkVersion("Pipeline", pipeline, expected);
        await table.remove(ctx, id);
        return pipeline;
      }),
    reindex: async () => undefined,
    async findByName(ctx, name) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.organizationId === ctx.organization && row.name === name);
    },
  };
}

export function memoryPipelineVersions(db: MemoryDatabase): PipelineVersionRepository {
  const table = db.table<PipelineVersion>("PipelineVersion", pipelineVersionUnique);

  async function find(ctx: Context, id: string): Promise<PipelineVersion | undefined> {
    const pipelineVersion = await table.get(ctx, id);
    return pipelineVersion?.organizationId === ctx.organization ? pipelineVersion : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<PipelineVersion> {
    const pipelineVersion = await find(ctx, id);
    if (pipelineVersion === undefined) throw missing("PipelineVersion", id);
    return pipelineVersion;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, pipelineVersionList);
    },
    async insert(ctx, input) {
      const pipelineVersion = newPipelineVersion(ctx, input);
      await table.insert(ctx, pipelineVersion);
      return pipelineVersion;
    },
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const pipelineVersion = await existing(ctx, id);
        checkVersion("PipelineVersion", pipelineVersion, expected);
        await table.remove(ctx, id);
        return pipelineVersion;
      }),
    async findVersion(ctx, pipelineId, number) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.organizationId === ctx.organization && row.pipelineId === pipelineId && row.number === number);
    },
    async listOfPipeline(ctx, pipelineId) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization && row.pipelineId === pipelineId);
      return ordered(rows, "createdAt");
    },
  };
}
