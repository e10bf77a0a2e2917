import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OwnPostgres, startPostgresPair } from "../codegen/database/start-postgres.ts";
import { basePath, domains } from "../generated/domains.gen.ts";
import { pipelinesDomain } from "../generated/pipelines/domain.gen.ts";
import { claimedStandings } from "../internal/core/auth/claimed-standings.ts";
import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import type { Context } from "../internal/core/context/context.ts";
import { silentLog, testContext } from "../internal/core/testing/context.ts";
import { withoutPredicates } from "../internal/core/testing/without-predicates.ts";
import type { Platform, PlatformOptions } from "../internal/platform.ts";
import { openPlatform } from "../internal/project.ts";
import { until } from "./testing/api.ts";

const definitionOf = (template: string): object => ({ steps: [{ id: "only", tool: "template.render", inputs: { template, data: "{}" } }] });

/** Somebody with a browser's cookies, who may ask any process. */
class Client {
  readonly #token: string;
  #cookie = "";

  constructor(token: string) {
    this.#token = token;
  }

  /** Until when it has seen what there is, as it was told. */
  get seen(): number {
    return Number(this.#cookie.split("=")[1]);
  }

  async send(platform: Platform, method: string, path: string, body?: object): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#token}`, "content-type": "application/json", cookie: this.#cookie };
    const request = new Request(`http://localhost${basePath}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const answer = await platform.fetch(request);
    for (const cookie of answer.headers.getSetCookie()) this.#cookie = cookie.split(";")[0] ?? "";
    return answer;
  }

  async create(platform: Platform, name: string): Promise<{ readonly id: string; readonly version: number }> {
    const answer = await this.send(platform, "POST", "/pipelines", { name, definition: definitionOf("'hello'") });
    expect(answer.status).toBe(201);
    return (await answer.json()) as { id: string; version: number };
  }

  /** The names of the pipelines that a list shows. */
  async list(platform: Platform, query = ""): Promise<readonly string[]> {
    const answer = await this.send(platform, "GET", `/pipelines?total=true${query}`);
    expect(answer.status).toBe(200);
    const { items, total } = (await answer.json()) as { items: readonly { name: string }[]; total: number };
    expect(total).toBe(items.length);
    return items.map(({ name }) => name).sort();
  }
}

let primary: OwnPostgres;
let replica: OwnPostgres;
/** The owner's, on either server. */
let onPrimary: pg.Client;
let onReplica: pg.Client;
let folder: string;
/** Two processes of the api, which share nothing but the databases. */
let one: Platform;
let other: Platform;
let options: PlatformOptions;
/** Why something is not as it should be, as the log has it. */
const warnings: string[] = [];

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  return client;
};
const used = (platform: Platform): boolean => platform.core.database.replica?.state().used === true;
const isUsed = () => until("the replica is used", async () => (used(one) && used(other)) || undefined);
const isLost = () => until("the replica is not used", async () => (!used(one) && !used(other)) || undefined);
const pause = () => onReplica.query("select pg_wal_replay_pause()");
const resume = () => onReplica.query("select pg_wal_replay_resume()");
/** From here on the replica answers this client, in both processes, with all that there is now. */
async function settle(client: Client): Promise<void> {
  await client.list(one);
  const holds = ({ core }: Platform): boolean => core.database.replica?.holds(client.seen) === true;
  await until("the replica has what the client has seen", async () => (holds(one) && holds(other)) || undefined);
}

let organizations = 0;
async function somebody(
  organization = `og-${String(++organizations).padStart(16, "0")}`,
): Promise<Client & { readonly organization: string }> {
  const token = await one.tokens.issue({ user: `us-${"1".repeat(16)}`, session: "ss-1", organization, roles: ["owner"] }, 600);
  return Object.assign(new Client(token), { organization });
}

beforeAll(async () => {
  [primary, replica] = await startPostgresPair(["--locale=C"], ["max_connections=100"]);
  [onPrimary, onReplica] = [await connected(primary.url), await connected(replica.url)];
  folder = await mkdtemp(join(tmpdir(), "archwright-"));
  const login = (url: string): string => Object.assign(new URL(url), { username: "app", password: "secret" }).href;
  const env = {
    ...{ DATA_DIR: folder, DATABASE_URL: login(primary.url), DATABASE_OWNER_URL: primary.url, DATABASE_RLS: "on" },
    ...{ DATABASE_REPLICA_URL: login(replica.url), DATABASE_REPLICA_LAG_SECONDS: "600", ENCRYPTION_KEYS: "" },
  };
  const permissions = domains.flatMap(({ operations }) => operations.map(({ permission }) => permission));
  const log = { ...silentLog, warn: (fields: object) => void warnings.push(String(Reflect.get(fields, "reason"))) };
  options = { config: readCoreConfig(env), env, log, standings: claimedStandings(() => permissions) };
  one = await openPlatform(options);
  await one.start();
  other = await openPlatform({ ...options, roles: ["api"] });
  await isUsed();
}, 120_000);
afterEach(async () => {
  await resume().catch(() => {});
});
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
  await Promise.all([onPrimary.end(), onReplica.end()]);
  await replica.stop();
  await primary.stop();
  await rm(folder, { recursive: true });
});

test("lists are answered by the replica, and whoever wrote sees it, whichever process they ask", async () => {
  const ada = await somebody();
  const colleague = await somebody(ada.organization);
  const { id, version } = await ada.create(one, "First");
  await settle(colleague);
  await pause();
  expect(await colleague.list(other)).toEqual(["First"]);
  await ada.create(one, "Second");
  // The colleague has written nothing since, and is answered what there was.
  expect(await colleague.list(one)).toEqual(["First"]);
  expect(await colleague.list(other, "&search=second")).toEqual([]);
  expect(await ada.list(one)).toEqual(["First", "Second"]);
  expect(await ada.list(other, "&search=second")).toEqual(["Second"]);
  // Who keeps no cookies may have written anything.
  expect(await (await somebody(ada.organization)).list(other)).toEqual(["First", "Second"]);
  // A single row, and with it the version that is handed back, comes from the first database.
  const patched = await ada.send(one, "PATCH", `/pipelines/${id}`, { definition: definitionOf("'good day'") });
  expect(patched.status).toBe(200);
  const versions = async (client: Client) => (await (await client.send(other, "GET", `/pipelines/${id}/versions`)).json()) as object[];
  expect([(await versions(colleague)).length, (await versions(ada)).length]).toEqual([1, 2]);
  const read = await colleague.send(other, "GET", `/pipelines/${id}`);
  expect(read.headers.get("etag")).toBe(`"${version + 1}"`);
});

test("the replica keeps the rows of organizations apart; what is in a transaction stays on the first database", async () => {
  const [ada, eve] = [await somebody(), await somebody()];
  await ada.create(one, "Ada's");
  await eve.create(one, "Eve's");
  await settle(eve);
  await pause();
  await eve.create(one, "Eve's second");
  const { database } = one.core;
  const rows = pipelinesDomain.repositories(withoutPredicates(database)).pipelines;
  const stale = { ...testContext({ organization: eve.organization }), stale: true } as const;
  const names = async (ctx: Context) => (await rows.list(ctx, { sort: "name" })).items.map(({ name }) => name);
  expect(await names(stale)).toEqual(["Eve's"]);
  expect(await database.transact(stale, names)).toEqual(["Eve's", "Eve's second"]);
});

test("without the replica lists go on from the first database, and once it is back it is used again", async () => {
  const ada = await somebody();
  await ada.create(one, "First");
  await settle(ada);
  const health = async () => (await one.fetch(new Request("http://localhost/health?detailed=true"))).json();
  expect(await health()).toMatchObject({
    status: "ok",
    checks: expect.arrayContaining([expect.objectContaining({ name: "replica", status: "ok" })]),
  });
  expect(await one.core.metrics.text()).toMatch(/^archwright_replica_used 1$[\s\S]*^archwright_replica_lag_seconds \d/m);
  await replica.crash();
  // Nobody has noticed yet, then all have.
  expect(await ada.list(one)).toEqual(["First"]);
  await isLost();
  await until("the log says so", async () => warnings.some((reason) => /does not answer/.test(reason)) || undefined);
  expect(await ada.list(one)).toEqual(["First"]);
  expect(await health()).toMatchObject({
    status: "ok",
    checks: expect.arrayContaining([expect.objectContaining({ name: "replica", status: "failing" })]),
  });
  expect(await one.core.metrics.text()).toMatch(/^archwright_replica_used 0$/m);
  await ada.create(other, "Meanwhile");
  await replica.restart();
  onReplica = await connected(replica.url);
  await isUsed();
  await settle(ada);
  await pause();
  await (await somebody(ada.organization)).create(one, "Unseen");
  expect(await ada.list(one)).toEqual(["First", "Meanwhile"]);
});

test("a replica that has stopped in the middle of answering holds up nobody", async () => {
  const ada = await somebody();
  await ada.create(one, "First");
  await settle(ada);
  const { rows } = await onReplica.query(
    "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  for (const { pid } of rows) process.kill(pid, "SIGSTOP");
  try {
    expect(await Promise.all([ada.list(one), ada.list(other), ada.list(one)])).toEqual([["First"], ["First"], ["First"]]);
  } finally {
    for (const { pid } of rows) process.kill(pid, "SIGCONT");
  }
  await isUsed();
});

test("a replica that is too far behind is not asked until it has caught up", async () => {
  const env = { ...options.env, DATABASE_REPLICA_LAG_SECONDS: "1" };
  const strict = await openPlatform({ ...options, env, config: readCoreConfig(env), roles: ["api"] });
  try {
    await until("the replica is used", async () => used(strict) || undefined);
    await pause();
    await until("it is too far behind", async () => !used(strict) || undefined);
    const { replica } = strict.core.database;
    expect(replica?.state()).toMatchObject({ used: false, reason: expect.stringContaining("DATABASE_REPLICA_LAG_SECONDS") });
    expect(replica?.state().lagSeconds).toBeGreaterThan(1);
    expect(replica?.holds(0)).toBe(false);
    await until("the log says so", async () => warnings.some((reason) => /further behind/.test(reason)) || undefined);
    // Where more is allowed it is used still.
    expect(used(one)).toBe(true);
    await resume();
    await until("the replica is used again", async () => used(strict) || undefined);
  } finally {
    await strict.stop();
  }
});
