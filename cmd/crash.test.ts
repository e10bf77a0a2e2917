import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { freePort } from "../codegen/database/free-port.ts";
import { register, until } from "./testing/api.ts";
import { startPlatformProcess } from "./testing/platform-process.ts";

/** `npm run chaos -- --embedded` does it a hundred times. */
const kills = 8;

/** A diamond of four writers in two layers, then a writer that waits for all: every step leaves an artifact. */
const steps = ["a", "b", "c", "d", "e", "f", "g", "h"].map((id, index) => ({
  id,
  tool: "artifact.write",
  inputs: { name: `input.tag + '-${id}.txt'`, text: `'written by ${id}'` },
  needs: index < 4 ? [] : ["a", "b", "c", "d", "e", "f", "g"].slice(0, index),
}));

interface Run {
  readonly id: string;
  readonly status: string;
  readonly error: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

test(`a platform killed at ${kills} random moments finishes every run, and applies each effect once`, { timeout: 240_000 }, async () => {
  const data = mkdtempSync(join(tmpdir(), "archwright-"));
  const env = { RUNS_LEASE_SECONDS: "1", PORT: String(await freePort()) };
  let platform = await startPlatformProcess(data, env);
  const ada = await register(platform.url);
  const pipeline = await ada.call<{ id: string }>("POST", "/pipelines", { name: "Writers", definition: { steps } });

  const begin = (tag: string) => ada.call<Run>("POST", "/runs", { pipelineId: pipeline.id, input: { tag } });
  const ended = (id: string) =>
    until(`run ${id} ends`, async () => {
      const now = await ada.call<Run>("GET", `/runs/${id}`);
      return ["queued", "running", "waiting"].includes(now.status) ? undefined : now;
    });
  const usual = await ended((await begin("usual")).id);
  const duration = Date.parse(usual.finishedAt ?? "") - Date.parse(usual.createdAt);

  let interrupted = 0;
  for (let kill = 0; kill < kills; kill++) {
    const { id } = await begin(`kill${kill}`);
    await sleep(Math.random() * duration);
    await platform.kill();
    const killed = Date.now();
    platform = await startPlatformProcess(data, env);
    const run = await ended(id);
    expect(run).toMatchObject({ status: "succeeded", error: null });
    if (Date.parse(run.finishedAt ?? "") > killed) interrupted++;
  }
  // Otherwise the moments were badly chosen, and nothing was shown.
  expect(interrupted).toBeGreaterThan(kills / 4);

  const artifacts: { id: string; name: string; latest: number }[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { items: typeof artifacts; nextCursor: string | null } = await ada.call(
      "GET",
      `/artifacts?limit=200${cursor && `&cursor=${cursor}`}`,
    );
    artifacts.push(...page.items);
    cursor = page.nextCursor;
  }
  const written = artifacts.filter(({ name }) => name.startsWith("kill"));
  expect(written).toHaveLength(kills * steps.length);
  for (const { id, name, latest } of written) {
    expect(`${name} ${latest}`).toBe(`${name} 1`);
    const content = await ada.send("GET", `/artifacts/${id}/content`);
    expect(await content.text()).toBe(`written by ${name.at(-5)}`);
  }
  expect(await platform.stop()).toBe(0);
});
