import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { artifactsDomain } from "../../generated/artifacts/domain.gen.ts";
import { artifactsEvents } from "../../generated/artifacts/events.gen.ts";
import type { ArtifactsParts, ArtifactsService } from "../../generated/artifacts/service.gen.ts";
import type { Database, SqlDatabase } from "../core/database/database.ts";
import type { Bytes } from "../core/http/contents.ts";
import { newId } from "../core/ids/ids.ts";
import type { Core } from "../core/modules/domain.ts";
import { problem } from "../core/problems/problem.ts";
import { testContext } from "../core/testing/context.ts";
import { type TestCore, testCore } from "../core/testing/core.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { artifactsService } from "./artifacts-service.ts";
import { folderStorage } from "./folder-storage.ts";
import type { Storage } from "./storage.ts";
import { sweepOrphans } from "./sweep-orphans.ts";

const bytes = (text: string): Bytes => new Blob([text]).stream();
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const inOrganization = () => testContext({ organization: newId("og") });

/** The database, but nothing that is written in a transaction can be committed. */
const failingAtCommit = (real: Database): Pick<SqlDatabase<object>, "statement"> & Database => ({
  dialect: real.dialect,
  statement: (build) => (real as SqlDatabase<object>).statement(build),
  afterCommit: (ctx, task) => real.afterCommit(ctx, task),
  ping: () => real.ping(),
  close: () => real.close(),
  transact: (ctx, work) =>
    real.transact(ctx, async (ctx) => {
      await work(ctx);
      throw new Error("fails");
    }),
});

forEachDatabase((_dialect, database) => {
  let folder: string;
  let core: TestCore;
  let storage: Storage;
  let service: ArtifactsService;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "archwright-artifacts-"));
    core = testCore(database(), folder);
    storage = folderStorage(folder);
    service = serviceOn(core);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const partsOn = (core: Core): ArtifactsParts => {
    const repositories = artifactsDomain.repositories(database());
    return { ...repositories, events: artifactsEvents(core.events), config: { maxBytes: 1000 }, core };
  };
  const serviceOn = (core: Core): ArtifactsService => artifactsService(partsOn(core), storage);
  const files = async (organization: string) => (await readdir(join(folder, organization)).catch(() => [])).length;
  const incoming = async () => (await readdir(join(folder, "incoming"))).length;

  describe("uploading", () => {
    test("makes an artifact, and a new version when the name is there", async () => {
      const ctx = inOrganization();
      const first = await service.uploadArtifact(ctx, { name: "a.txt", contentType: "Text/Plain;charset=utf-8", body: bytes("one") });
      expect(first).toMatchObject({ name: "a.txt", mediaType: "text/plain;charset=utf-8", size: 3, sha256: sha256("one"), latest: 1 });
      const second = await service.uploadArtifact(ctx, { name: "a.txt", body: bytes("second") });
      expect(second).toMatchObject({ id: first.id, mediaType: "application/octet-stream", size: 6, latest: 2 });
      expect(await service.listArtifactVersions(ctx, { id: first.id })).toMatchObject([
        { number: 2, sha256: sha256("second") },
        { number: 1, sha256: sha256("one") },
      ]);
      const events = core.appended.filter((event) => event.organization === ctx.organization);
      expect(events.map(({ type, aggregate }) => [type, aggregate])).toEqual([
        ["artifacts.artifact.created", first.id],
        ["artifacts.artifact.updated", first.id],
      ]);
    });

    test("the same source never makes a second version, and gets the first result again", async () => {
      const ctx = inOrganization();
      const upload = (text: string, source: string) => service.uploadArtifact(ctx, { name: "a.txt", source, body: bytes(text) });
      const first = await upload("one", "run-1/step");
      await upload("two", "run-2/step");
      const again = await upload("something else", "run-1/step");
      expect(again).toMatchObject({ id: first.id, latest: 1, size: 3, sha256: sha256("one") });
      expect(await service.listArtifactVersions(ctx, { id: first.id })).toHaveLength(2);
    });

    test("the same source in another organization is another one", async () => {
      const upload = (ctx: ReturnType<typeof inOrganization>) =>
        service.uploadArtifact(ctx, { name: "a.txt", source: "sample", body: bytes("one") });
      const [first, second] = [await upload(inOrganization()), await upload(inOrganization())];
      expect(first.id).not.toBe(second.id);
    });

    test("many uploads of one source at once make one version and leave no bytes of the others", async () => {
      const ctx = inOrganization();
      const results = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          service.uploadArtifact(ctx, { name: "a.txt", source: "once", body: bytes(`try ${index}`) }),
        ),
      );
      expect(new Set(results.map(({ id, latest, sha256 }) => `${id} ${latest} ${sha256}`)).size).toBe(1);
      expect(await service.listArtifactVersions(ctx, { id: String(results[0]?.id) })).toHaveLength(1);
      expect(await files(ctx.organization)).toBe(1);
      expect(await incoming()).toBe(0);
    });

    test("many uploads of one name at once each get a version of their own", async () => {
      const ctx = inOrganization();
      const results = await Promise.all(
        Array.from({ length: 5 }, (_, index) => service.uploadArtifact(ctx, { name: "a.txt", body: bytes(`content ${index}`) })),
      );
      expect(results.map(({ latest }) => latest).toSorted()).toEqual([1, 2, 3, 4, 5]);
      const versions = await service.listArtifactVersions(ctx, { id: String(results[0]?.id) });
      expect(versions.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
      expect(await files(ctx.organization)).toBe(5);
    });

    test("what is too large, or no media type, leaves neither rows nor bytes", async () => {
      const ctx = inOrganization();
      const large = service.uploadArtifact(ctx, { name: "a.txt", body: bytes("x".repeat(1001)) });
      await expect(large).rejects.toMatchObject({ status: 413 });
      const nonsense = service.uploadArtifact(ctx, { name: "a.txt", contentType: "text html\r\nX-Evil: 1", body: bytes("x") });
      await expect(nonsense).rejects.toMatchObject({ status: 422, errors: [{ pointer: "?Content-Type" }] });
      expect((await service.listArtifacts(ctx, {})).items).toEqual([]);
      expect(await files(ctx.organization)).toBe(0);
      expect(await incoming()).toBe(0);
    });

    test.each([
      [
        "a statement",
        (real: TestCore): Partial<Core> => ({ events: { ...real.events, append: () => Promise.reject(new Error("fails")) } }),
      ],
      ["the commit", (real: TestCore): Partial<Core> => ({ database: failingAtCommit(real.database) })],
    ])("when %s fails, neither rows nor bytes are kept", async (_, failing) => {
      const ctx = inOrganization();
      const broken = serviceOn({ ...core, ...failing(core) });
      await expect(broken.uploadArtifact(ctx, { name: "a.txt", body: bytes("one") })).rejects.toThrow("fails");
      expect((await service.listArtifacts(ctx, {})).items).toEqual([]);
      expect(await files(ctx.organization)).toBe(0);
      expect(await incoming()).toBe(0);
    });

    test("a commit whose answer is lost costs no bytes: the row may be there", async () => {
      const ctx = inOrganization();
      const lost: Database = {
        ...failingAtCommit(core.database),
        async transact(ctx, work) {
          await core.database.transact(ctx, work);
          throw problem.unavailable("The connection is lost.");
        },
      };
      const unlucky = serviceOn({ ...core, database: lost });
      await expect(unlucky.uploadArtifact(ctx, { name: "a.txt", body: bytes("one") })).rejects.toMatchObject({ status: 503 });
      const [artifact] = (await service.listArtifacts(ctx, {})).items;
      const { body } = await service.downloadArtifact(ctx, { id: artifact?.id ?? "" });
      expect(await new Response(body).text()).toBe("one");
    });

    test("bytes that a transaction left which was rolled back later are swept when they are old, and no others", async () => {
      const ctx = inOrganization();
      const kept = await service.uploadArtifact(ctx, { name: "kept.txt", body: bytes("kept") });
      const upload = core.database.transact(ctx, async (ctx) => {
        await service.uploadArtifact(ctx, { name: "undone.txt", body: bytes("undone") });
        throw new Error("later");
      });
      await expect(upload).rejects.toThrow("later");
      // What another database knows of.
      const foreign = newId("og");
      await mkdir(join(folder, foreign));
      await writeFile(join(folder, foreign, newId("av")), "foreign");
      expect(await files(ctx.organization)).toBe(2);
      expect(await sweepOrphans(partsOn(core), storage)).toBe(0);

      const later = { ...core, now: () => new Date(Date.now() + 2 * 3_600_000) };
      expect(await sweepOrphans(partsOn(later), storage)).toBe(1);
      expect([await files(ctx.organization), await files(foreign)]).toEqual([1, 1]);
      const { body } = await service.downloadArtifact(ctx, { id: kept.id });
      expect(await new Response(body).text()).toBe("kept");
    });

    test("needs an organization", async () => {
      const upload = service.uploadArtifact(testContext({ organization: "" }), { name: "a.txt", body: bytes("x") });
      await expect(upload).rejects.toMatchObject({ status: 403 });
    });
  });

  describe("downloading", () => {
    test("gives the latest version, or the one asked for, never to be shown inside the site", async () => {
      const ctx = inOrganization();
      const { id } = await service.uploadArtifact(ctx, { name: 'täglich "x".html', contentType: "text/html", body: bytes("<b>one</b>") });
      await service.uploadArtifact(ctx, { name: 'täglich "x".html', contentType: "text/html", body: bytes("<b>second</b>") });
      const latest = await service.downloadArtifact(ctx, { id });
      expect(await new Response(latest.body).text()).toBe("<b>second</b>");
      expect(latest.headers).toEqual({
        "Content-Type": "text/html",
        "Content-Length": "13",
        "Content-Disposition": expect.stringMatching(
          /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''t%C3%A4glich%20%22x%22\.html$/,
        ),
        ETag: `"${sha256("<b>second</b>")}"`,
        "X-Content-Type-Options": "nosniff",
      });
      const first = await service.downloadArtifact(ctx, { id, version: 1 });
      expect(await new Response(first.body).text()).toBe("<b>one</b>");
      await expect(service.downloadArtifact(ctx, { id, version: 3 })).rejects.toMatchObject({ status: 404 });
    });

    test("finds nothing of another organization", async () => {
      const { id } = await service.uploadArtifact(inOrganization(), { name: "a.txt", body: bytes("secret") });
      const other = inOrganization();
      await expect(service.downloadArtifact(other, { id })).rejects.toMatchObject({ status: 404 });
      await expect(service.listArtifactVersions(other, { id })).rejects.toMatchObject({ status: 404 });
      await expect(service.deleteArtifact(other, id)).rejects.toMatchObject({ status: 404 });
    });
  });

  test("deleting removes every version and its bytes, and of no other artifact with the same content", async () => {
    const ctx = inOrganization();
    const { id } = await service.uploadArtifact(ctx, { name: "a.txt", source: "s", body: bytes("same") });
    await service.uploadArtifact(ctx, { name: "a.txt", body: bytes("second") });
    const twin = await service.uploadArtifact(ctx, { name: "b.txt", body: bytes("same") });
    await expect(service.deleteArtifact(ctx, id, 1)).rejects.toMatchObject({ status: 412 });
    expect(await files(ctx.organization)).toBe(3);

    await service.deleteArtifact(ctx, id);
    await vi.waitFor(async () => expect(await files(ctx.organization)).toBe(1));
    await expect(service.downloadArtifact(ctx, { id })).rejects.toMatchObject({ status: 404 });
    expect(await new Response((await service.downloadArtifact(ctx, { id: twin.id })).body).text()).toBe("same");
    // Its source is free again.
    expect(await service.uploadArtifact(ctx, { name: "a.txt", source: "s", body: bytes("new") })).toMatchObject({ latest: 1, size: 3 });
  });
});
