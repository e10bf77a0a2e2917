import { beforeAll, describe, expect, test } from "vitest";
import { toolsDomain } from "../../generated/tools/domain.gen.ts";
import { toolsEvents } from "../../generated/tools/events.gen.ts";
import type { ToolsParts, ToolsService } from "../../generated/tools/service.gen.ts";
import { MemoryDatabase } from "../core/database/memory.ts";
import { outbound } from "../core/outbound/guarded-request.ts";
import { testContext } from "../core/testing/context.ts";
import { testCore } from "../core/testing/core.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { validatorOf } from "../core/validation/from-schema.ts";
import { invoker } from "./invoke.ts";
import module from "./module.ts";
import { registerTools } from "./register-tools.ts";
import { artifactShelf } from "./testing/artifact-shelf.ts";
import { testConfig } from "./testing/workbench.ts";
import type { Tool } from "./tool.ts";

const ctx = testContext();

forEachDatabase((_dialect, database) => {
  let parts: ToolsParts;
  let service: ToolsService;
  beforeAll(() => {
    const core = testCore(database(), "/nowhere");
    const contracts = { artifacts: artifactShelf() };
    parts = { ...toolsDomain.repositories(database()), events: toolsEvents(core.events), config: testConfig, core, contracts };
    service = module.service(parts);
  });
  const all = async () => (await service.listTools(ctx, { limit: 100, sort: "name" })).items;

  test("the built-in tools are there after the start, also when several processes start at once, and a second start changes nothing", async () => {
    await Promise.all([module.start(parts), module.start(parts), module.start(parts)]);
    const tools = await all();
    expect(tools.map(({ name }) => name)).toEqual([
      "artifact.read",
      "artifact.write",
      "csv.parse",
      "http.request",
      "table.aggregate",
      "template.render",
      "wait",
    ]);
    await module.start(parts);
    expect(await all()).toEqual(tools);
    for (const { inputSchema, outputSchema } of tools) {
      expect(() => [validatorOf(inputSchema), validatorOf(outputSchema)]).not.toThrow();
    }
  });

  test("a tool that says something new of itself gets its row changed", async () => {
    const tool: Tool = {
      name: "test.tool",
      title: "Old",
      description: "",
      inputSchema: {},
      outputSchema: {},
      run: async () => ({ output: 1 }),
    };
    await registerTools(ctx, parts.tools, [tool]);
    await registerTools(ctx, parts.tools, [{ ...tool, title: "New", inputSchema: { type: "object" } }]);
    expect(await parts.tools.findByName(ctx, "test.tool")).toMatchObject({ title: "New", inputSchema: { type: "object" }, version: 2 });
  });

  test("a tool is used by name, and says what it did", async () => {
    const outcome = await service.invokeTool(ctx, {
      name: "template.render",
      body: { input: { template: "Hello {{ name }}", data: { name: "Ada" } } },
    });
    expect(outcome).toMatchObject({ output: { text: "Hello Ada" }, logs: [{ level: "info", message: "Wrote 9 characters." }] });
  });

  test("a template that loops, a wide file and a big table leave the event loop to others", async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => ({ a: index / 3 }));
    const measures = Array.from({ length: 20 }, (_, index) => ({ function: "median", column: "a", as: `m${index}` }));
    const uses: [string, Readonly<Record<string, unknown>>][] = [
      ["template.render", { template: "{% for i in (1..1000) %}{% for j in (1..1000) %}{% assign x = i %}{% endfor %}{% endfor %}" }],
      ["csv.parse", { text: `${Array.from({ length: 50_000 }, (_, index) => `c${index}`)}\n${",".repeat(49_999)}` }],
      ["table.aggregate", { rows, by: [], measures }],
    ];
    for (const [name, input] of uses) {
      let turns = 0;
      const counting = setInterval(() => turns++, 1);
      await service.invokeTool(ctx, { name, body: { input } }).catch(() => {});
      clearInterval(counting);
      expect(`${name}: ${turns > 5 ? "free" : `${turns} turns`}`).toBe(`${name}: free`);
    }
  });

  test("an unknown tool is a 404, also one that objects take for special", async () => {
    for (const name of ["nothing", "constructor", "__proto__"]) {
      await expect(service.invokeTool(ctx, { name, body: { input: {} } })).rejects.toMatchObject({ status: 404 });
    }
  });

  test("wrong input is a 422 that points below /input", async () => {
    const use = service.invokeTool(ctx, { name: "csv.parse", body: { input: { text: 1, limit: 0, what: true } } });
    await expect(use).rejects.toMatchObject({
      status: 422,
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: "/input/text" }),
        expect.objectContaining({ pointer: "/input/limit" }),
        expect.objectContaining({ pointer: "/input/what" }),
      ]),
    });
  });
});

describe("using a tool", () => {
  const core = testCore(new MemoryDatabase(), "/nowhere");
  const use = (run: Tool["run"]) =>
    invoker(
      { core, config: testConfig, contracts: { artifacts: artifactShelf() }, outbound: outbound({ allowPrivate: false }) },
      { name: "t", title: "", description: "", inputSchema: {}, outputSchema: { type: "string" }, run },
    )(ctx, { input: {} });

  test("output that its schema does not allow is a mistake in the tool, and never handed on", async () => {
    await expect(use(async () => ({ output: 1 }))).rejects.toThrow(/t gave what its schema does not allow/);
  });

  test("logs are kept within limits, without what a database refuses", async () => {
    const { logs } = await use(async ({ log }) => {
      for (let index = 0; index < 2000; index++) log.warn(`\0${"x".repeat(20_000)}`);
      return { output: "" };
    });
    expect(logs).toHaveLength(1000);
    expect(logs[0]).toMatchObject({ level: "warn", message: "x".repeat(10_000) });
  });
});
