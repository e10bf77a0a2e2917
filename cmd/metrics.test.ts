import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { register, until } from "./testing/api.ts";
import { startPlatformProcess } from "./testing/platform-process.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "archwright-"));

test("requests, steps, queues and the database can be watched", async () => {
  const platform = await startPlatformProcess(folder());
  const ada = await register(platform.url);
  const steps = [{ id: "only", tool: "template.render", inputs: { template: "'hello'", data: "{}" } }];
  const { id: pipelineId } = await ada.call<{ id: string }>("POST", "/pipelines", { name: "Light", definition: { steps } });
  await ada.call("POST", "/runs", { pipelineId });
  expect((await ada.send("GET", "/runs/rn-0000000000000000")).status).toBe(404);
  const text = await until("the step has run", async () => {
    const answer = await fetch(`${platform.url}/metrics`);
    expect(answer.headers.get("content-type")).toContain("version=0.0.4");
    const text = await answer.text();
    return text.includes('archwright_step_seconds_count{tool="template.render",outcome="succeeded"} 1') ? text : undefined;
  });
  expect(text).toContain('archwright_request_seconds_count{operation="startRun",status="201"} 1');
  expect(text).toContain('archwright_request_seconds_count{operation="getRun",status="404"} 1');
  expect(text).toMatch(/^archwright_steps\{status="queued"\} 0$/m);
  expect(text).toMatch(/^archwright_database\{what="waiting"\} \d+$/m);
  expect(text).toContain("# TYPE archwright_events_waiting gauge");
  // No name, id or text of a user.
  expect(text).not.toContain("rn-");
  await platform.stop();
});

test("metrics are for whoever shows the token, and for nobody where others can reach the platform and there is none", async () => {
  const guarded = await startPlatformProcess(folder(), { METRICS_TOKEN: "open-sesame" });
  const read = (headers: Readonly<Record<string, string>> = {}) => fetch(`${guarded.url}/metrics`, { headers });
  expect([(await read()).status, (await read({ authorization: "Bearer open-sesam" })).status]).toEqual([401, 401]);
  expect((await read({ authorization: "Bearer open-sesame" })).status).toBe(200);
  await guarded.stop();
  const reachable = await startPlatformProcess(folder(), { PUBLIC_URL: "https://platform.example" });
  expect(await (await fetch(`${reachable.url}/metrics`)).text()).not.toContain("archwright_");
  await reachable.stop();
});
