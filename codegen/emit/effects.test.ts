import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposeMigrations } from "../migrations/propose.ts";
import { emit } from "./emit.ts";
import { fixtureModel } from "./fixture/model.ts";
import { workspace } from "./fixture/workspace.ts";

/** What the tests use of the runtime and of generated files; both are reached through the workspace only. */
interface Context {
  readonly signal: AbortSignal;
}
interface Entries {
  insert(ctx: Context, input: object): Promise<object>;
  countAll(ctx: Context): Promise<number>;
}
interface Fetch {
  request(path: string, init: object, bindings: object): Response | Promise<Response>;
}

const model = fixtureModel("ledgers");
const root = join(import.meta.dirname, "../..");
let folder: string;
let remove: () => Promise<void>;
const load = (path: string) => import(/* @vite-ignore */ join(folder, path));

beforeAll(async () => {
  const proposed = proposeMigrations(model, () => false);
  ({ folder, remove } = await workspace(new Map([...emit(model), ...proposed])));
});
afterAll(() => remove());

describe.for(["sqlite", "postgres", "memory"] as const)("what operations ask for on %s", (dialect) => {
  let db: { close(): Promise<void> };
  let place: { url: string; remove(): Promise<void> } | undefined;
  let app: Fetch;
  let entries: Entries;
  let features: { set(ctx: object, organization: string, name: string, enabled: boolean): Promise<void> };
  let audited: (organization: string) => Promise<readonly object[]>;
  let tokenFor: (user: string, organization: string, roles: readonly string[]) => Promise<string>;
  let system: () => Context;
  const reached = Promise.withResolvers<void>();
  let tenants = 0;

  beforeAll(async () => {
    const { testContext, silentLog } = await load("internal/core/testing/context.ts");
    system = () => testContext({ organization: "", user: null });
    if (dialect === "memory") {
      db = new (await load("internal/core/database/memory.ts")).MemoryDatabase();
    } else {
      place = await (await load("internal/core/testing/test-databases.ts")).createTestDatabase(dialect);
      db = await (await load("internal/core/database/open.ts")).openDatabase(place?.url);
      const { migrate } = await load("internal/core/database/migrations.ts");
      await migrate(db, join(root, "sql"), silentLog, ["core"]);
      await migrate(db, join(folder, "sql"), silentLog, ["ledgers"]);
    }
    const { ledgersDomain } = await load("generated/ledgers/domain.gen.ts");
    entries = ledgersDomain.repositories(db).entries;
    const { openEffects } = await load("internal/core/http/open-effects.ts");
    const { localLive } = await load("internal/core/live/local-live.ts");
    const { prunable: _, ...effects } = openEffects({
      ...{ database: db, live: localLive(), system, now: () => new Date(), trustedProxies: "" },
      rateLimits: dialect === "memory" ? "process" : "database",
    });
    features = effects.features;
    const tokens = await (await load("internal/core/testing/sample-app.ts")).newTokens();
    tokenFor = (user, organization, roles) => tokens.issue({ user, session: "ss-1", organization, roles }, 60);
    audited = await auditReader(dialect, db);
    const { Hono } = await import("hono");
    const hono = new Hono();
    const { mount } = await load("internal/core/http/mount.ts");
    const http = { authenticate: tokens.authenticate, log: silentLog, ...effects, optional: "ledgers" };
    mount(hono, "/api", ledgersDomain.operations, service(entries, reached.resolve), http);
    app = hono as unknown as Fetch;
  });
  afterAll(async () => {
    await db?.close();
    await place?.remove();
  });

  /** A caller with an organization of its own. */
  async function newCaller(roles: readonly string[] = []) {
    const organization = `og-${String(++tenants).padStart(16, "0")}`;
    return signedIn(`us-${organization.slice(3)}`, organization, roles);
  }

  async function signedIn(user: string, organization: string, roles: readonly string[] = []) {
    const token = await tokenFor(user, organization, ["ledgers.read", "ledgers.write", ...roles]);
    const { testContext } = await load("internal/core/testing/context.ts");
    return {
      organization,
      /** Sends a request, and reads its answer. */
      async send(method: string, path: string, given: { headers?: Record<string, string>; json?: unknown } = {}) {
        const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", ...given.headers };
        const body = given.json === undefined ? {} : { body: JSON.stringify(given.json) };
        return answer(await app.request(`/api${path}`, { method, headers, ...body }, {}));
      },
      entries: () => entries.countAll(testContext({ organization })),
    };
  }

  it("does a request with an Idempotency-Key once, and answers it again as the first time", async () => {
    const { send, entries, organization } = await newCaller();
    const headers = { "idempotency-key": '"one"' };
    const first = await send("POST", "/ledger/book", { headers, json: { text: "a" } });
    const again = await send("POST", "/ledger/book", { headers, json: { text: "a" } });
    expect([first.status, first.body, first.headers.get("location")]).toEqual([201, { count: 1 }, "/ledger/1"]);
    expect([again.status, again.body, again.headers.get("location")]).toEqual([201, { count: 1 }, "/ledger/1"]);
    expect([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")]).toEqual([null, "true"]);
    expect(await entries()).toBe(1);
    expect(await audited(organization)).toHaveLength(1);

    expect(await send("POST", "/ledger/book", { headers, json: { text: "b" } })).toMatchObject({ status: 422 });
    expect(await send("POST", "/ledger/book", { headers: { "idempotency-key": "" }, json: { text: "b" } })).toMatchObject({ status: 400 });
    expect(await send("POST", "/ledger/book", { json: { text: "a" } })).toMatchObject({ status: 201, body: { count: 2 } });
  });

  it("keeps the keys of two people apart, and runs at most once what comes at the same time", async () => {
    const [one, other] = [await newCaller(), await newCaller()];
    const request = { headers: { "idempotency-key": "same" }, json: { text: "a" } };
    const answers = await Promise.all([one, one, one, one, other].map(({ send }) => send("POST", "/ledger/book", request)));
    expect(new Set(answers.map(({ status }) => status))).toBeOneOf([new Set([201]), new Set([201, 409])]);
    for (const { status, headers } of answers) if (status === 409) expect(headers.get("retry-after")).toBe("1");
    expect([await one.entries(), await other.entries()]).toEqual([1, 1]);
  });

  it("keeps nothing of what fails, unless the spec says that it has no transaction", async () => {
    const { send, entries, organization } = await newCaller();
    expect((await send("POST", "/ledger/book-and-fail")).status).toBe(409);
    expect(await entries()).toBe(0);
    expect((await send("POST", "/ledger/book-without")).status).toBe(409);
    expect(await entries()).toBe(1);
    expect(await audited(organization)).toEqual([]);
  });

  it("ends with 504 at its own deadline, and takes back what was written", async () => {
    const { send, entries } = await newCaller();
    const late = await send("POST", "/ledger/book-slowly");
    expect(late.status).toBe(504);
    await reached.promise;
    await expect.poll(entries).toBe(0);
  });

  it("writes down who did it, where, and by which request", async () => {
    const { send, organization } = await newCaller();
    await send("GET", "/ledger/count", { headers: { "x-request-id": "rq-given" } });
    expect(await audited(organization)).toEqual([
      expect.objectContaining({ operation: "countEntries", actor: `us-${organization.slice(3)}`, request_id: "rq-given", entity: null }),
    ]);
  });

  it("counts calls by person, and tells of the quota with each answer", async () => {
    const { send, organization } = await newCaller();
    const answers = [];
    for (let index = 0; index < 4; index++) answers.push(await send("GET", "/ledger/count"));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get("ratelimit")?.split(";")[1])).toEqual(["r=2", "r=1", "r=0", "r=0"]);
    for (const { headers } of answers) expect(headers.get("ratelimit-policy")).toBe('"countEntries";q=3;w=3600');
    expect(answers[3]?.headers.get("retry-after")).toMatch(/^3[56]\d\d$/);
    expect(answers[3]?.body).toMatchObject({ status: 429, detail: expect.stringContaining("3 times in 3600 seconds by one person") });
    const colleague = await signedIn("us-colleague", organization);
    expect((await colleague.send("GET", "/ledger/count")).status).toBe(200);
  });

  it("counts calls by organization", async () => {
    const { send, organization } = await newCaller();
    const colleague = await signedIn("us-colleague", organization);
    const answers = [
      await send("POST", "/ledger/close"),
      await colleague.send("POST", "/ledger/close"),
      await send("POST", "/ledger/close"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 429]);
    expect((await (await newCaller()).send("POST", "/ledger/close")).status).toBe(204);
  });

  it("counts calls by the address that the connection has, whatever the client claims", async () => {
    const from = async (remoteAddress: string, claimed: string) => {
      const bindings = { incoming: { socket: { remoteAddress } } };
      return (await app.request("/api/ledger/open", { headers: { "x-forwarded-for": claimed } }, bindings)).status;
    };
    expect([await from("198.51.100.1", "1.1.1.1"), await from("198.51.100.1", "1.1.1.2")]).toEqual([200, 200]);
    expect([await from("198.51.100.1", "1.1.1.3"), await from("198.51.100.2", "1.1.1.1")]).toEqual([429, 200]);
  });

  it("says which feature an organization lacks, and who can switch it on", async () => {
    const { send, organization } = await newCaller();
    await features.set(system(), organization, "ledgers.closing", false);
    const refused = await send("POST", "/ledger/close");
    expect(refused).toMatchObject({
      status: 403,
      body: { feature: "ledgers.closing", detail: expect.stringMatching(/ledgers\.closing.*runs this platform/) },
    });
    expect(refused.headers.get("ratelimit")).toBeNull();
    expect((await send("GET", "/ledger/count")).status).toBe(200);
    await features.set(system(), organization, "ledgers.closing", true);
    expect((await send("POST", "/ledger/close")).status).toBe(204);
  });

  it("hides an optional domain from an organization that does without it, and tells its administrators why", async () => {
    const { send, organization } = await newCaller();
    const admin = await signedIn("us-admin", organization, ["admin"]);
    await features.set(system(), organization, "ledgers", false);
    const [hidden, told] = [await send("GET", "/ledger/count"), await admin.send("GET", "/ledger/count")];
    expect(hidden).toMatchObject({ status: 404, body: { detail: "There is nothing here." } });
    expect(told).toMatchObject({
      status: 404,
      body: { domain: "ledgers", detail: expect.stringContaining("switched off for your organization") },
    });
    expect((await (await newCaller()).send("GET", "/ledger/count")).status).toBe(200);
  });
});

it("an operation that asks for what the server lacks is refused at start-up", async () => {
  const { ledgersDomain } = await load("generated/ledgers/domain.gen.ts");
  const { mount } = await load("internal/core/http/mount.ts");
  const { Hono } = await import("hono");
  expect(() => mount(new Hono(), "/api", ledgersDomain.operations, {}, { authenticate: () => {}, log: {} })).toThrow(
    /The operation \w+ needs .*, and what mounts it has none/,
  );
});

it("the navigation is sorted, and names nobody who is not asked for", async () => {
  const { menu } = await load("generated/menu.gen.ts");
  expect(menu).toEqual([
    {
      domain: "ledgers",
      id: "ledgers-closing",
      label: "Closing",
      path: "/ledgers/closing",
      icon: "lock",
      order: 10,
      permission: undefined,
    },
    { domain: "ledgers", id: "ledgers", label: "Ledgers", path: "/ledgers", icon: "book", order: 20, permission: "ledgers.read" },
  ]);
});

it("the published document tells what clients can see of it", () => {
  const document = JSON.parse(emit(model).get("generated/openapi.json") ?? "");
  expect(document.paths["/ledger/book"].post.parameters).toEqual([{ $ref: "#/components/parameters/IdempotencyKey" }]);
  expect(document.paths["/ledger/close"].post).toMatchObject({
    description:
      "Needs the permission `ledgers.write`. Needs the feature `ledgers.closing`. At most 2 calls in 3600 seconds by one organization.",
    responses: { "204": { headers: { RateLimit: { $ref: "#/components/headers/RateLimit" } } } },
  });
});

async function answer(response: Response) {
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
}

/** The hand-written part of the domain. */
function service(entries: Entries, reached: () => void) {
  const insert = (ctx: Context) => entries.insert(ctx, { text: "written" });
  const refused = async () => Promise.reject(new (await load("internal/core/problems/problem.ts")).Problem(409, "x", "X", "No."));
  return {
    async bookEntry(ctx: Context, { body }: { body: object }) {
      await entries.insert(ctx, body);
      const count = await entries.countAll(ctx);
      return { body: { count }, headers: { Location: `/ledger/${count}` } };
    },
    bookAndFail: (ctx: Context) => insert(ctx).then(refused),
    bookWithout: (ctx: Context) => insert(ctx).then(refused),
    async bookSlowly(ctx: Context) {
      await insert(ctx);
      return new Promise((_, reject) => {
        ctx.signal.addEventListener("abort", () => {
          reached();
          reject(ctx.signal.reason);
        });
      });
    },
    closeLedger: async () => {},
    countEntries: async (ctx: Context) => ({ count: await entries.countAll(ctx) }),
    isOpen: async () => ({ count: 1 }),
  };
}

async function auditReader(dialect: string, db: object) {
  const { testContext } = (await load("internal/core/testing/context.ts")) as { testContext(): Context };
  const of = (rows: readonly object[], organization: string) =>
    rows.filter((row) => (row as { organization?: string }).organization === organization);
  if (dialect === "memory") {
    const table = (db as { table(name: string, uniques: readonly []): { all(ctx: Context): Promise<object[]> } }).table("core_audit", []);
    return async (organization: string) => of(await table.all(testContext()), organization);
  }
  const { statement } = db as { statement(build: (query: never) => unknown): { all(ctx: Context, params: object): Promise<object[]> } };
  const all = statement.call(db, (query) =>
    (query as { selectFrom(name: string): { selectAll(): object } }).selectFrom("core_audit").selectAll(),
  );
  return async (organization: string) => of(await all.all(testContext(), {}), organization);
}
