import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readCoreConfig } from "./core/config/core-settings.ts";
import { silentLog } from "./core/testing/context.ts";
import { rowsWith } from "./core/testing/rows-with.ts";
import { createTestDatabase } from "./core/testing/test-databases.ts";
import type { Platform } from "./platform.ts";
import { openPlatform } from "./project.ts";

/** What goes by its age: events and what follows from them, and answers to repeated requests. */
const passing = ["core_events", "core_deliveries", "core_dead_letters", "core_idempotency", "core_rate_limits"];

describe.each(["sqlite", "postgres"] as const)("an organization that ends, on %s", (dialect) => {
  let platform: Platform;
  let folder: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const database = await createTestDatabase(dialect);
    folder = await mkdtemp(join(tmpdir(), "archwright-"));
    const env = { DATA_DIR: folder, DATABASE_URL: database.url };
    platform = await openPlatform({ config: readCoreConfig(env), env, log: silentLog });
    await platform.start();
    close = async () => {
      await platform.stop();
      await Promise.all([database.remove(), rm(folder, { recursive: true })]);
    };
  });
  afterAll(() => close());

  async function register(name: string) {
    const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const json = body === undefined || typeof body === "string" ? {} : { "content-type": "application/json" };
      const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
      return platform.fetch(new Request(`http://localhost/api/v1${path}`, { method, headers: { ...json, ...headers }, ...sent }));
    };
    const email = `${name.toLowerCase()}@example.com`;
    const answer = await send("POST", "/auth/register", { email, password: "violet umbrella spoon 41", name });
    const { accessToken } = (await answer.json()) as { accessToken: string };
    const call = async <Answer>(method: string, path: string, body?: unknown, type?: string): Promise<Answer> => {
      const headers = { authorization: `Bearer ${accessToken}`, ...(type === undefined ? {} : { "content-type": type }) };
      const reply = await send(method, path, body, headers);
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
      return (text === "" ? undefined : JSON.parse(text)) as Answer;
    };
    const { id } = await call<{ id: string }>("GET", "/organization");
    return { call, organization: id, name };
  }

  /** The tables that have this text in any column. */
  async function tablesWith(text: string): Promise<string[]> {
    const read = await rowsWith(platform.core.database, platform.core.system("test", ""), [text]);
    return [...new Set((await read()).map(({ table }) => table))].toSorted();
  }

  test("stops its runs when it is deleted, and leaves nothing anywhere when it is purged; others keep all", async () => {
    const [ada, eve] = [await register("Ada"), await register("Eve")];
    for (const { call } of [ada, eve]) {
      const definition = { steps: [{ id: "one", tool: "wait", inputs: { seconds: "3600" } }] };
      const pipeline = await call<{ id: string }>("POST", "/pipelines", { name: "Long", definition });
      await call("POST", "/runs", { pipelineId: pipeline.id, input: {} });
      await call("POST", "/artifacts?name=notes.txt", "some notes", "application/octet-stream");
      await call("POST", "/teams", { name: "Night shift" });
      await call("POST", "/roles", { name: "Reader", permissions: ["organizations.read"] });
      await call("POST", "/invitations", { email: "bob@example.com", roles: ["viewer"] });
      await call("PATCH", "/organization/settings", { "organizations.invitationDays": 3 });
    }
    const before = await tablesWith(ada.organization);
    expect(before).toEqual(
      expect.arrayContaining([
        "artifacts",
        "core_audit",
        "invitations",
        "memberships",
        "organizations",
        "pipelines",
        "runs",
        "step_attempts",
      ]),
    );

    await ada.call("DELETE", `/organization?name=${ada.name}`);
    const runs = platform.service("runs") as { listRuns(ctx: object, query: object): Promise<{ items: { status: string }[] }> };
    await vi.waitFor(
      async () => {
        const { items } = await runs.listRuns(platform.core.system("test", ada.organization), {});
        expect(items.map(({ status }) => status)).toEqual(["cancelled"]);
      },
      { timeout: 40_000, interval: 20 },
    );
    const theirs = await runs.listRuns(platform.core.system("test", eve.organization), {});
    expect(theirs.items.map(({ status }) => status)).not.toContain("cancelled");

    await platform.core.purgeOrganization(ada.organization);
    // Its own row goes last, by the domain that keeps it; its owner's session and account are the owner's.
    const left = (await tablesWith(ada.organization)).filter((table) => !passing.includes(table));
    expect(left).toEqual(["organizations", "sessions"]);
    expect((await tablesWith(eve.organization)).filter((table) => !passing.includes(table))).toEqual(
      before.filter((table) => !passing.includes(table)),
    );
    const bytes = (await readdir(join(folder, "artifacts"), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(bytes.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => path.includes(ada.organization))).toEqual([]);
    expect(bytes.some(({ parentPath, name }) => join(parentPath, name).includes(eve.organization))).toBe(true);
  });
});
