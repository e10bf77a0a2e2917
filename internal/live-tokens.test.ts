import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { authDomain } from "../generated/auth/domain.gen.ts";
import { organizationsDomain } from "../generated/organizations/domain.gen.ts";
import { organizationsOperations } from "../generated/organizations/server.gen.ts";
import { readCoreConfig } from "./core/config/core-settings.ts";
import type { Teams } from "./core/context/context.ts";
import { silentLog } from "./core/testing/context.ts";
import { createTestDatabase } from "./core/testing/test-databases.ts";
import type { Platform } from "./platform.ts";
import { openPlatform } from "./project.ts";

const password = "violet umbrella spoon 41";
/** Within so long what has ended ends on every replica. */
const limit = 5000;

/** An access token lives for a quarter of an hour; what it allows ends when it is taken away. */
describe.each([
  ["sqlite", 1],
  ["postgres", 2],
] as const)("tokens that are out there, on %s with %i replicas", (dialect, replicas) => {
  const platforms: Platform[] = [];
  let close: () => Promise<void>;
  beforeAll(async () => {
    const [database, folder] = await Promise.all([createTestDatabase(dialect), mkdtemp(join(tmpdir(), "archwright-"))]);
    const env = { DATA_DIR: folder, DATABASE_URL: database.url };
    for (let count = 0; count < replicas; count++) {
      const platform = await openPlatform({ config: readCoreConfig(env), env, log: silentLog });
      await platform.start();
      platforms.push(platform);
    }
    close = async () => {
      for (const platform of platforms) await platform.stop();
      await Promise.all([database.remove(), rm(folder, { recursive: true })]);
    };
  });
  afterAll(() => close());
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const bindings = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
  async function send(platform: Platform | undefined, method: string, path: string, token?: string, body?: unknown) {
    const headers = {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const reply = await platform?.fetch(new Request(`http://localhost/api/v1${path}`, { method, headers, ...sent }), bindings);
    const text = (await reply?.text()) ?? "";
    return { status: reply?.status, body: text === "" ? undefined : JSON.parse(text) };
  }
  const first = () => platforms[0];
  const statuses = (token: string, method = "GET", path = "/members") =>
    Promise.all(platforms.map(async (platform) => (await send(platform, method, path, token)).status));
  const all = (status: number) => Array.from({ length: replicas }, () => status);

  let people = 0;
  async function register() {
    const email = `ada${++people}@example.com`;
    const { body } = await send(first(), "POST", "/auth/register", undefined, { email, password, name: "Ada" });
    const me = await send(first(), "GET", "/auth/me", body.accessToken);
    return { email, token: String(body.accessToken), id: String(body.user.id), organization: String(me.body.organization.id) };
  }

  /** Somebody who belongs to the organization of `owner` beside their own, and acts in it. */
  async function member(owner: { readonly organization: string }, roles: readonly string[]) {
    const who = await register();
    const { memberships } = organizationsDomain.repositories(platforms[0]?.core.database ?? expect.unreachable());
    const inside = platforms[0]?.core.system("test", owner.organization) ?? expect.unreachable();
    const { id } = await memberships.insert(inside, {
      userId: who.id as `us-${string}`,
      name: "Bob",
      email: who.email,
      roles,
      owner: false,
    });
    const { body } = await send(first(), "POST", "/auth/switch", who.token, { organization: owner.organization });
    return { ...who, token: String(body.accessToken), membership: id };
  }

  /** The token is refused at once where it was ended, and soon everywhere. */
  async function expectEnd(token: string, status = 401, method = "GET", path = "/members"): Promise<void> {
    expect((await send(first(), method, path, token)).status).toBe(status);
    await vi.waitFor(async () => expect(await statuses(token, method, path)).toEqual(all(status)), { timeout: limit });
  }

  test("end with their session", async () => {
    const { token } = await register();
    expect(await statuses(token)).toEqual(all(200));
    expect((await send(first(), "POST", "/auth/sign-out/everywhere", token)).status).toBe(204);
    await expectEnd(token);
  });

  test("end with the membership of their user, and cannot come back by any organization in a body", async () => {
    const owner = await register();
    const bob = await member(owner, ["member"]);
    expect(await statuses(bob.token)).toEqual(all(200));
    expect((await send(first(), "DELETE", `/members/${bob.membership}`, owner.token)).status).toBe(204);
    await expectEnd(bob.token);
    expect((await send(first(), "POST", "/auth/switch", bob.token, { organization: owner.organization })).status).toBe(401);
  });

  test("allow what the roles of their user allow now", async () => {
    const owner = await register();
    const bob = await member(owner, ["member"]);
    expect(await statuses(bob.token, "POST", "/pipelines")).toEqual(all(400));
    const changed = await send(first(), "PUT", `/members/${bob.membership}/roles`, owner.token, { roles: ["viewer"] });
    expect(changed.status).toBe(200);
    await expectEnd(bob.token, 403, "POST", "/pipelines");
    expect(await statuses(bob.token)).toEqual(all(200));
  });

  test("are in the teams of their user now", async () => {
    const seen = new Map<string, Teams>();
    const listing = organizationsOperations.find(({ id }) => id === "listTeams") ?? expect.unreachable();
    const list = listing.call;
    vi.spyOn(listing, "call").mockImplementation((service, ctx, input) => {
      if (ctx.actor.kind === "user") seen.set(ctx.actor.id, ctx.teams);
      return list(service, ctx, input);
    });
    const owner = await register();
    const bob = await member(owner, ["member"]);
    async function teamsOf(who: { readonly id: string; readonly token: string }) {
      const teams: (Teams | undefined)[] = [];
      for (const platform of platforms) {
        expect((await send(platform, "GET", "/teams", who.token)).status).toBe(200);
        teams.push(seen.get(who.id));
      }
      return teams;
    }
    const everywhere = (teams: Teams) => platforms.map(() => teams);
    expect(await teamsOf(owner)).toEqual(everywhere("all"));
    expect(await teamsOf(bob)).toEqual(everywhere([]));
    const team = (await send(first(), "POST", "/teams", owner.token, { name: "Harbour" })).body.id;
    const place = `/teams/${team}/members/${bob.membership}`;
    for (const [method, teams] of [
      ["PUT", [team]],
      ["DELETE", []],
    ] as const) {
      expect((await send(first(), method, place, owner.token)).status).toBeLessThan(300);
      // At once where it changed, and soon everywhere.
      expect((await teamsOf(bob))[0]).toEqual(teams);
      await vi.waitFor(async () => expect(await teamsOf(bob)).toEqual(everywhere(teams)), { timeout: limit });
    }
  });

  test("end with their organization", async () => {
    const owner = await register();
    const bob = await member(owner, ["member"]);
    expect(await statuses(bob.token)).toEqual(all(200));
    const deleted = await send(first(), "DELETE", "/organization?name=Ada", owner.token);
    expect(deleted.status).toBe(204);
    await expectEnd(bob.token);
  });

  test("end when a service token is revoked", async () => {
    const owner = await register();
    const given = { name: "CI", permissions: ["organizations.read"], expiresAt: new Date(Date.now() + 60_000).toISOString() };
    const { body } = await send(first(), "POST", "/organization/service-tokens", owner.token, given);
    expect(await statuses(body.token)).toEqual(all(200));
    const revoked = await send(first(), "DELETE", `/organization/service-tokens/${body.serviceToken.id}`, owner.token);
    expect(revoked.status).toBe(204);
    await expectEnd(body.token);
  });

  test("end within three seconds of their user also when nobody is told of it", async () => {
    const { token, id } = await register();
    expect(await statuses(token)).toEqual(all(200));
    const core = platforms[0]?.core ?? expect.unreachable();
    await authDomain.repositories(core.database).users.delete(core.system("test", ""), id as `us-${string}`);
    expect(await statuses(token)).toEqual(all(200));
    const later = performance.now() + 3000;
    vi.spyOn(performance, "now").mockImplementation(() => later);
    expect(await statuses(token)).toEqual(all(401));
  });
});
