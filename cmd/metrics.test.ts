import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { register, until } from "./testing/api.ts";
import { startPlatformProcess } from "./testing/platform-process.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "archwright-"));

test("requests, steps, queues, events, the database and the process can be watched", async () => {
  const platform = await startPlatformProcess(folder());
  const ada = await register(platform.url);
  const steps = [{ id: "only", tool: "template.render", inputs: { template: "'hello'", data: "{}" } }];
  const { id: pipelineId } = await ada.call<{ id: string }>("POST", "/pipelines", { name: "Light", definition: { steps } });
  await ada.call("POST", "/runs", { pipelineId });
  const waits = [{ id: "only", tool: "wait", inputs: { seconds: "3000" } }];
  const { id: waitingId } = await ada.call<{ id: string }>("POST", "/pipelines", { name: "Waits", definition: { steps: waits } });
  await ada.call("POST", "/runs", { pipelineId: waitingId });
  expect((await ada.send("GET", "/runs/rn-0000000000000000")).status).toBe(404);
  const text = await until("the step has run", async () => {
    const answer = await fetch(`${platform.url}/metrics`);
    expect(answer.headers.get("content-type")).toContain("version=0.0.4");
    const text = await answer.text();
    const done = text.includes('archwright_step_seconds_count{tool="template.render",outcome="succeeded"} 1');
    return done && text.includes('archwright_steps_waiting{reason="timer"} 1') ? text : undefined;
  });
  expect(text).toContain('archwright_request_seconds_count{operation="startRun",status="201"} 2');
  expect(text).toContain('archwright_request_seconds_count{operation="getRun",status="404"} 1');
  expect(text).toMatch(/^archwright_steps\{status="queued"\} 0$/m);
  expect(text).toMatch(/^archwright_steps\{status="delayed"\} 1$/m);
  expect(text).toMatch(/^archwright_steps_waiting\{reason="slot"\} 0$/m);
  expect(text).toMatch(/^archwright_steps_oldest_seconds 0$/m);
  expect(text).toMatch(/^archwright_database_waiting \d+$/m);
  expect(text).toMatch(/^archwright_events_waiting\{consumer="[a-z.-]+"\} 0$/im);
  expect(text).toMatch(/^archwright_events_dead\{consumer="[a-z.-]+"\} 0$/im);
  expect(text).toMatch(/^archwright_lease_held\{lease="scheduler"\} 1$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
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
