import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../internal/core/processes/role.ts";
import { createGuardedDatabase, type GuardedDatabase } from "../internal/core/testing/test-databases.ts";
import { type Person, register, until } from "./testing/api.ts";
import { commandOf, type PlatformProcess, startPlatformProcess } from "./testing/platform-process.ts";

interface Run {
  readonly id: string;
  readonly status: string;
  readonly error: string | null;
}

const data = mkdtempSync(join(tmpdir(), "archwright-"));
let place: GuardedDatabase;
let apis: PlatformProcess[];
let workers: PlatformProcess[];
let schedulers: PlatformProcess[];
let ada: Person;
let sql: pg.Client;

const start = (role: Role, env: Readonly<Record<string, string>> = {}): Promise<PlatformProcess> =>
  startPlatformProcess(
    data,
    {
      DATABASE_URL: place.url,
      DATABASE_OWNER_URL: place.ownerUrl,
      DATABASE_RLS: "on",
      LOG_LEVEL: "info",
      RUNS_LEASE_SECONDS: "2",
      DATABASE_IDLE_SECONDS: "2",
      ...env,
    },
    commandOf(role),
  );
const pair = (role: Role): Promise<PlatformProcess[]> => Promise.all([start(role), start(role)]);

// Six processes that start at once on an empty database, which keeps rows apart by itself, with an empty data folder.
beforeAll(async () => {
  place = await createGuardedDatabase();
  [apis, workers, schedulers] = await Promise.all([pair("api"), pair("worker"), pair("scheduler")]);
  ada = await register(at(apis, 0).url);
  sql = new pg.Client({ connectionString: place.ownerUrl });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await Promise.all([...apis, ...workers, ...schedulers].map((one) => one.stop()));
  await place.remove();
});

function at(all: readonly PlatformProcess[], index: number): PlatformProcess {
  const found = all[index];
  if (found === undefined) throw new Error(`There is no process ${index}.`);
  return found;
}

/** The same person, asking another process. */
const through = ({ url }: PlatformProcess, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/api/v1${path}`, { ...init, headers: { ...ada.headers, "content-type": "application/json" } });

async function pipeline(name: string, steps: readonly object[]): Promise<string> {
  return (await ada.call<{ id: string }>("POST", "/pipelines", { name, definition: { steps } })).id;
}

async function startRun(pipelineId: string): Promise<Run> {
  return ada.call<Run>("POST", "/runs", { pipelineId });
}

const ended = (id: string): Promise<Run> =>
  until(`run ${id} ends`, async () => {
    const run = await ada.call<Run>("GET", `/runs/${id}`);
    return ["queued", "running", "waiting"].includes(run.status) ? undefined : run;
  });

test("a run started at one process is done by another, and a third tells of it as it happens", async () => {
  const id = await pipeline("Told", [{ id: "one", tool: "wait", inputs: { seconds: "1" } }]);
  const run = await startRun(id);
  const stream = await through(at(apis, 1), `/runs/${run.id}/events`);
  const text = await stream.text();
  expect(text).toContain('"status":"waiting"');
  expect(text).toContain('"status":"succeeded"');
});

test("what one process changes, another does not answer from its memory", async () => {
  const id = await pipeline("Before", [{ id: "one", tool: "wait", inputs: { seconds: "1" } }]);
  expect(await (await through(at(apis, 1), `/pipelines/${id}`)).json()).toMatchObject({ name: "Before" });
  await ada.call("PATCH", `/pipelines/${id}`, { name: "After" });
  await until("the other process knows", async () => {
    const { name } = (await (await through(at(apis, 1), `/pipelines/${id}`)).json()) as { name: string };
    return name === "After" ? true : undefined;
  });
});

test("workers and schedulers answer what their health is, and nothing else", async () => {
  for (const one of [at(workers, 0), at(schedulers, 0)]) {
    expect((await fetch(`${one.url}/health/ready`)).status).toBe(200);
    expect((await through(one, "/pipelines")).status).toBe(404);
    expect((await fetch(`${one.url}/`)).status).toBe(404);
  }
});

test("one scheduler works; when it is killed, another takes over", async () => {
  const holder = async (): Promise<string | undefined> =>
    (await sql.query("select holder from core_leases where name = 'scheduler'")).rows[0]?.holder;
  const working = schedulers.filter((one) => one.output().includes("what one does for all"));
  expect(working).toHaveLength(1);
  const before = await holder();
  const [active] = working;
  await active?.kill();
  const now = await until("another holds the lease", async () => {
    const found = await holder();
    return found !== undefined && found !== before ? found : undefined;
  });
  expect(now).not.toBe(before);
  schedulers = schedulers.filter((one) => one !== active);
});

test("a stopping process drops no request: proxies learn that it stops, and it answers until they know", async () => {
  const leaving = await start("api", { SHUTDOWN_DELAY_SECONDS: "2" });
  const both = [leaving, at(apis, 0)];
  const ready = new Set(both);
  let over = false;
  const answers: number[] = [];
  // As a proxy does: asks now and then who is ready, and sends the rest there.
  const asks = (async () => {
    while (!over) {
      for (const one of both) {
        const { ok } = await fetch(`${one.url}/health/ready`).catch(() => ({ ok: false }));
        if (!ok) ready.delete(one);
      }
      await sleep(50);
    }
  })();
  const client = async () => {
    for (let turn = 0; !over; turn++) {
      const all = [...ready];
      answers.push((await through(all[turn % all.length] ?? leaving, "/runs?limit=1")).status);
    }
  };
  const clients = Promise.all([client(), client(), client()]);
  await until("requests are answered", async () => (answers.length > 20 ? true : undefined));
  expect(await leaving.stop()).toBe(0);
  over = true;
  await Promise.all([clients, asks]);
  expect(ready).toEqual(new Set([at(apis, 0)]));
  expect(answers.filter((status) => status !== 200)).toEqual([]);
});

test("a stopping worker hands over what it has not done, and another does it", async () => {
  const id = await pipeline("Handed over", [
    { id: "slow", tool: "wait", inputs: { seconds: "1" } },
    { id: "after", tool: "template.render", inputs: { template: "'done'", data: "{}" }, needs: ["slow"] },
  ]);
  const runs = await Promise.all(Array.from({ length: 20 }, () => startRun(id)));
  const leaving = at(workers, 0);
  expect(await leaving.stop()).toBe(0);
  for (const run of runs) expect(await ended(run.id)).toMatchObject({ status: "succeeded", error: null });
  // Nothing had to wait for a lease to run out: all was handed over.
  const { rows } = await sql.query("select count(*)::int as left from step_attempts");
  expect(rows).toEqual([{ left: 0 }]);
  workers = [at(workers, 1)];
});
