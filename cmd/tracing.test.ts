import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../internal/core/processes/role.ts";
import { createTestDatabase, type TestDatabase } from "../internal/core/testing/test-databases.ts";
import { type Person, register, until } from "./testing/api.ts";
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from "./testing/otlp-receiver.ts";
import { commandOf, type PlatformProcess, startPlatformProcess } from "./testing/platform-process.ts";

const data = mkdtempSync(join(tmpdir(), "archwright-"));
/** What a browser sends. */
const traceId = "0af7651916cd43dd8448eb211c80319c";
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;

let place: TestDatabase;
let collector: OtlpReceiver;
let api: PlatformProcess;
let worker: PlatformProcess;
let outside: Server;
let ada: Person;
/** The traceparent of each request that came to the service outside. */
const heard: (string | undefined)[] = [];
/** It leaves the first request to /slow without an answer. */
let slowBegun = false;

const start = (role: Role, env: Readonly<Record<string, string>> = {}): Promise<PlatformProcess> =>
  startPlatformProcess(
    data,
    {
      ...{ DATABASE_URL: place.url, LOG_LEVEL: "debug", RUNS_LEASE_SECONDS: "2", TOOLS_HTTP_ALLOW_PRIVATE: "true" },
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: role, OTEL_BSP_SCHEDULE_DELAY: "100" },
      ...env,
    },
    commandOf(role),
  );

beforeAll(async () => {
  [place, collector] = await Promise.all([createTestDatabase("postgres"), startOtlpReceiver()]);
  outside = createServer((request, response) => {
    heard.push(request.headers.traceparent as string | undefined);
    const first = request.url === "/slow" && !slowBegun;
    if (first) slowBegun = true;
    else if (request.url?.startsWith("/fails")) response.writeHead(500).end("The answer tells m4rk3d, too.");
    else response.setHeader("content-type", "application/json").end('{"ok":true}');
  }).listen(0, "127.0.0.1");
  [api, worker] = await Promise.all([start("api"), start("worker")]);
  ada = await register(api.url);
});
afterAll(async () => {
  await Promise.all([api?.stop(), worker?.stop()]);
  outside?.close();
  await collector?.close();
  await place?.remove();
});

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function pipeline(name: string, steps: readonly object[]): Promise<string> {
  return (await ada.call<{ id: string }>("POST", "/pipelines", { name, definition: { steps } })).id;
}

interface Run {
  readonly id: string;
  readonly status: string;
  readonly trace: string | null;
}

async function startRun(pipelineId: string, trace: string): Promise<Run> {
  const answer = await ada.send("POST", "/runs", { pipelineId }, { traceparent: trace });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Run;
}

const succeeded = (run: Run): Promise<true> =>
  until(`${run.id} succeeds`, async () => ((await ada.call<Run>("GET", `/runs/${run.id}`)).status === "succeeded" ? true : undefined));

/** Spans come in batches. */
const received = (what: string, look: (span: ReceivedSpan) => boolean): Promise<ReceivedSpan> =>
  until(`the span of ${what} arrives`, async () => collector.spans.find(look));

test("one trace leads from the request of a browser to what a tool asks of a service, through two processes", async () => {
  const id = await pipeline("Traced", [{ id: "call", tool: "http.request", inputs: { url: `'${addressOf(outside)}/secret-path?q=1'` } }]);
  const run = await startRun(id, traceparent);
  await succeeded(run);

  const outgoing = await received("the outgoing request", ({ traceId: trace, name }) => trace === traceId && name === "GET");
  const parentOf = (span: ReceivedSpan) => received(`the parent of ${span.name}`, ({ spanId }) => spanId === span.parentId);
  const way: ReceivedSpan[] = [outgoing];
  for (let span = outgoing; span.parentId !== "b7ad6b7169203331"; way.push(span)) span = await parentOf(span);
  expect(way.map(({ service, name }) => `${service}: ${name}`)).toEqual([
    "worker: GET",
    "worker: tool http.request",
    "worker: step http.request",
    "api: run",
    "api: transaction",
    "api: POST /runs",
  ]);
  expect(new Set(way.map((span) => span.traceId))).toEqual(new Set([traceId]));
  expect(way[2]?.attributes).toMatchObject({ "archwright.run": run.id, "archwright.step": "call", "archwright.outcome": "succeeded" });
  expect(way.at(-1)?.attributes).toMatchObject({ "archwright.operation": "startRun", "http.response.status_code": 201 });
  // The service that the tool asked goes on with the trace.
  expect(heard).toEqual([`00-${traceId}-${outgoing.spanId}-01`]);

  // What a statement does, and to which table; an event, by whom it was sent.
  const insert = await received("a statement", ({ traceId: trace, name }) => trace === traceId && name === "INSERT runs");
  expect(insert.attributes).toEqual({ "db.system.name": "postgresql", "db.operation.name": "INSERT", "db.collection.name": "runs" });
  const event = await received("an event", ({ traceId: trace, name }) => trace === traceId && name === "send runs.run.created");
  expect(await parentOf(event)).toMatchObject({ service: "api", name: "run" });
});

test("an event goes on with its trace in the consumer, in another process", async () => {
  const trace = "1af7651916cd43dd8448eb211c80319c";
  // Whoever registers gets an organization, of which pipelines hear.
  await register(api.url, "Eve", { traceparent: `00-${trace}-b7ad6b7169203331-01` });
  const consumed = await received(
    "the consumer",
    (span) => span.traceId === trace && span.name === "process organizations.organization.created",
  );
  expect(consumed.service).toBe("worker");
  const sent = await received("the event", ({ spanId }) => spanId === consumed.parentId);
  expect(sent).toMatchObject({ service: "api", name: "send organizations.organization.created", traceId: trace });
});

test("a step that another process takes over goes on with the trace of its run", async () => {
  const trace = "2af7651916cd43dd8448eb211c80319c";
  const id = await pipeline("Taken over", [{ id: "slow", tool: "http.request", inputs: { url: `'${addressOf(outside)}/slow'` } }]);
  const run = await startRun(id, `00-${trace}-b7ad6b7169203331-01`);
  await until("a worker is at it", async () => (slowBegun ? true : undefined));
  await worker.kill();
  worker = await start("worker", { OTEL_SERVICE_NAME: "second worker" });
  await succeeded(run);
  const second = await received("the second worker's try", (span) => span.traceId === trace && span.name === "step http.request");
  expect(second.service).toBe("second worker");
  const root = await received("the run", ({ spanId }) => spanId === second.parentId);
  expect(root).toMatchObject({ service: "api", name: "run" });
  expect(run.trace).toBe(`00-${trace}-${root.spanId}-01`);
});

test("no span, line of a log or metric holds what is secret: no token, password, body, query, header, row or value of a statement", async () => {
  const mark = "m4rk3d";
  const trace = "3af7651916cd43dd8448eb211c80319c";
  const traceparent = { traceparent: `00-${trace}-b7ad6b7169203331-01` };
  const asked = async (method: string, path: string, body?: unknown, headers = {}) =>
    (await ada.send(method, path, body, { ...traceparent, cookie: `a=${mark}`, "x-api-key": mark, ...headers })).status;

  const post = (path: string, body: string) =>
    fetch(`${api.url}/api/v1${path}`, { method: "POST", headers: { "content-type": "application/json", ...traceparent }, body });
  const credentials = { email: `${mark}@example.com`, password: `violet ${mark} spoon 41`, name: mark };
  const registered = await post("/auth/register", JSON.stringify(credentials));
  const tokens = (await registered.json()) as { accessToken: string; refreshToken: string };
  expect((await post("/auth/sign-in", JSON.stringify({ email: credentials.email, password: `${mark}?` }))).status).toBe(401);
  expect((await post("/auth/refresh", JSON.stringify({ refreshToken: tokens.refreshToken }))).status).toBe(200);
  expect((await post("/auth/sign-in", `{"password": "${mark}`)).status).toBe(400);
  expect(await asked("GET", `/pipelines?filter%5Bname%5D%5Beq%5D=${mark}&cursor=${mark}`)).toBe(400);
  expect(await asked("GET", `/pipelines?filter%5Bname%5D%5Beq%5D=${mark}`)).toBe(200);
  expect(await asked("GET", `/pipelines/${mark}`, undefined, { authorization: `Bearer ${mark}` })).toBe(401);
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const made = await ada.call<{ token: string }>("POST", "/auth/service-tokens", { name: mark, permissions: ["runs.read"], expiresAt });

  const secretly = { headers: `{'authorization': 'Bearer ${mark}'}`, method: "'POST'", body: `{'pin': input.pin}` };
  const id = await pipeline(mark, [
    { id: "works", tool: "http.request", inputs: { ...secretly, url: `'${addressOf(outside)}/${mark}?key=${mark}'` } },
    { id: "fails", tool: "http.request", needs: ["works"], inputs: { ...secretly, url: `'${addressOf(outside)}/fails?key=${mark}'` } },
  ]);
  expect(await asked("POST", "/pipelines", { name: mark, definition: { steps: [{ id: "a", tool: "wait" }] } })).toBe(409);
  const answer = await ada.send("POST", "/runs", { pipelineId: id, input: { pin: mark } }, traceparent);
  const run = (await answer.json()) as Run;
  await until("the run fails", async () => ((await ada.call<Run>("GET", `/runs/${run.id}`)).status === "failed" ? true : undefined));
  expect(await asked("POST", `/artifacts?name=${mark}.txt`, mark)).toBe(201);

  const found = await received(
    "the step that failed",
    (span) => span.traceId === trace && span.name === "step http.request" && span.failed,
  );
  expect(found.attributes["archwright.outcome"]).toBe("failed");
  // What else was begun is sent when its process ends.
  const metrics = await Promise.all([api, worker].map(async ({ url }) => (await fetch(`${url}/metrics`)).text()));
  await Promise.all([api.stop(), worker.stop()]);
  const all = { spans: collector.bytes(), logs: api.output() + worker.output(), metrics: metrics.join("") };
  expect(all.spans).toContain("INSERT users");
  expect(all.metrics).toContain('operation="register"');
  for (const [where, text] of Object.entries(all)) {
    for (const secret of [mark, tokens.accessToken, tokens.refreshToken, made.token, ada.password, ada.headers.authorization ?? ""])
      expect(
        text.split("\n").find((line) => line.includes(secret)),
        where,
      ).toBeUndefined();
  }
});
