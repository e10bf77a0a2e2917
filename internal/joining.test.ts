import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readCoreConfig } from "./core/config/core-settings.ts";
import { silentLog } from "./core/testing/context.ts";
import { createTestDatabase } from "./core/testing/test-databases.ts";
import type { Platform } from "./platform.ts";
import { openPlatform } from "./project.ts";

const password = "violet umbrella spoon 41";

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever comes
  readonly body: any;
}

/** What people do with organizations, as they do it: over HTTP, with tokens, through mail. */
describe.each(["sqlite", "postgres"] as const)("people and organizations, on %s", (dialect) => {
  let platform: Platform;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const [database, folder] = await Promise.all([createTestDatabase(dialect), mkdtemp(join(tmpdir(), "archwright-"))]);
    const env = { DATA_DIR: folder, DATABASE_URL: database.url };
    platform = await openPlatform({ config: readCoreConfig(env), env, log: silentLog });
    await platform.start();
    close = async () => {
      await platform.stop();
      await Promise.all([database.remove(), rm(folder, { recursive: true })]);
    };
  });
  afterAll(() => close());

  const bindings = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
  async function send(method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
    const headers = {
      ...(body === undefined ? {} : { "content-type": method === "PATCH" ? "application/merge-patch+json" : "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const reply = await platform.fetch(new Request(`http://localhost/api/v1${path}`, { method, headers, ...sent }), bindings);
    const text = await reply.text();
    return { status: reply.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  let people = 0;
  const address = (name: string): string => `${name.toLowerCase()}${++people}@example.com`;
  async function register(name: string, more: object = {}) {
    const email = address(name);
    const { status, body } = await send("POST", "/auth/register", { email, password, name, ...more });
    expect(status, JSON.stringify(body)).toBe(201);
    const token: string = body.accessToken;
    const organization: string = (await send("GET", "/auth/me", undefined, token)).body.organization.id;
    return { email, name, token, organization };
  }

  /** The token in the last message to this address, once it has come. */
  const mailedTo = (email: string): Promise<string> =>
    vi.waitFor(
      async () => {
        const request = new Request("http://localhost/dev/mail", { headers: { accept: "application/json", host: "localhost" } });
        const { items } = (await (await platform.fetch(request, bindings)).json()) as { items: { to: string; text: string }[] };
        const token = /\/invitation#([\w-]+)/.exec(items.find(({ to }) => to === email)?.text ?? "")?.[1];
        if (token === undefined) throw new Error(`Nothing has come for ${email}.`);
        return token;
      },
      { timeout: 40_000, interval: 20 },
    );

  async function invite(owner: { readonly token: string }, email: string, roles: readonly string[]): Promise<string> {
    const { status, body } = await send("POST", "/invitations", { email, roles }, owner.token);
    expect(status, JSON.stringify(body)).toBe(201);
    return mailedTo(email);
  }

  test("somebody new comes in by invitation alone, with the roles that it names, and no organization of their own", async () => {
    const ada = await register("Ada");
    const email = address("Bob");
    const invitation = await invite(ada, email, ["viewer"]);
    expect((await send("POST", "/invitations/look-up", { token: invitation })).body).toMatchObject({ email, invitedBy: "Ada" });
    const stranger = { email: address("Eve"), password, name: "Eve", invitation };
    expect((await send("POST", "/auth/register", stranger)).status).toBe(422);
    const { body } = await send("POST", "/auth/register", { email, password, name: "Bob", invitation });
    const me = await send("GET", "/auth/me", undefined, body.accessToken);
    expect(me.body).toMatchObject({ organization: { id: ada.organization }, roles: ["viewer"] });
    expect((await send("GET", "/organizations", undefined, body.accessToken)).body).toHaveLength(1);
    expect((await send("POST", "/teams", { name: "x" }, body.accessToken)).status).toBe(403);
    expect((await send("POST", "/auth/register", { email, password, name: "Bob", invitation })).status).toBe(404);
  });

  test("somebody who has an account accepts, acts there at once, and switches back", async () => {
    const [ada, bob, eve] = [await register("Ada"), await register("Bob"), await register("Eve")];
    const invitation = await invite(ada, bob.email, ["admin"]);
    expect((await send("POST", "/auth/invitations/accept", { invitation }, eve.token)).status).toBe(403);
    const joined = await send("POST", "/auth/invitations/accept", { invitation }, bob.token);
    expect(joined.status).toBe(200);
    const there: string = joined.body.accessToken;
    expect((await send("GET", "/organization", undefined, there)).body.id).toBe(ada.organization);
    expect((await send("POST", "/teams", { name: "Night shift" }, there)).status).toBe(201);
    expect((await send("POST", "/auth/invitations/accept", { invitation }, bob.token)).status).toBe(404);
    const back = await send("POST", "/auth/switch", { organization: bob.organization }, there);
    expect((await send("GET", "/organization", undefined, back.body.accessToken)).body.id).toBe(bob.organization);
    expect((await send("POST", "/auth/switch", { organization: eve.organization }, there)).status).toBe(404);
    expect((await send("GET", "/organizations", undefined, there)).body.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [ada.organization, bob.organization].toSorted(),
    );
  });

  test("what a role allows, a member may at once, and no more once it is changed, taken away, or they are removed", async () => {
    const [ada, bob] = [await register("Ada"), await register("Bob")];
    const role = await send(
      "POST",
      "/roles",
      { name: "Team maker", permissions: ["organizations.teams", "organizations.read"] },
      ada.token,
    );
    const invitation = await invite(ada, bob.email, [role.body.id]);
    const there: string = (await send("POST", "/auth/invitations/accept", { invitation }, bob.token)).body.accessToken;
    const team = (name: string) => send("POST", "/teams", { name }, there);
    expect((await team("One")).status).toBe(201);
    expect((await send("PATCH", "/organization", { name: "Mine" }, there)).status).toBe(403);
    await send("PATCH", `/roles/${role.body.id}`, { permissions: ["organizations.read"] }, ada.token);
    expect((await team("Two")).status).toBe(403);
    await send("PATCH", `/roles/${role.body.id}`, { permissions: ["organizations.read", "organizations.teams"] }, ada.token);
    expect((await team("Three")).status).toBe(201);
    const { body: members } = await send("GET", `/members?filter[email][eq]=${bob.email}`, undefined, ada.token);
    expect((await send("DELETE", `/members/${members.items[0].id}`, undefined, ada.token)).status).toBe(204);
    expect((await team("Four")).status).toBe(401);
    expect((await send("GET", "/organization", undefined, bob.token)).status).toBe(200);
  });

  test("nobody reaches a deleted organization with a token that they had, in any domain, until it is brought back", async () => {
    const ada = await register("Ada");
    const founded = await send("POST", "/auth/organizations", { name: "Second" }, ada.token);
    expect(founded.status).toBe(201);
    const there: string = founded.body.accessToken;
    const { id } = (await send("GET", "/organization", undefined, there)).body;
    const paths = ["/organization", "/members", "/pipelines", "/runs", "/artifacts", "/tools", "/auth/me"];
    const statuses = async () =>
      new Set((await Promise.all(paths.map((path) => send("GET", path, undefined, there)))).map(({ status }) => status));
    expect(await statuses()).toEqual(new Set([200]));
    expect((await send("DELETE", "/organization?name=Wrong", undefined, there)).status).toBe(422);
    expect((await send("DELETE", "/organization?name=Second", undefined, there)).status).toBe(204);
    expect(await statuses()).toEqual(new Set([401]));
    expect((await send("POST", "/auth/switch", { organization: id }, ada.token)).status).toBe(404);
    expect((await send("POST", `/organizations/${id}/undelete`, undefined, (await register("Eve")).token)).status).toBe(404);
    expect((await send("POST", `/organizations/${id}/undelete`, undefined, ada.token)).status).toBe(200);
    // That a token is dead is believed for some seconds.
    await vi.waitFor(async () => expect(await statuses()).toEqual(new Set([200])), { timeout: 40_000, interval: 100 });
  });

  test("changes leave a trace of who made them, and what the name of a person is, memberships follow", async () => {
    const ada = await register("Ada");
    await send("PATCH", "/auth/me", { name: "Ada King" }, ada.token);
    const { body } = await send("GET", "/members", undefined, ada.token);
    expect(body.items[0]).toMatchObject({ name: "Ada King", email: ada.email });
    const team = await send("POST", "/teams", { name: "Night shift" }, ada.token);
    await send("PATCH", `/teams/${team.body.id}`, { name: "Day shift" }, ada.token);
    const audit = await send("GET", `/teams/${team.body.id}/audit`, undefined, ada.token);
    expect(audit.body.items.map(({ change, after }: { change: string; after: { name: string } }) => [change, after.name])).toEqual([
      ["updated", "Day shift"],
      ["created", "Night shift"],
    ]);
  });
});
