import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { proposeMigrations } from "../migrations/propose.ts";
import { emit } from "./emit.ts";
import { fixtureModel } from "./fixture/model.ts";
import { workspace } from "./fixture/workspace.ts";

// The conformance suite that is generated for the fixture is run as it is: it migrates what the generator proposes, on each database,
// and knows from the entity's keys what its rows must do.
const core = resolve(import.meta.dirname, "../../sql/core");
const coreFiles = readdirSync(core).map((name): [string, string] => [`sql/core/${name}`, readFileSync(join(core, name), "utf8")]);
const model = fixtureModel("shelves");
const { folder, remove } = await workspace(new Map([...emit(model), ...proposeMigrations(model, () => false), ...coreFiles]));
const home = process.cwd();
process.chdir(folder);
afterAll(async () => {
  process.chdir(home);
  await remove();
});

const load = (path: string) => import(/* @vite-ignore */ join(folder, path));
await load("generated/shelves/contract.test.gen.ts");

type Send = (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Response>;

/** A caller of the fixture over HTTP, in an organization of its own, who may do everything unless told. */
async function caller(permissions = ["shelves.read", "shelves.write"]): Promise<Send> {
  const { shelvesDomain } = await load("generated/shelves/domain.gen.ts");
  const { openDefaults } = await load("internal/core/testing/open-defaults.ts");
  const { newId } = await load("internal/core/ids/ids.ts");
  const app = await openDefaults(shelvesDomain);
  const token = await app.tokenFor({ user: newId("us"), organization: newId("og"), permissions });
  return async (method, path, body, headers = {}) => {
    const sent = { ...headers, authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) };
    return app.fetch(new Request(`http://localhost/api/v1${path}`, { method, headers: sent, ...(body && { body: JSON.stringify(body) }) }));
  };
}

describe("softDelete over HTTP", () => {
  it("hides, says so with 404, and brings back with the next ETag", async () => {
    const send = await caller();
    const { id } = (await (await send("POST", "/racks", { name: "a" })).json()) as { id: string };
    expect((await send("POST", `/racks/${id}/undelete`)).status).toBe(409);
    expect((await send("DELETE", `/racks/${id}`)).status).toBe(204);
    expect((await send("GET", `/racks/${id}`)).status).toBe(404);
    const back = await send("POST", `/racks/${id}/undelete`);
    expect([back.status, back.headers.get("etag")]).toEqual([200, '"2"']);
    expect((await send("GET", `/racks/${id}`)).status).toBe(200);
  });

  it("needs the permission to write", async () => {
    const send = await caller(["shelves.read"]);
    expect((await send("POST", "/racks/rk-0000000000000000/undelete")).status).toBe(403);
  });

  it("publishes that a row is back", async () => {
    const { shelvesEvents } = await load("generated/shelves/events.gen.ts");
    const { memoryEventLog } = await load("internal/core/events/memory-log.ts");
    const { MemoryDatabase } = await load("internal/core/database/memory.ts");
    const { testContext } = await load("internal/core/testing/context.ts");
    const { shelvesDomain } = await load("generated/shelves/domain.gen.ts");
    const [log, database] = [memoryEventLog(), new MemoryDatabase()];
    const parts = { ...shelvesDomain.repositories(database), events: shelvesEvents(log), core: { database } };
    const service = shelvesDomain.defaults(parts);
    const ctx = testContext();
    const { id } = await service.createRack(ctx, { name: "a" });
    await service.deleteRack(ctx, id);
    await service.undeleteRack(ctx, id);
    expect(log.events.map(({ type }: { type: string }) => type)).toEqual(
      ["created", "deleted", "undeleted"].map((one) => `shelves.rack.${one}`),
    );
  });
});
