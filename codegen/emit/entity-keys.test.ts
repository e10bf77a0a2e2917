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
const { forEachDatabase } = await load("internal/core/testing/test-databases.ts");
const { testContext } = await load("internal/core/testing/context.ts");
const { newId } = await load("internal/core/ids/ids.ts");

type Send = (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Response>;

/** A caller of the fixture over HTTP, in an organization of its own, who may do everything unless told. */
async function caller(permissions = ["shelves.read", "shelves.write"]): Promise<Send> {
  const { shelvesDomain } = await load("generated/shelves/domain.gen.ts");
  const { openDefaults } = await load("internal/core/testing/open-defaults.ts");
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

describe("extra methods of a cascade", () => {
  forEachDatabase((_: string, database: () => object) => {
    it("give the organization's row in the place of the global one of the same key", async () => {
      const { shelvesDomain } = await load("generated/shelves/domain.gen.ts");
      const { templates, signs } = shelvesDomain.repositories(database());
      const ctx = testContext({ organization: newId("og") });
      const other = testContext({ organization: newId("og") });
      const platform = { ...testContext({ organization: "" }), actor: { kind: "system", id: "test" } };
      const key = [newId("k"), newId("t")] as const;
      const shared = await templates.insert(platform, { kind: "card", name: key[0], text: key[1] });
      const cards = await templates.countCards(ctx);
      expect(await templates.findByKey(ctx, "card", key[0])).toEqual(shared);
      const own = await templates.insert(ctx, { kind: "card", name: key[0], text: "own" });
      expect(await templates.findByKey(ctx, "card", key[0])).toEqual(own);
      expect(await templates.findByKey(other, "card", key[0])).toEqual(shared);
      expect([await templates.listByText(ctx, key[1]), await templates.listByText(other, key[1])]).toEqual([[], [shared]]);
      expect(await templates.countCards(ctx)).toBe(cards);
      expect((await templates.listEverywhere(other, key[0])).length).toBe(2);
      // A hidden row takes nobody's place.
      await templates.delete(ctx, own.id);
      expect(await templates.findByKey(ctx, "card", key[0])).toEqual(shared);
      const sign = await signs.insert(platform, { code: key[0] });
      expect(await signs.findByCode(ctx, key[0])).toEqual(sign);
      const ownSign = await signs.insert(ctx, { code: key[0] });
      expect(await signs.findByCode(ctx, key[0])).toEqual(ownSign);
    });
  });
});
