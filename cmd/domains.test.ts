import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../codegen/database/free-port.ts";
import { createTestDatabase, type TestDatabase } from "../internal/core/testing/test-databases.ts";
import { type Person, register, until } from "./testing/api.ts";
import { type PlatformProcess, startPlatformProcess } from "./testing/platform-process.ts";

const data = mkdtempSync(join(tmpdir(), "archwright-"));
const of = { people: "auth,organizations", files: "artifacts", work: "pipelines,runs,tools" } as const;
type Part = keyof typeof of;

let place: TestDatabase;
let ports: Record<Part, number>;
let parts: Record<Part, PlatformProcess>;
let ada: Person;

function start(part: Part): Promise<PlatformProcess> {
  const others = (Object.keys(of) as Part[]).filter((other) => other !== part);
  const urls = others.flatMap((other) => of[other].split(",").map((domain) => `${domain}=http://127.0.0.1:${ports[other]}`));
  const env = { DATABASE_URL: place.url, DOMAINS: of[part], DOMAIN_URLS: urls.join(","), PORT: String(ports[part]) };
  return startPlatformProcess(data, env);
}

beforeAll(async () => {
  place = await createTestDatabase("postgres");
  ports = { people: await freePort(), files: await freePort(), work: await freePort() };
  const [people, files, work] = await Promise.all([start("people"), start("files"), start("work")]);
  parts = { people, files, work };
  ada = await register(people.url);
});
afterAll(async () => {
  await Promise.all(Object.values(parts).map((one) => one.stop()));
  await place.remove();
});

const ask = (part: Part, method: string, path: string, body?: object, headers = ada.headers): Promise<Response> =>
  fetch(`${parts[part].url}/api/v1${path}`, {
    method,
    headers: { ...headers, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

interface Run {
  readonly id: string;
  readonly status: string;
}

/** Writes a file, by a tool, in a domain that another process serves. */
async function writes(name: string): Promise<Run> {
  const definition = { steps: [{ id: "write", tool: "artifact.write", inputs: { name: `'${name}'`, text: "'from afar'" } }] };
  const pipeline = (await (await ask("work", "POST", "/pipelines", { name, definition })).json()) as { id: string };
  return (await (await ask("work", "POST", "/runs", { pipelineId: pipeline.id })).json()) as Run;
}

const ended = (run: Run): Promise<Run> =>
  until(`${run.id} ends`, async () => {
    const found = (await (await ask("work", "GET", `/runs/${run.id}`)).json()) as Run;
    return found.status === "succeeded" || found.status === "failed" ? found : undefined;
  });

test("a step of one process stores what it writes in a domain of another, for the organization that asked", async () => {
  expect(await ended(await writes("afar.txt"))).toMatchObject({ status: "succeeded" });
  const list = (await (await ask("files", "GET", "/artifacts")).json()) as {
    items: { id: string; name: string; organizationId: string }[];
  };
  const found = list.items.find(({ name }) => name === "afar.txt");
  expect(found).toMatchObject({ organizationId: ada.organization });
  expect(await (await ask("files", "GET", `/artifacts/${found?.id}/content`)).text()).toBe("from afar");
  const eve = await register(parts.people.url, "Eve");
  expect((await ask("files", "GET", `/artifacts/${found?.id}`, undefined, eve.headers)).status).toBe(404);
});

test("an event of a domain reaches its consumer in the process of another", async () => {
  // Whoever registers gets an organization, of which pipelines hear.
  await until("the sample is there", async () => {
    const { items } = (await (await ask("work", "GET", "/pipelines")).json()) as { items: { name: string }[] };
    return items.some(({ name }) => /weather/i.test(name)) ? true : undefined;
  });
});

test("what is served elsewhere is not here, and what only domains may call needs a service token", async () => {
  expect((await ask("files", "GET", "/pipelines")).status).toBe(404);
  const internal = (headers: Readonly<Record<string, string>>) =>
    fetch(`${parts.people.url}/internal/v1/organizations/membershipsOfUser`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: "{}",
    });
  expect((await internal({})).status).toBe(401);
  expect((await internal(ada.headers)).status).toBe(401);
  expect((await internal({ authorization: ada.headers.authorization?.replace("Bearer", "Service") ?? "" })).status).toBe(401);
  expect((await ask("files", "GET", "/artifacts", undefined, { authorization: "Service nonsense" })).status).toBe(401);
});

test("while a process is down, its domain is named, and nothing hangs; steps wait, and go on when it is back", async () => {
  const detailed = async () => (await (await fetch(`${parts.work.url}/health?detailed=true`)).json()) as object;
  expect(await detailed()).toMatchObject({
    status: "ok",
    checks: expect.arrayContaining([expect.objectContaining({ name: "artifacts", status: "ok" })]),
  });

  await parts.files.kill();
  const run = await writes("later.txt");
  const waiting = await until("the step waits", async () => {
    const lines = (await (await ask("work", "GET", `/runs/${run.id}/logs`)).json()) as { message: string }[];
    return lines.find(({ message }) => message.includes("domain artifacts"));
  });
  expect(waiting.message).toMatch(/The domain artifacts .*Try again later\./);
  const input = { name: "now.txt", text: "now" };
  const refused = await ask("work", "POST", "/tools/artifact.write/invoke", { input });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ part: "artifacts" });
  // The others are as well as before.
  expect(await detailed()).toMatchObject({
    status: "ok",
    checks: expect.arrayContaining([expect.objectContaining({ name: "artifacts", status: "failing" })]),
  });
  expect((await fetch(`${parts.work.url}/health/ready`)).status).toBe(200);
  parts.files = await start("files");
  expect(await ended(run)).toMatchObject({ status: "succeeded" });
});

test("a process that stands still is given up in seconds, not when a step's time is over", async () => {
  parts.files.signal("SIGSTOP");
  try {
    const run = await writes("still.txt");
    await until("the step waits", async () => {
      const lines = (await (await ask("work", "GET", `/runs/${run.id}/logs`)).json()) as { message: string }[];
      return lines.find(({ message }) => message.includes("domain artifacts could not be reached"));
    });
    parts.files.signal("SIGCONT");
    expect(await ended(run)).toMatchObject({ status: "succeeded" });
  } finally {
    parts.files.signal("SIGCONT");
  }
});
