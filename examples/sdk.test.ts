import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QueryClient } from "@tanstack/react-query";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { register } from "../cmd/testing/api.ts";
import { type PlatformProcess, startPlatformProcess } from "../cmd/testing/platform-process.ts";
import { listPipelinesInfiniteOptions } from "../generated/sdk/@tanstack/react-query.gen.ts";
import { createClient } from "../generated/sdk/client/index.ts";
import { pages, paging } from "../generated/sdk/pages.gen.ts";
import { isProblem } from "../generated/sdk/problem.gen.ts";
import { createPipeline, getPipeline, listPipelines } from "../generated/sdk/sdk.gen.ts";

let platform: PlatformProcess;
let client: ReturnType<typeof createClient>;
let asked: string[];
beforeAll(async () => {
  platform = await startPlatformProcess(mkdtempSync(join(tmpdir(), "archwright-sdk-")), { PIPELINES_SAMPLE: "false" });
  const { headers } = await register(platform.url);
  client = createClient({ baseUrl: `${platform.url}/api/v1`, headers });
  client.interceptors.request.use((request) => {
    asked.push(new URL(request.url).search);
    return request;
  });
  asked = [];
  for (const name of ["a", "b", "c", "d", "e"]) {
    await createPipeline({ client, body: { name, definition: { steps: [{ id: "one", tool: "wait" }] } }, throwOnError: true });
  }
});
afterAll(() => platform.stop());

describe("pages", () => {
  test("gives every item of a list in its order, and asks for a page only when it is needed", async () => {
    asked = [];
    const names: string[] = [];
    for await (const pipeline of pages(listPipelines, { client, query: { sort: "-name", limit: 2 } })) {
      names.push(pipeline.name);
      expect(asked).toHaveLength(Math.ceil(names.length / 2));
    }
    expect(names).toEqual(["e", "d", "c", "b", "a"]);
    expect(asked.filter((query) => query.includes("cursor="))).toHaveLength(2);
  });

  test("filters on every page, and ends with the last", async () => {
    const names = await Array.fromAsync(
      pages(listPipelines, { client, query: { limit: 1, "filter[name][in]": ["b", "d"] } }),
      (one) => one.name,
    );
    expect(names.toSorted()).toEqual(["b", "d"]);
  });

  test("throws what the server says", async () => {
    const refused = await Array.fromAsync(pages(listPipelines, { client, query: { cursor: "of another list" } })).catch(
      (error: unknown) => error,
    );
    expect(isProblem(refused, 400)).toBe(true);
  });
});

test("TanStack Query pages through a list by the generated options", async () => {
  const options = { ...listPipelinesInfiniteOptions({ client, query: { sort: "name", limit: 2 } }), ...paging, pages: 5 };
  const { pages } = await new QueryClient().fetchInfiniteQuery(options);
  expect(pages.map(({ items }) => items.map(({ name }) => name))).toEqual([["a", "b"], ["c", "d"], ["e"]]);
});

describe("a failure", () => {
  test("comes as the problem that the server answered, typed", async () => {
    const { error } = await getPipeline({ client, path: { id: "pl-0000000000000000" } });
    expect([isProblem(error), isProblem(error, 404), isProblem(error, 409)]).toEqual([true, true, false]);
    expect(error?.title).toBe("Not found");
  });

  test("names each place that is wrong", async () => {
    const { error } = await createPipeline({ client, body: { name: "", definition: { steps: [] } } });
    expect(isProblem(error, 422) && error.errors?.map(({ pointer }) => pointer).toSorted()).toEqual(["/definition/steps", "/name"]);
  });

  test("is no problem document when nobody answered", async () => {
    const nowhere = createClient({ baseUrl: "http://127.0.0.1:9/api/v1" });
    const failure: unknown = await listPipelines({ client: nowhere, throwOnError: true }).catch((error: unknown) => error);
    expect([failure, undefined, null, "text", { status: 404 }].some((error) => isProblem(error))).toBe(false);
  });
});
