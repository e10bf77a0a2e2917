// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import { memoryPage } from "../../internal/core/database/memory-page.ts";
import { ordered } from "../../internal/core/database/ordered.ts";
import { checkVersion, missing } from "../../internal/core/database/rows.ts";
import { memorySearch } from "../../internal/core/database/search.ts";
import type { ArtifactRepository, ArtifactVersionRepository } from "./repository.gen.ts";
import {
  artifactList,
  artifactSearch,
  artifactUnique,
  artifactVersionList,
  artifactVersionUnique,
  changedArtifact,
  newArtifact,
  newArtifactVersion,
} from "./rows.gen.ts";
import type { Artifact, ArtifactVersion } from "./types.gen.ts";

export function memoryArtifacts(db: MemoryDatabase): ArtifactRepository {
  const table = db.table<Artifact>("Artifact", artifactUnique);

  async function find(ctx: Context, id: string): Promise<Artifact | undefined> {
    const artifact = await table.get(ctx, id);
    return artifact?.organizationId === ctx.organization ? artifact : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Artifact> {
    const artifact = await find(ctx, id);
    if (artifact === undefined) throw missing("Artifact", id);
    return artifact;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, artifactList, memorySearch(ctx, artifactSearch, query));
    },
    async insert(ctx, input) {
      const artifact = newArtifact(ctx, input);
      await table.insert(ctx, artifact);
      return artifact;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Artifact", before, expected);
        const artifact = changedArtifact(before, patch);
        await table.replace(ctx, artifact);
        return artifact;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const artifact = await existing(ctx, id);
        checkVersion("Artifact", artifact, expected);
        await table.remove(ctx, id);
        return artifact;
      }),
    reindex: async () => undefined,
    async findByName(ctx, name) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.organizationId === ctx.organization && row.name === name);
    },
  };
}

export function memoryArtifactVersions(db: MemoryDatabase): ArtifactVersionRepository {
  const table = db.table<ArtifactVersion>("ArtifactVersion", artifactVersionUnique);

  async function find(ctx: Context, id: string): Promise<ArtifactVersion | undefined> {
    const artifactVersion = await table.get(ctx, id);
    return artifactVersion?.organizationId === ctx.organization ? artifactVersion : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<ArtifactVersion> {
    const artifactVersion = await find(ctx, id);
    if (artifactVersion === undefined) throw missing("ArtifactVersion", id);
    return artifactVersion;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, artifactVersionList);
    },
    async insert(ctx, input) {
      const artifactVersion = newArtifactVersion(ctx, input);
      await table.insert(ctx, artifactVersion);
      return artifactVersion;
    },
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const artifactVersion = await existing(ctx, id);
        checkVersion("ArtifactVersion", artifactVersion, expected);
        await table.remove(ctx, id);
        return artifactVersion;
      }),
    async findBySource(ctx, source) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.organizationId === ctx.organization && row.source === source);
    },
    async findVersion(ctx, artifactId, number) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.organizationId === ctx.organization && row.artifactId === artifactId && row.number === number);
    },
    async listOfArtifact(ctx, artifactId) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization && row.artifactId === artifactId);
      return ordered(rows, "number");
    },
  };
}
