import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { authDomain } from "../generated/auth/domain.gen.ts";
import type { AuthService } from "../generated/auth/service.gen.ts";
import { basePath, domains } from "../generated/domains.gen.ts";
import { examples } from "../generated/examples.gen.ts";
import { claimedStandings } from "./core/auth/claimed-standings.ts";
import { readCoreConfig } from "./core/config/core-settings.ts";
import type { Operation } from "./core/http/operation.ts";
import { silentLog, testContext } from "./core/testing/context.ts";
import type { OperationExample } from "./core/testing/operation-contract.ts";
import { rowsWith } from "./core/testing/rows-with.ts";
import { createTestDatabase } from "./core/testing/test-databases.ts";
import type { Platform } from "./platform.ts";
import { openPlatform } from "./project.ts";

const password = "violet umbrella spoon 41";
const dialects = ["sqlite", "postgres"] as const;
const operations: readonly Operation<never>[] = domains.flatMap(({ operations }) => operations as readonly Operation<never>[]);
const internals = domains.flatMap(({ name, internal = [] }) => internal.map((operation) => `${name}/${operation}`));
const exampleOf = new Map<string, OperationExample>(Object.values(examples).flatMap((one) => Object.entries(one)));
const variablesOf = ({ path }: { readonly path: string }): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? "");
/** What names no row of an organization: features, providers and tools are the same for all. */
const named = new Set(["switchFeature", "beginProviderLink", "beginProviderSignIn", "getTool", "invokeTool"]);
/** Entities that no path or body names: steps of signing in, what is found by its secret, steps in the queue, and what belongs to all. */
const nowhere = "Challenge DeviceSignIn KnownBrowser LinkRequest ProviderAttempt RecoveryCode SignUp StepAttempt Tool Totp".split(" ");
const ids = /\b[a-z]{2,4}-[0-9a-f]{16}\b/g;
const prefixOf = (id: string): string => id.split("-")[0] ?? "";

interface Member {
  readonly user: string;
  readonly organization: string;
  readonly token: string;
}

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Two organizations, one of which has rows of every kind. For every operation of every spec: whatever of its ids the other's owner sends,
 * in a path or a body, nothing of it is answered and nothing of it changes. Its own owner then reaches each with the same request.
 */
describe.each(dialects)("another organization, on %s", { timeout: 120_000 }, (dialect) => {
  let platform: Platform;
  let close: () => Promise<void>;
  let ada: Member;
  let eve: Member;
  /** The ids of what Ada has, by prefix. */
  const hers = new Map<string, readonly string[]>();
  /** Whatever of Ada's nobody else may see. */
  let secrets: ReadonlySet<string>;
  let rows: () => Promise<readonly string[]>;
  let kept: readonly string[];
  /** What Eve was answered, by operation and path. */
  const answered = new Map<string, number>();

  beforeAll(async () => {
    const [database, folder] = await Promise.all([createTestDatabase(dialect), mkdtemp(join(tmpdir(), "archwright-"))]);
    // As where domains stand apart, and call each other by HTTP: what only they may call is served too.
    const env = { DATA_DIR: folder, DATABASE_URL: database.url, DOMAINS: domains.map(({ name }) => name).join(",") };
    const standings = claimedStandings((roles) => roles);
    platform = await openPlatform({ config: readCoreConfig(env), env, log: silentLog, standings });
    await platform.start();
    close = async () => {
      await platform.stop();
      await Promise.all([database.remove(), rm(folder, { recursive: true })]);
    };
    [ada, eve] = [await register("ada"), await register("eve")];
    await fill(ada);
    // From here on nothing changes but by requests.
    await platform.drain();
    rows = await rowsOf([ada.organization, ada.user]);
    kept = await rows();
    const others = new Set((await (await rowsOf([eve.organization, eve.user]))()).flatMap((row) => row.match(ids) ?? []));
    const own = kept.flatMap((row) => row.match(ids) ?? []).filter((id) => !others.has(id));
    for (const id of new Set(own)) hers.set(prefixOf(id), [...(hers.get(prefixOf(id)) ?? []), id]);
    secrets = new Set([...own, "Ada's", "ada@example.com"]);
  });
  afterAll(() => close());

  async function register(name: string): Promise<Member> {
    const email = `${name}@example.com`;
    const { body } = await (platform.service("auth") as AuthService).register(testContext({ organization: "", user: null }), {
      body: { email, password, name: `${name[0]?.toUpperCase()}${name.slice(1)}'s` },
    });
    const { user, session, organization } = await platform.tokens.verify(String(body.accessToken));
    const permissions = [...new Set(operations.map(({ permission }) => permission)), "owner"];
    const token = await platform.tokens.issue({ user, session, organization, roles: permissions }, 3600);
    return { user, organization, token };
  }

  /** A row of every kind. */
  async function fill(member: Member): Promise<void> {
    const call = async (method: string, path: string, body?: unknown) => {
      const reply = await platform.fetch(requestOf(member, method, path, body));
      const text = await reply.text();
      expect(reply.ok, `${method} ${path}: ${text}`).toBe(true);
      return (text === "" ? {} : JSON.parse(text)) as { id: string };
    };
    const definition = { steps: [{ id: "one", tool: "artifact.write", inputs: { name: "'Ada.txt'", text: "'Ada\\'s bytes'" } }] };
    const pipeline = await call("POST", "/pipelines", { name: "Ada's pipeline", definition });
    const run = await call("POST", "/runs", { pipelineId: pipeline.id, input: {} });
    await call("POST", "/artifacts?name=Ada's.txt", "Ada's bytes");
    const team = await call("POST", "/teams", { name: "Ada's team" });
    const [membership] = ((await call("GET", "/members")) as unknown as { items: { id: string }[] }).items;
    await call("PUT", `/teams/${team.id}/members/${membership?.id}`);
    await call("POST", "/roles", { name: "Ada's role", permissions: ["organizations.read"] });
    await call("POST", "/invitations", { email: "ada-invites@example.com", roles: ["viewer"] });
    const token = { name: "Ada's token", permissions: ["organizations.read"], expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
    await call("POST", "/auth/service-tokens", token);
    await call("POST", "/organization/service-tokens", token);
    const ctx = testContext({ organization: member.organization, user: member.user });
    const { identities, passkeys, trustedDevices } = authDomain.repositories(platform.core.database);
    await identities.insert(ctx, { provider: "acme", subject: "ada", email: "ada@example.com" });
    await passkeys.insert(ctx, { name: "Ada's key", credentialId: "ada", publicKey: "ada", counter: 0 });
    await trustedDevices.insert(ctx, { hash: "ada", expiresAt: "2999-01-01T00:00:00.000Z" });
    await vi.waitFor(async () => expect(await call("GET", `/runs/${run.id}`)).toMatchObject({ status: "succeeded" }), {
      timeout: 30_000,
      interval: 50,
    });
  }

  function requestOf({ token }: Member, method: string, path: string, body?: unknown): Request {
    const type =
      typeof body === "string" ? "application/octet-stream" : method === "PATCH" ? "application/merge-patch+json" : "application/json";
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "content-type": type }) };
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    return new Request(`http://localhost${basePath}${path}`, { method, headers, ...sent });
  }

  /** A function that reads the rows of domains, and of the audit log, that have one of these texts in any column. */
  async function rowsOf(texts: readonly string[]): Promise<() => Promise<readonly string[]>> {
    const read = await rowsWith(platform.core.database, platform.core.system("test", ""), texts);
    const passing = (table: string) => table.startsWith("core_") && table !== "core_audit";
    return async () => (await read()).flatMap(({ table, row }) => (passing(table) ? [] : [`${table} ${row}`])).toSorted();
  }

  /** What goes into the variables of a path: one id of each kind that its domain has, in each. */
  function candidates(operation: Operation<never>): readonly Readonly<Record<string, string>>[] {
    const prefixes = Object.keys(domains.find(({ operations }) => (operations as readonly unknown[]).includes(operation))?.prefixes ?? {});
    const values = [...prefixes.flatMap((prefix) => hers.get(prefix) ?? []), "1"];
    return variablesOf(operation).reduce<Record<string, string>[]>(
      (given, variable) => given.flatMap((one) => values.map((value) => ({ ...one, [variable]: value }))),
      [{}],
    );
  }

  /** The rows are as they were. */
  async function expectUntouched(): Promise<void> {
    const before = kept;
    kept = await rows();
    expect(kept).toEqual(before);
  }

  /** The example of a body with Ada's ids in the place of those of their kind, and of what else is named by id. */
  function withHers(value: unknown, key = ""): unknown {
    if (Array.isArray(value)) return value.map((one) => withHers(one, key));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withHers(one, name)]));
    if (key === "teams") return hers.get("tm")?.[0];
    return typeof value === "string" && value.match(ids)?.[0] === value ? (hers.get(prefixOf(value))?.[0] ?? value) : value;
  }

  const pathOf = ({ path }: Operation<never>, params: Readonly<Record<string, string>>): string =>
    path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));

  async function send(who: Member, operation: Operation<never>, { params = {}, body }: Sent): Promise<{ status: number; text: string }> {
    const query = new URLSearchParams(exampleOf.get(operation.id)?.query).toString();
    const given = operation.body === "bytes" ? "bytes" : operation.body === undefined ? undefined : body;
    const reply = await platform.fetch(
      requestOf(who, operation.method.toUpperCase(), `${pathOf(operation, params)}${query === "" ? "" : `?${query}`}`, given),
    );
    if (operation.answer === "stream" && reply.ok) {
      await reply.body?.cancel();
      return { status: reply.status, text: "" };
    }
    return { status: reply.status, text: await reply.text() };
  }

  test("has rows of every kind, and something to hide", () => {
    const entities = domains.flatMap(({ prefixes }) => Object.entries(prefixes));
    expect(entities.flatMap(([prefix, entity]) => (hers.has(prefix) ? [] : [entity])).toSorted()).toEqual(nowhere);
  });

  test.each(operations.map((operation) => [operation.id, operation] as const))("%s", async (_, operation) => {
    const example = exampleOf.get(operation.id);
    for (const params of candidates(operation)) {
      const body = operation.id === "switchOrganization" ? { organization: ada.organization } : withHers(example?.body);
      const { status, text } = await send(eve, operation, { params, body });
      answered.set(`${operation.id} ${pathOf(operation, params)}`, status);
      const own = JSON.stringify([params, body]);
      for (const secret of secrets) if (!own.includes(secret)) expect(text, `${pathOf(operation, params)} ${status}`).not.toContain(secret);
      if (variablesOf(operation).length > 0) expect([pathOf(operation, params), status >= 400]).toEqual([pathOf(operation, params), true]);
    }
    await expectUntouched();
  });

  test.each(internals)("%s, which only domains call", async (name) => {
    for (const member of [eve, ada]) {
      const request = new Request(`http://localhost/internal/v1/${name}`, {
        method: "POST",
        headers: { authorization: `Bearer ${member.token}`, "content-type": "application/json" },
        body: JSON.stringify({ input: { organizationId: ada.organization, userId: ada.user } }),
      });
      const reply = await platform.fetch(request);
      expect(reply.status, await reply.text()).toBe(401);
    }
    await expectUntouched();
  });

  test("reaches with its own requests what others were answered 404 for", async () => {
    const order = ["get", "head", "post", "put", "patch", "delete"];
    const reached = new Set<string>();
    const withVariables = operations.filter((operation) => variablesOf(operation).length > 0 && !named.has(operation.id));
    // What is deleted is reached no more: last, and what it holds before it.
    const sorted = withVariables.toSorted((a, b) => order.indexOf(a.method) - order.indexOf(b.method) || b.path.length - a.path.length);
    for (const operation of sorted) {
      for (const params of candidates(operation)) {
        const { status } = await send(ada, operation, { params, body: exampleOf.get(operation.id)?.body });
        const path = pathOf(operation, params);
        const others = answered.get(`${operation.id} ${path}`);
        // A number is asked for, and this is none.
        if (status === 404 || (status === 422 && others === 422)) continue;
        reached.add(operation.id);
        expect([operation.id, path, others]).toEqual([operation.id, path, 404]);
      }
    }
    expect(withVariables.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
    const count = operations.length + internals.length;
    process.stdout.write(
      `Cross-tenant matrix on ${dialect}: ${count} operations of ${domains.length} specs (${reached.size} by id, ${internals.length} internal).\n`,
    );
  });
});
