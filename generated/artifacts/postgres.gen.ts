// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Selectable } from "kysely";
import type { Context } from "../../internal/core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../internal/core/database/database.ts";
import { changedOne, checkVersion, missing, uniqueConflict } from "../../internal/core/database/rows.ts";
import { searchWords } from "../../internal/core/database/search.ts";
import { after } from "../../internal/core/eventual/eventual.ts";
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
import type { ArtifactsPostgresTables } from "./tables.gen.ts";
import type { Artifact, ArtifactId, ArtifactVersion, ArtifactVersionId } from "./types.gen.ts";

const artifactColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "name",
  "media_type",
  "size",
  "sha256",
  "latest",
] as const;

type ArtifactRow = Pick<Selectable<ArtifactsPostgresTables["artifacts"]>, (typeof artifactColumns)[number]>;

function toArtifact(row: ArtifactRow): Artifact {
  return {
    id: row.id as ArtifactId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    latest: row.latest,
  };
}

function fromArtifact(artifact: Artifact): ArtifactRow {
  return {
    id: artifact.id,
    organization_id: artifact.organizationId,
    created_by: artifact.createdBy,
    created_at: new Date(artifact.createdAt),
    updated_at: new Date(artifact.updatedAt),
    version: artifact.version,
    name: artifact.name,
    media_type: artifact.mediaType,
    size: artifact.size,
    sha256: artifact.sha256,
    latest: artifact.latest,
  };
}

export function postgresArtifacts(db: SqlDatabase<ArtifactsPostgresTables>): ArtifactRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query.selectFrom("artifacts").select(artifactColumns).where("organization_id", "=", param.organization_id).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("artifacts").select(artifactColumns).where("organization_id", "=", param.organization_id),
    artifactList,
    artifactSearch,
  );
  const insertOne = db.statement((query, param: Placeholders<ArtifactRow & { search_words: string }>) =>
    query.insertInto("artifacts").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
      media_type: param.media_type,
      size: param.size,
      sha256: param.sha256,
      latest: param.latest,
      search_words: param.search_words,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<ArtifactRow & { search_words: string; expectedVersion: number }>) =>
    query
      .updateTable("artifacts")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        media_type: param.media_type,
        size: param.size,
        sha256: param.sha256,
        latest: param.latest,
        search_words: param.search_words,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("artifacts")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const rowsAfter = db.statement((query, param: Placeholders<{ after: string; limit: number }>) =>
    query.selectFrom("artifacts").select(artifactColumns).where("id", ">", param.after).orderBy("id").limit(param.limit),
  );
  const reindexOne = db.statement((query, param: Placeholders<{ id: string; version: number; search_words: string }>) =>
    query
      .updateTable("artifacts")
      .set({ search_words: param.search_words })
      .where("id", "=", param.id)
      .where("version", "=", param.version),
  );
  const findByNameQuery = db.statement((query, param: Placeholders<{ organization_id: string; name: string }>) =>
    query
      .selectFrom("artifacts")
      .select(artifactColumns)
      .where("organization_id", "=", param.organization_id)
      .where("name", "=", param.name),
  );
  const conflict = uniqueConflict("Artifact", artifactUnique);

  async function existing(ctx: Context, id: string): Promise<Artifact> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("Artifact", id);
    return toArtifact(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toArtifact(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toArtifact),
    async insert(ctx, input) {
      const artifact = newArtifact(ctx, input);
      await insertOne.run(ctx, { ...fromArtifact(artifact), search_words: searchWords(artifactSearch, artifact) }).catch(conflict);
      return artifact;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Artifact", before, expected);
      const artifact = changedArtifact(before, patch);
      const row = {
        ...fromArtifact(artifact),
        organization_id: ctx.organization,
        expectedVersion: before.version,
        search_words: searchWords(artifactSearch, artifact),
      };
      changedOne("Artifact", id, await updateOne.run(ctx, row).catch(conflict));
      return artifact;
    },
    async delete(ctx, id, expected) {
      const artifact = await existing(ctx, id);
      checkVersion("Artifact", artifact, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: artifact.version };
      changedOne("Artifact", id, await deleteOne.run(ctx, row));
      return artifact;
    },
    reindex: (ctx, after, limit) =>
      db.transact(ctx, async (ctx) => {
        const rows = await rowsAfter.all(ctx, { after, limit });
        for (const row of rows) {
          await reindexOne.run(ctx, { id: row.id, version: row.version, search_words: searchWords(artifactSearch, toArtifact(row)) });
        }
        return rows.at(-1)?.id;
      }),
    async findByName(ctx, name) {
      const row = await findByNameQuery.first(ctx, { organization_id: ctx.organization, name });
      return row && toArtifact(row);
    },
  };
}

const artifactVersionColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "artifact_id",
  "number",
  "media_type",
  "size",
  "sha256",
  "source",
] as const;

type ArtifactVersionRow = Pick<Selectable<ArtifactsPostgresTables["artifact_versions"]>, (typeof artifactVersionColumns)[number]>;

function toArtifactVersion(row: ArtifactVersionRow): ArtifactVersion {
  return {
    id: row.id as ArtifactVersionId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    artifactId: row.artifact_id as ArtifactId,
    number: row.number,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    source: row.source,
  };
}

function fromArtifactVersion(artifactVersion: ArtifactVersion): ArtifactVersionRow {
  return {
    id: artifactVersion.id,
    organization_id: artifactVersion.organizationId,
    created_by: artifactVersion.createdBy,
    created_at: new Date(artifactVersion.createdAt),
    updated_at: new Date(artifactVersion.updatedAt),
    version: artifactVersion.version,
    artifact_id: artifactVersion.artifactId,
    number: artifactVersion.number,
    media_type: artifactVersion.mediaType,
    size: artifactVersion.size,
    sha256: artifactVersion.sha256,
    source: artifactVersion.source,
  };
}

export function postgresArtifactVersions(db: SqlDatabase<ArtifactsPostgresTables>): ArtifactVersionRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query
      .selectFrom("artifact_versions")
      .select(artifactVersionColumns)
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("artifact_versions").select(artifactVersionColumns).where("organization_id", "=", param.organization_id),
    artifactVersionList,
  );
  const insertOne = db.statement((query, param: Placeholders<ArtifactVersionRow>) =>
    query.insertInto("artifact_versions").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      artifact_id: param.artifact_id,
      number: param.number,
      media_type: param.media_type,
      size: param.size,
      sha256: param.sha256,
      source: param.source,
    }),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("artifact_versions")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findBySourceQuery = db.statement((query, param: Placeholders<{ organization_id: string; source: string }>) =>
    query
      .selectFrom("artifact_versions")
      .select(artifactVersionColumns)
      .where("organization_id", "=", param.organization_id)
      .where("source", "=", param.source),
  );
  const findVersionQuery = db.statement((query, param: Placeholders<{ organization_id: string; artifact_id: string; number: number }>) =>
    query
      .selectFrom("artifact_versions")
      .select(artifactVersionColumns)
      .where("organization_id", "=", param.organization_id)
      .where("artifact_id", "=", param.artifact_id)
      .where("number", "=", param.number),
  );
  const listOfArtifactQuery = db.statement((query, param: Placeholders<{ organization_id: string; artifact_id: string }>) =>
    query
      .selectFrom("artifact_versions")
      .select(artifactVersionColumns)
      .where("organization_id", "=", param.organization_id)
      .where("artifact_id", "=", param.artifact_id)
      .orderBy("number")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("ArtifactVersion", artifactVersionUnique);

  async function existing(ctx: Context, id: string): Promise<ArtifactVersion> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("ArtifactVersion", id);
    return toArtifactVersion(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toArtifactVersion(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toArtifactVersion),
    async insert(ctx, input) {
      const artifactVersion = newArtifactVersion(ctx, input);
      await insertOne.run(ctx, fromArtifactVersion(artifactVersion)).catch(conflict);
      return artifactVersion;
    },
    async delete(ctx, id, expected) {
      const artifactVersion = await existing(ctx, id);
      checkVersion("ArtifactVersion", artifactVersion, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: artifactVersion.version };
      changedOne("ArtifactVersion", id, await deleteOne.run(ctx, row));
      return artifactVersion;
    },
    async findBySource(ctx, source) {
      const row = await findBySourceQuery.first(ctx, { organization_id: ctx.organization, source });
      return row && toArtifactVersion(row);
    },
    async findVersion(ctx, artifactId, number) {
      const row = await findVersionQuery.first(ctx, { organization_id: ctx.organization, artifact_id: artifactId, number });
      return row && toArtifactVersion(row);
    },
    async listOfArtifact(ctx, artifactId) {
      const rows = await listOfArtifactQuery.all(ctx, { organization_id: ctx.organization, artifact_id: artifactId });
      return rows.map(toArtifactVersion);
    },
  };
}
