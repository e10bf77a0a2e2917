import { expect, test } from "vitest";
import type { ArtifactsService } from "../../generated/contracts/artifacts.gen.ts";
import type { OrganizationsService } from "../../generated/contracts/organizations.gen.ts";
import type { ToolsService } from "../../generated/contracts/tools.gen.ts";
import { pipelinesDomain } from "../../generated/pipelines/domain.gen.ts";
import { pipelinesEvents } from "../../generated/pipelines/events.gen.ts";
import type { PipelinesParts } from "../../generated/pipelines/service.gen.ts";
import type { PipelineDefinition } from "../../generated/pipelines/types.gen.ts";
import type { Database } from "../core/database/database.ts";
import { memoryEventLog } from "../core/events/memory-log.ts";
import { newId } from "../core/ids/ids.ts";
import type { Core } from "../core/modules/domain.ts";
import { testContext } from "../core/testing/context.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { ThreadPool } from "../core/threads/thread-pool.ts";
import module from "./module.ts";
import { pipelinesService } from "./service.ts";

const threads = new ThreadPool();

function setup(database: Database, config: Partial<PipelinesParts["config"]> = {}) {
  const events = memoryEventLog();
  const uploads: { readonly organization: string; readonly name: string; readonly text: string }[] = [];
  // Any tool of the sample: what it takes is not the point here.
  const names = ["csv.parse", "table.aggregate", "template.render", "artifact.write"];
  const tools: Pick<ToolsService, "listTools"> = {
    // Two pages, as there may be.
    listTools: async (_, { cursor }) => {
      const page = cursor === undefined ? names.slice(0, 3) : names.slice(3);
      const items = page.map((name) => ({ name, inputSchema: {}, outputSchema: {} })) as never[];
      return { items, nextCursor: cursor === undefined ? "more" : null };
    },
  };
  const artifacts: Pick<ArtifactsService, "uploadArtifact"> = {
    async uploadArtifact(ctx, { name, body }) {
      uploads.push({ organization: ctx.organization, name, text: await new Response(body).text() });
      return {} as Awaited<ReturnType<ArtifactsService["uploadArtifact"]>>;
    },
  };
  const system = (name: string, organization: string) => ({
    ...testContext({ organization }),
    actor: { kind: "system" as const, id: name },
  });
  const parts: PipelinesParts = {
    ...pipelinesDomain.repositories(database),
    events: pipelinesEvents(events),
    config: { maxSteps: 10, sample: true, ...config },
    core: { database, events, system, threads } as unknown as Core,
    contracts: { tools: tools as ToolsService, artifacts: artifacts as ArtifactsService, organizations: {} as OrganizationsService },
  };
  const ctx = testContext({ organization: newId("og") });
  return { parts, service: pipelinesService(parts), ctx, events, uploads };
}

const definition = (template: string): PipelineDefinition => ({
  steps: [
    { id: "text", tool: "template.render", inputs: { template } },
    { id: "save", tool: "artifact.write", inputs: { text: "steps.text.text" } },
  ],
});

forEachDatabase((_, database) => {
  test("a definition that takes long to check leaves the event loop to others", async () => {
    const { service, ctx } = setup(database());
    const patterns = Array.from({ length: 100 }, (_, index) => `'a'.matches('(?i)[\\\\p{L}]{900}${newId("zz")}${index}')`).join(" || ");
    let turns = 0;
    const counting = setInterval(() => turns++, 1);
    await service.checkPipeline(ctx, { body: { steps: [{ id: "a", tool: "csv.parse", inputs: { x: patterns } }] } });
    clearInterval(counting);
    expect(turns).toBeGreaterThan(10);
  });

  test("each changed definition makes a version, which stays as it was; the same one again makes none", async () => {
    const { service, ctx, events } = setup(database());
    const made = await service.createPipeline(ctx, { name: "Report", definition: definition("'one'") });
    expect(made.latest).toBe(1);
    const renamed = await service.updatePipeline(ctx, made.id, { name: "New name", definition: definition("'one'") }, made.version);
    expect(renamed).toMatchObject({ name: "New name", latest: 1 });
    const changed = await service.updatePipeline(ctx, made.id, { definition: definition("'two'") });
    expect(changed).toMatchObject({ latest: 2, definition: definition("'two'") });

    const versions = await service.listPipelineVersions(ctx, { id: made.id });
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(await service.getPipelineVersion(ctx, { id: made.id, number: 1 })).toMatchObject({
      definition: definition("'one'"),
      edges: [{ from: "text", to: "save" }],
    });
    await expect(service.getPipelineVersion(ctx, { id: made.id, number: 3 })).rejects.toMatchObject({ status: 404 });
    expect(events.events.map(({ type }) => type)).toEqual([
      "pipelines.pipeline.created",
      "pipelines.pipeline.updated",
      "pipelines.pipeline.updated",
    ]);
  });

  test("a definition that cannot run is refused at each wrong place, and nothing is kept", async () => {
    const { service, ctx } = setup(database());
    const bad: PipelineDefinition = { steps: [{ id: "a", tool: "csv.parse", inputs: { rows: "1 +" }, needs: ["b"] }] };
    const refused = { status: 422, errors: [{ pointer: "/definition/steps/0/needs/0" }, { pointer: "/definition/steps/0/inputs/rows" }] };
    await expect(service.createPipeline(ctx, { name: "Bad", definition: bad })).rejects.toMatchObject(refused);
    expect((await service.listPipelines(ctx, {})).items).toEqual([]);
    const good = await service.createPipeline(ctx, { name: "Good", definition: definition("''") });
    await expect(service.updatePipeline(ctx, good.id, { definition: bad })).rejects.toMatchObject(refused);
    expect(await service.getPipeline(ctx, good.id)).toMatchObject({ latest: 1, version: 1 });
    const { errors } = await service.checkPipeline(ctx, { body: bad });
    expect(errors.map(({ pointer }) => pointer)).toEqual(["/steps/0/needs/0", "/steps/0/inputs/rows"]);
  });

  test("of two changes on the same version one is told to read again, and leaves no version behind", async () => {
    const { service, ctx } = setup(database());
    const made = await service.createPipeline(ctx, { name: "Raced", definition: definition("'one'") });
    await service.updatePipeline(ctx, made.id, { definition: definition("'two'") }, 1);
    await expect(service.updatePipeline(ctx, made.id, { definition: definition("'three'") }, 1)).rejects.toMatchObject({ status: 412 });
    expect(await service.listPipelineVersions(ctx, { id: made.id })).toHaveLength(2);
  });

  test("versions outlive their pipeline, and belong to its organization", async () => {
    const { service, ctx } = setup(database());
    const made = await service.createPipeline(ctx, { name: "Gone", definition: definition("''") });
    await service.deletePipeline(ctx, made.id);
    await expect(service.listPipelineVersions(ctx, { id: made.id })).rejects.toMatchObject({ status: 404 });
    expect((await service.getPipelineVersion(ctx, { id: made.id, number: 1 })).number).toBe(1);
    const stranger = testContext({ organization: newId("og") });
    await expect(service.getPipelineVersion(stranger, { id: made.id, number: 1 })).rejects.toMatchObject({ status: 404 });
  });

  test("a new organization gets the sample and its data, once, however often it is told", async () => {
    const { parts, service, ctx, uploads } = setup(database());
    const event = { aggregate: newId("og") } as Parameters<ReturnType<typeof module.consumers>["onOrganizationCreated"]>[1];
    const consumers = module.consumers(parts, service);
    await consumers.onOrganizationCreated(ctx, event);
    await consumers.onOrganizationCreated(ctx, event);
    const own = testContext({ organization: event.aggregate });
    expect((await service.listPipelines(own, {})).items).toMatchObject([{ name: "Seattle weather report", latest: 1 }]);
    expect(uploads[0]).toMatchObject({ organization: event.aggregate, name: "seattle-weather.csv" });
    expect(uploads[0]?.text.split("\n", 1)).toEqual(["date,precipitation,temp_max,temp_min,wind,weather"]);
  });

  test("no sample where it is switched off", async () => {
    const { parts, service, ctx, uploads } = setup(database(), { sample: false });
    const event = { aggregate: newId("og") } as Parameters<ReturnType<typeof module.consumers>["onOrganizationCreated"]>[1];
    await module.consumers(parts, service).onOrganizationCreated(ctx, event);
    expect(uploads).toEqual([]);
  });
});
