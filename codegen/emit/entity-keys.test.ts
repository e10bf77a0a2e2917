import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

/** A caller's context, and a database: reached through the workspace only. */
type Context = object;
type Database = object;

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
  forEachDatabase((_: string, database: () => Database) => {
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

describe("relations", () => {
  forEachDatabase((dialect: string, database: () => Database) => {
    // biome-ignore lint/suspicious/noExplicitAny: what is generated has no types here
    let rows: any;
    beforeAll(async () => {
      rows = (await load("generated/shelves/domain.gen.ts")).shelvesDomain.repositories(database());
    });
    const tenant = (): Context => testContext({ organization: newId("og") });

    it("delete what belongs to a row along with it, to any depth, and clear what only points to it", async () => {
      const [ctx, { readers, loans, fines, cards, visitors }] = [tenant(), rows];
      const [gone, stays] = [await readers.insert(ctx, { name: "a" }), await readers.insert(ctx, { name: "b" })];
      const [loan, other] = [
        await loans.insert(ctx, { readerId: gone.id, days: 1 }),
        await loans.insert(ctx, { readerId: stays.id, days: 1 }),
      ];
      const fine = await fines.insert(ctx, { loanId: loan.id });
      const card = await cards.insert(ctx, { readerId: gone.id });
      const friend = await visitors.insert(ctx, { name: "c", friendOf: gone.id });
      expect(await loans.listLoansOfReader(ctx, gone.id)).toEqual([loan]);
      expect(await cards.findCardOfReader(ctx, gone.id)).toEqual(card);
      await readers.delete(ctx, gone.id);
      const left = [await loans.find(ctx, loan.id), await fines.find(ctx, fine.id), await cards.find(ctx, card.id)];
      expect(left).toEqual([undefined, undefined, undefined]);
      expect(await visitors.find(ctx, friend.id)).toMatchObject({ friendOf: null, version: 2 });
      expect(await loans.find(ctx, other.id)).toEqual(other);
    });

    it("leave everything when the deletion fails", async () => {
      const [ctx, { readers, loans }] = [tenant(), rows];
      const reader = await readers.insert(ctx, { name: "a" });
      const loan = await loans.insert(ctx, { readerId: reader.id, days: 1 });
      await expect(readers.delete(ctx, reader.id, 7)).rejects.toMatchObject({ status: 412 });
      await expect(readers.delete(tenant(), reader.id)).rejects.toMatchObject({ status: 404 });
      expect(await loans.find(ctx, loan.id)).toEqual(loan);
    });

    it("refuse a parent that the caller does not see, on insert and on update", async () => {
      const [ctx, { readers, loans }] = [tenant(), rows];
      const reader = await readers.insert(ctx, { name: "a" });
      const foreign = await readers.insert(tenant(), { name: "a" });
      const refused = { status: 422, errors: [{ pointer: "/readerId" }] };
      await expect(loans.insert(ctx, { readerId: foreign.id, days: 1 })).rejects.toMatchObject(refused);
      const loan = await loans.insert(ctx, { readerId: reader.id, days: 1 });
      await expect(loans.update(ctx, loan.id, { readerId: foreign.id })).rejects.toMatchObject(refused);
      await expect(loans.update(tenant(), loan.id, { readerId: foreign.id })).rejects.toMatchObject({ status: 404 });
      expect(await loans.find(ctx, loan.id)).toEqual(loan);
    });

    it("keep a row from being deleted while something belongs to it", async () => {
      const [ctx, { racks, books }] = [tenant(), rows];
      const rack = await racks.insert(ctx, { name: "a" });
      const book = await books.insert(ctx, { title: "t", rackId: rack.id });
      const sequel = await books.insert(ctx, { title: "u", rackId: rack.id, sequelOf: book.id });
      await expect(racks.delete(ctx, rack.id)).rejects.toMatchObject({ status: 409 });
      expect(await racks.find(ctx, rack.id)).toEqual(rack);
      await expect(books.delete(ctx, book.id)).rejects.toMatchObject({ status: 409 });
      await books.delete(ctx, sequel.id);
      await books.delete(ctx, book.id);
      await racks.delete(ctx, rack.id);
      expect(await racks.find(ctx, rack.id)).toBeUndefined();
    });

    it("let nothing belong to a hidden row, and bring nothing back to one", async () => {
      const [ctx, { racks, books }] = [tenant(), rows];
      const rack = await racks.insert(ctx, { name: "a" });
      const book = await books.insert(ctx, { title: "t", rackId: rack.id });
      await books.delete(ctx, book.id);
      await racks.delete(ctx, rack.id);
      await expect(books.insert(ctx, { title: "u", rackId: rack.id })).rejects.toMatchObject({ status: 422 });
      await expect(books.undelete(ctx, book.id)).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/rackId" }] });
      await racks.undelete(ctx, rack.id);
      expect(await books.undelete(ctx, book.id)).toMatchObject({ id: book.id });
    });

    it("are purged from the end, so that no row goes before what belongs to it", async () => {
      const [ctx, { racks, books }] = [tenant(), rows];
      const rack = await racks.insert(ctx, { name: "a" });
      const book = await books.insert(ctx, { title: "t", rackId: rack.id });
      await books.delete(ctx, book.id);
      await racks.delete(ctx, rack.id);
      const { shelvesDomain } = await load("generated/shelves/domain.gen.ts");
      const { purgeOnce } = await load("internal/core/purge/purge.ts");
      const purged = await purgeOnce(ctx, shelvesDomain.purges(rows), new Date("2999-01-01"));
      expect([...purged.keys()]).toEqual(["Book", "Rack"]);
      await expect(racks.undelete(ctx, rack.id)).rejects.toMatchObject({ status: 404 });
    });

    it("hold while one adds to a row and another deletes it at the same time", async () => {
      const [ctx, { racks, books }] = [tenant(), rows];
      for (let round = 0; round < 10; round++) {
        const rack = await racks.insert(ctx, { name: `r${round}` });
        const [added, deleted] = await Promise.allSettled([books.insert(ctx, { title: "t", rackId: rack.id }), racks.delete(ctx, rack.id)]);
        // One of the two must lose: a book without a rack would be left.
        expect([added.status, deleted.status].sort()).toEqual(["fulfilled", "rejected"]);
      }
    });

    if (dialect !== "memory") {
      it("stand in the database: no row can belong to one of another organization, whoever writes it", async () => {
        const [ctx, { readers, cards }] = [tenant(), rows];
        const { createTables: run } = await load("internal/core/testing/test-tables.ts");
        const mine = await readers.insert(ctx, { name: "a" });
        const foreign = await readers.insert(tenant(), { name: "a" });
        const card = await cards.insert(ctx, { readerId: mine.id });
        const moved = run(database(), `update cards set reader_id = '${foreign.id}' where id = '${card.id}'`);
        await expect(moved).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) });
        await run(database(), `delete from readers where id = '${mine.id}'`);
        expect(await cards.find(ctx, card.id)).toBeUndefined();
      });
    }
  });
});

describe("audit", () => {
  forEachDatabase((_: string, database: () => Database) => {
    // biome-ignore lint/suspicious/noExplicitAny: what is generated has no types here
    let rows: any;
    // biome-ignore lint/suspicious/noExplicitAny: as above
    let service: any;
    beforeAll(async () => {
      const { shelvesDomain } = await load("generated/shelves/domain.gen.ts");
      rows = shelvesDomain.repositories(database());
      service = shelvesDomain.defaults({ ...rows, events: {}, core: { database: database() } });
    });
    const tenant = (): Context => testContext({ organization: newId("og"), user: newId("us") });
    const changes = (page: { items: { change: string }[] }) => page.items.map(({ change }) => change);

    it("writes down who changed what, before and after, without secrets, the newest first", async () => {
      const [ctx, { readers }] = [tenant(), rows];
      const made = await readers.insert(ctx, { name: "a", pin: "1234", debt: 4711 });
      const changed = await readers.update(ctx, made.id, { name: "b" });
      await readers.delete(ctx, made.id);
      const { items, nextCursor } = await service.listReaderAudit(ctx, made.id, {});
      const shown = (row: object) => ({ ...row, pin: "***", debt: "***" });
      const by = {
        actor: (ctx as { actor: { id: string } }).actor.id,
        requestId: "test",
        id: expect.stringMatching(/^au-/),
        at: expect.any(String),
      };
      expect(items).toEqual([
        { ...by, change: "deleted", before: shown(changed), after: null },
        { ...by, change: "updated", before: shown(made), after: shown(changed) },
        { ...by, change: "created", before: null, after: shown(made) },
      ]);
      expect(nextCursor).toBeNull();
      expect(JSON.stringify(items)).not.toMatch(/1234|4711/);
    });

    it("goes page by page", async () => {
      const [ctx, { racks }] = [tenant(), rows];
      const { id } = await racks.insert(ctx, { name: "a" });
      for (const note of ["b", "c", "d"]) await racks.update(ctx, id, { note });
      const first = await service.listRackAudit(ctx, id, { limit: 3 });
      const second = await service.listRackAudit(ctx, id, { limit: 3, cursor: first.nextCursor });
      expect([changes(first), changes(second)]).toEqual([["updated", "updated", "updated"], ["created"]]);
      expect(first.items.map(({ after }: { after: { note: string } }) => after.note)).toEqual(["d", "c", "b"]);
    });

    it("is rolled back with the change, and keeps what was before when many change at once", async () => {
      const [ctx, { racks }] = [tenant(), rows];
      const { id } = await racks.insert(ctx, { name: "a" });
      await expect(racks.update(ctx, id, { name: "b" }, 9)).rejects.toMatchObject({ status: 412 });
      const failing = (database() as { transact(ctx: Context, work: (ctx: Context) => Promise<void>): Promise<void> }).transact(
        ctx,
        async (ctx) => {
          await racks.update(ctx, id, { name: "c" });
          throw new Error("no");
        },
      );
      await expect(failing).rejects.toThrow("no");
      expect(changes(await service.listRackAudit(ctx, id, {}))).toEqual(["created"]);
      await Promise.allSettled([1, 2, 3, 4].map((number) => racks.update(ctx, id, { note: `${number}` })));
      const { items } = await service.listRackAudit(ctx, id, {});
      const versions = items.map(({ before, after }: { before: { version: number } | null; after: { version: number } }) => [
        before?.version ?? 0,
        after.version,
      ]);
      expect(versions).toEqual(versions.map((_: unknown, index: number) => [versions.length - 1 - index, versions.length - index]));
    });

    it("knows what relations and machines brought about, and what came back", async () => {
      const [ctx, { readers, loans, racks }] = [tenant(), rows];
      const reader = await readers.insert(ctx, { name: "a" });
      const loan = await loans.insert(ctx, { readerId: reader.id, days: 1 });
      await loans.move(ctx, loan, "closed");
      await readers.delete(ctx, reader.id);
      const page = await service.listLoanAudit(ctx, loan.id, {});
      expect(changes(page)).toEqual(["deleted", "updated", "created"]);
      expect(page.items[1]).toMatchObject({ before: { status: "open" }, after: { status: "closed" } });
      const rack = await racks.insert(ctx, { name: "a" });
      await racks.delete(ctx, rack.id);
      await racks.undelete(ctx, rack.id);
      expect(changes(await service.listRackAudit(ctx, rack.id, {}))).toEqual(["undeleted", "deleted", "created"]);
    });

    it("is for nobody to read who may not see the row", async () => {
      const [ctx, other, { racks, bookmarks, templates }] = [tenant(), tenant(), rows];
      const rack = await racks.insert(ctx, { name: "a" });
      const bookmark = await bookmarks.insert(ctx, { page: 1 });
      const template = await templates.insert(ctx, { kind: "card", name: newId("k") });
      const colleague = testContext({ organization: (ctx as { organization: string }).organization, user: newId("us") });
      await expect(service.listRackAudit(other, rack.id, {})).rejects.toMatchObject({ status: 404 });
      await expect(service.listTemplateAudit(other, template.id, {})).rejects.toMatchObject({ status: 404 });
      await expect(service.listBookmarkAudit(colleague, bookmark.id, {})).rejects.toMatchObject({ status: 404 });
      expect(changes(await service.listRackAudit(colleague, rack.id, {}))).toEqual(["created"]);
      expect(changes(await service.listBookmarkAudit(ctx, bookmark.id, {}))).toEqual(["created"]);
      const platform = { ...testContext({ organization: "" }), actor: { kind: "system", id: "test" } };
      const shared = await templates.insert(platform, { kind: "card", name: newId("k") });
      expect(changes(await service.listTemplateAudit(other, shared.id, {}))).toEqual(["created"]);
    });
  });
});

describe("audit over HTTP", () => {
  it("is for those who may write", async () => {
    const send = await caller();
    const { id } = (await (await send("POST", "/racks", { name: "a" })).json()) as { id: string };
    const page = await send("GET", `/racks/${id}/audit?limit=1`);
    expect(page.status).toBe(200);
    expect(await page.json()).toMatchObject({ items: [{ change: "created", after: { name: "a" } }], nextCursor: null });
    const reader = await caller(["shelves.read"]);
    expect((await reader("GET", `/racks/${id}/audit`)).status).toBe(403);
    expect((await send("GET", `/racks/${id}/audit?limit=0`)).status).toBe(422);
  });
});

describe("cache", () => {
  forEachDatabase((_: string, database: () => Database) => {
    it("serves what is in memory until another replica changes it, and each owner the own rows", async () => {
      const { shelvesDomain } = await load("generated/shelves/domain.gen.ts");
      const { localLive } = await load("internal/core/live/local-live.ts");
      const live = localLive();
      const [here, elsewhere, deaf] = [live, live, localLive()].map((one) => shelvesDomain.repositories(database(), one));
      const [ctx, other] = [testContext({ organization: newId("og") }), testContext({ organization: newId("og") })];
      const rack = await here.racks.insert(ctx, { name: "a" });
      expect([await elsewhere.racks.find(ctx, rack.id), await deaf.racks.find(ctx, rack.id)]).toEqual([rack, rack]);
      const changed = await here.racks.update(ctx, rack.id, { note: "b" });
      expect(await elsewhere.racks.find(ctx, rack.id)).toEqual(changed);
      // Whom nobody tells still has the old one: it does come from memory.
      expect(await deaf.racks.find(ctx, rack.id)).toEqual(rack);
      expect(await elsewhere.racks.find(other, rack.id)).toBeUndefined();
      await elsewhere.racks.delete(ctx, rack.id);
      expect(await here.racks.find(ctx, rack.id)).toBeUndefined();
      const back = await here.racks.undelete(ctx, rack.id);
      expect(await elsewhere.racks.find(ctx, rack.id)).toEqual(back);
    });

    it("forgets what relations and machines change", async () => {
      const { shelvesDomain } = await load("generated/shelves/domain.gen.ts");
      const { readers, loans } = shelvesDomain.repositories(database());
      const ctx = testContext({ organization: newId("og") });
      const reader = await readers.insert(ctx, { name: "a" });
      const loan = await loans.insert(ctx, { readerId: reader.id, days: 1 });
      await loans.move(ctx, loan, "closed");
      expect(await loans.find(ctx, loan.id)).toMatchObject({ status: "closed" });
      await readers.delete(ctx, reader.id);
      expect(await loans.find(ctx, loan.id)).toBeUndefined();
    });
  });
});

describe("roles over HTTP", () => {
  it("are read and set by those who may write, checked, and written down", async () => {
    const send = await caller();
    const { id } = (await (await send("POST", "/templates", { kind: "card", name: "a" })).json()) as { id: string };
    const read = await send("GET", `/templates/${id}/access`);
    expect([read.status, await read.json()]).toEqual([200, { accessLevel: "authenticated", roles: [] }]);
    // The test's tokens name permissions in the place of roles; neither is one of these.
    const shut = await send("PUT", `/templates/${id}/access`, { accessLevel: "role_based", roles: ["admin"] });
    expect([shut.status, await shut.json()]).toMatchObject([422, { errors: [{ pointer: "/roles" }] }]);
    const wrong = await send("PUT", `/templates/${id}/access`, { accessLevel: "role_based", roles: ["*"] });
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: "/roles/0" }] }]);
    expect((await send("PUT", `/templates/${id}/access`, { accessLevel: "authenticated", roles: [] })).status).toBe(200);
    expect(await (await send("GET", `/templates/${id}/audit`)).json()).toMatchObject({
      items: [{ change: "shown" }, { change: "created" }],
    });
    const reader = await caller(["shelves.read"]);
    expect((await reader("GET", `/templates/${id}/access`)).status).toBe(403);
    expect((await reader("PUT", `/templates/${id}/access`, { accessLevel: "authenticated", roles: [] })).status).toBe(403);
  });
});

describe("roles that an organization made", () => {
  it("show a row as built-in ones do", async () => {
    const role = newId("rl");
    const own = await caller(["shelves.read", "shelves.write", role]);
    const { id } = (await (await own("POST", "/templates", { kind: "card", name: "a" })).json()) as { id: string };
    const shown = { accessLevel: "role_based", roles: [role] };
    const answered = await own("PUT", `/templates/${id}/access`, shown);
    expect([answered.status, await answered.json()]).toEqual([200, shown]);
    expect((await own("GET", `/templates/${id}`)).status).toBe(200);
    const shut = await own("PUT", `/templates/${id}/access`, { ...shown, roles: [newId("rl")] });
    expect([shut.status, await shut.json()]).toMatchObject([422, { errors: [{ pointer: "/roles" }] }]);
  });
});

describe("roles, audit and extra methods together", () => {
  forEachDatabase((_: string, database: () => Database) => {
    it("hide a row with all that it was", async () => {
      const { shelvesDomain } = await load("generated/shelves/domain.gen.ts");
      const rows = shelvesDomain.repositories(database());
      const service = shelvesDomain.defaults({ ...rows, events: {}, core: { database: database() } });
      const organization = newId("og");
      const [admin, member] = ["admin", "member"].map((role) => testContext({ organization, roles: [role] }));
      const name = newId("k");
      const template = await rows.templates.insert(admin, { kind: "card", name, text: name });
      await rows.templates.setAccess(admin, template.id, { accessLevel: "role_based", roles: ["admin"] });
      const { items } = await service.listTemplateAudit(admin, template.id, {});
      const shown = { accessLevel: "role_based", roles: ["admin"] };
      expect(items[0]).toMatchObject({ change: "shown", before: { accessLevel: "authenticated", roles: [] }, after: shown });
      await expect(service.listTemplateAudit(member, template.id, {})).rejects.toMatchObject({ status: 404 });
      expect(await rows.templates.findByKey(admin, "card", name)).toEqual(template);
      expect(await rows.templates.findByKey(member, "card", name)).toBeUndefined();
      expect(await rows.templates.listByText(member, name)).toEqual([]);
      expect(await rows.templates.countCards(member)).toBe((await rows.templates.countCards(admin)) - 1);
      expect((await rows.templates.listEverywhere(member, name)).length).toBe(1);
    });
  });
});
