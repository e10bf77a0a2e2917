import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { freePort } from "../codegen/database/free-port.ts";
import { register, until } from "./testing/api.ts";
import { startPlatformProcess } from "./testing/platform-process.ts";

/** So many runs are cut short; a kill that comes after the end of its run shows nothing and does not count. */
const interruptions = 6;
const mostKills = 60;

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

test("a platform killed at random moments finishes every run, and applies each effect once", { timeout: 240_000 }, async () => {
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
  let kills = 0;
  while (interrupted < interruptions && kills < mostKills) {
    const { id } = await begin(`kill${kills++}`);
    await sleep(Math.random() * duration);
    await platform.kill();
    const killed = Date.now();
    platform = await startPlatformProcess(data, env);
    const run = await ended(id);
    expect(run).toMatchObject({ status: "succeeded", error: null });
    if (Date.parse(run.finishedAt ?? "") > killed) interrupted++;
  }
  expect(interrupted).toBe(interruptions);

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
