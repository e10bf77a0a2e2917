import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { pipelinesOperations } from "../generated/pipelines/server.gen.ts";
import type { AuditTables } from "./core/audit/database-audit-log.ts";
import { readCoreConfig } from "./core/config/core-settings.ts";
import type { Placeholders, SqlDatabase } from "./core/database/database.ts";
import { silentLog } from "./core/testing/context.ts";
import { createTestDatabase } from "./core/testing/test-databases.ts";
import type { Platform } from "./platform.ts";
import { openPlatform } from "./project.ts";

const password = "violet umbrella spoon 41";
const why = { "x-reason": "Ticket 4711: the run hangs." };

/** Whoever runs the platform, and the organizations of others. */
describe.each(["sqlite", "postgres"] as const)("administrators of the platform, on %s", (dialect) => {
  let platform: Platform;
  let close: () => Promise<void>;
  let root: Awaited<ReturnType<typeof register>>;
  let ada: Awaited<ReturnType<typeof register>>;
  let pipeline: { readonly id: string; readonly path: string };
  beforeAll(async () => {
    const [database, folder] = await Promise.all([createTestDatabase(dialect), mkdtemp(join(tmpdir(), "archwright-"))]);
    const env = { DATA_DIR: folder, DATABASE_URL: database.url };
    platform = await openPlatform({ config: readCoreConfig(env), env, log: silentLog });
    await platform.start();
    close = async () => {
      await platform.stop();
      await Promise.all([database.remove(), rm(folder, { recursive: true })]);
    };
    root = await register("root");
    ada = await register("ada");
    const definition = { steps: [{ id: "one", tool: "wait", inputs: { seconds: "1" } }] };
    const { body } = await send("POST", "/pipelines", ada.token, { name: "Ada's", definition });
    pipeline = { id: body.id, path: `/pipelines/${body.id}` };
  });
  afterAll(() => close());

  async function send(method: string, path: string, token: string, body?: unknown, more: Readonly<Record<string, string>> = {}) {
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "content-type": "application/json" }), ...more };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const bindings = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
    const reply = await platform.fetch(new Request(`http://localhost/api/v1${path}`, { method, headers, ...sent }), bindings);
    const text = await reply.text();
    return { status: reply.status, body: text === "" ? undefined : JSON.parse(text) };
  }
  async function register(name: string) {
    const { body } = await send("POST", "/auth/register", "none", { email: `${name}@example.com`, password, name });
    const me = await send("GET", "/auth/me", body.accessToken);
    return { token: String(body.accessToken), id: String(body.user.id), administrator: me.body.administrator };
  }
  /** What an administrator did in others' organizations, by its reason. */
  function audited() {
    const statement = (platform.core.database as SqlDatabase<AuditTables>).statement(
      (query, param: Placeholders<{ readonly actor: string }>) =>
        query
          .selectFrom("core_audit")
          .select(["operation", "organization", "reason", "after"])
          .where("actor", "=", param.actor)
          .where("reason", "is not", null)
          .orderBy("at"),
    );
    return statement.all(platform.core.system("test", ""), { actor: root.id });
  }

  test("is the first account alone", () => {
    expect([root.administrator, ada.administrator]).toEqual([true, false]);
  });

  test("reach a row of another organization by its id, with a reason that is written down first", async () => {
    const before = (await audited()).length;
    const refused = await send("GET", pipeline.path, root.token);
    expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining("X-Reason")]);
    for (const reason of [" ", "x".repeat(501)])
      expect((await send("GET", pipeline.path, root.token, undefined, { "x-reason": reason })).status).toBe(400);
    expect(await audited()).toHaveLength(before);

    expect((await send("GET", pipeline.path, root.token, undefined, why)).body).toMatchObject({ id: pipeline.id, name: "Ada's" });
    expect((await send("PATCH", pipeline.path, root.token, { name: "Renamed" }, why)).status).toBe(200);
    expect((await send("GET", pipeline.path, ada.token)).body.name).toBe("Renamed");
    const own = await send("GET", "/auth/me", ada.token);
    const entries = (await audited()).slice(before);
    const parsed = entries.map((entry) => ({ ...entry, after: typeof entry.after === "string" ? JSON.parse(entry.after) : entry.after }));
    expect(parsed).toEqual(
      ["getPipeline", "updatePipeline"].map((operation) => ({
        operation,
        organization: own.body.organization.id,
        reason: why["x-reason"],
        after: { id: pipeline.id },
      })),
    );
  });

  test("see there what is any team's", async () => {
    const reading = pipelinesOperations.find(({ id }) => id === "getPipeline") ?? expect.unreachable();
    const call = vi.spyOn(reading, "call");
    for (const { token } of [root, ada]) expect((await send("GET", pipeline.path, token, undefined, why)).status).toBe(200);
    // Ada founded the organization, and so manages its teams.
    expect(call.mock.calls.map(([, { teams }]) => teams)).toEqual(["all", "all"]);
    call.mockRestore();
  });

  test("is not hindered in their own organization, and finds nothing where nothing is", async () => {
    const definition = { steps: [{ id: "one", tool: "wait", inputs: { seconds: "1" } }] };
    const { body } = await send("POST", "/pipelines", root.token, { name: "Own", definition });
    const before = (await audited()).length;
    expect((await send("GET", `/pipelines/${body.id}`, root.token)).status).toBe(200);
    expect((await send("GET", "/pipelines/pl-0000000000000000", root.token, undefined, why)).status).toBe(404);
    expect((await send("GET", "/pipelines/nonsense", root.token, undefined, why)).status).toBe(404);
    expect(await audited()).toHaveLength(before);
  });

  test("see nothing of others in lists, and make nothing there", async () => {
    const { body } = await send("GET", "/pipelines", root.token, undefined, why);
    expect(body.items.map(({ name }: { name: string }) => name)).not.toContain("Ada's");
    expect(JSON.stringify(body)).not.toContain(pipeline.id);
  });

  test("nobody else reaches anything with a reason, nor does an administrator's service token, nor one who is none any more", async () => {
    const foreign = await send("POST", "/pipelines", root.token, {
      name: "Of the platform",
      definition: { steps: [{ id: "one", tool: "wait", inputs: { seconds: "1" } }] },
    });
    expect((await send("GET", `/pipelines/${foreign.body.id}`, ada.token, undefined, why)).status).toBe(404);
    const given = { name: "CI", permissions: ["pipelines.read"], expiresAt: new Date(Date.now() + 60_000).toISOString() };
    const made = await send("POST", "/auth/service-tokens", root.token, given);
    expect((await send("GET", pipeline.path, made.body.token, undefined, why)).status).toBe(404);

    const auth = platform.service("auth") as { setAdministrator(ctx: object, input: object): Promise<void> };
    const say = (administrator: boolean) =>
      auth.setAdministrator(platform.core.system("test", ""), { email: "root@example.com", body: { administrator } });
    await say(false);
    expect((await send("GET", pipeline.path, root.token, undefined, why)).status).toBe(404);
    await say(true);
    expect((await send("GET", pipeline.path, root.token, undefined, why)).status).toBe(200);
  });
});
