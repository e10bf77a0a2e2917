import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, project, type Repository, type Row } from "./fixture/running.ts";

const stories = await project("stories");
const { hashedNgrams } = await stories.load("internal/core/embedding/hashed-ngrams.ts");
const { embedDue } = await stories.load("internal/core/embedding/embed-due.ts");
const { dueEmbeddings } = await stories.load("internal/core/embedding/due-embeddings.ts");
const { storiesDomain } = await stories.load("generated/stories/domain.gen.ts");

const home = process.cwd();
await stories.contracts("stories");
afterAll(() => process.chdir(home));

interface Near {
  readonly distance: number;
  readonly item: Row;
}
interface Made {
  embed(texts: readonly string[], options: { dimensions: number }): Promise<Float32Array[]>;
}

/** The built-in embedder, which remembers what it was asked. */
function watched(name = hashedNgrams.name): Made & { readonly name: string; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    name,
    asked,
    embed: (texts, options) => {
      asked.push(...texts);
      return hashedNgrams.embed(texts, options);
    },
  };
}

stories.onEachDatabase((running) => {
  let all: Repository;
  let tenants = 0;
  const tenant = (more: object = {}): Caller => running.caller({ organization: `og-${String(++tenants).padStart(16, "0")}`, ...more });
  const system = (): Caller => ({ ...running.caller({ organization: "" }), actor: { kind: "system", id: "test" } });
  beforeAll(() => {
    all = running.repository("stories", "stories");
  });

  /** Embeds all that waits. */
  async function settle(embedder: object = hashedNgrams, now?: Date): Promise<void> {
    const due = dueEmbeddings(running.database());
    for (const rows of storiesDomain.embeddings(storiesDomain.repositories(running.database()))) {
      while ((await embedDue(system(), rows, { due, embedder, now: now ?? new Date(), signal: new AbortController().signal })) > 0);
    }
  }
  async function nearest(ctx: Caller, text: string, query: object = {}, maker = hashedNgrams.name): Promise<Near[]> {
    const [values] = await hashedNgrams.embed([text], { dimensions: 64 });
    return all.nearest?.(ctx, { maker, values }, query);
  }
  const titles = (found: readonly Near[]) => found.map(({ item }) => item.title);

  it("finds the nearest first, once they are embedded, within the organization", async () => {
    const [ctx, other] = [tenant(), tenant()];
    await all.insert(ctx, { title: "A walk in the forest", text: "trees and birds" });
    await all.insert(ctx, { title: "Stock markets fall" });
    await all.insert(other, { title: "A walk in the forest, theirs" });
    expect(await nearest(ctx, "walking in forests")).toEqual([]);
    await settle();
    const found = await nearest(ctx, "walking in forests");
    expect(titles(found)).toEqual(["A walk in the forest", "Stock markets fall"]);
    expect(found[0]?.distance).toBeLessThan(found[1]?.distance ?? 0);
    expect(found[0]?.item).toEqual(await all.find(ctx, found[0]?.item.id ?? ""));
    expect(titles(await nearest(ctx, "walking in forests", { limit: 1 }))).toEqual(["A walk in the forest"]);
  });

  it("embeds anew what changed, and nothing else", async () => {
    const ctx = tenant();
    const embedder = watched();
    const { id } = await all.insert(ctx, { title: "apples" });
    await settle(embedder);
    expect(embedder.asked.splice(0)).toEqual(["apples"]);
    await all.update(ctx, id, { shelf: "back" });
    await settle(embedder);
    await all.update(ctx, id, { title: "apples" });
    await settle(embedder);
    expect(embedder.asked).toEqual([]);
    await all.update(ctx, id, { text: "and pears" });
    await settle(embedder);
    expect(embedder.asked.splice(0)).toEqual(["apples\nand pears"]);
    const [found] = await nearest(ctx, "apples and pears");
    expect(found?.distance).toBeCloseTo(0, 4);
    // What says nothing is near to nothing.
    await all.update(ctx, id, { title: "!", text: null });
    await settle(embedder);
    expect(await nearest(ctx, "apples")).toEqual([]);
  });

  it("hides what is deleted and what roles hide, and finds what is back", async () => {
    const ctx = tenant({ roles: ["editor"] });
    const { id } = await all.insert(ctx, { title: "hidden treasure" });
    await settle();
    await all.setAccess?.(ctx, id, { accessLevel: "role_based", roles: ["editor"] });
    expect(await nearest({ ...ctx, roles: ["viewer"] } as Caller, "treasure")).toEqual([]);
    expect(titles(await nearest(ctx, "treasure"))).toEqual(["hidden treasure"]);
    await all.delete(ctx, id);
    expect(await nearest(ctx, "treasure")).toEqual([]);
    await all.undelete?.(ctx, id);
    await settle();
    expect(titles(await nearest(ctx, "treasure"))).toEqual(["hidden treasure"]);
    await all.delete(ctx, id);
    await all.purge?.(ctx, "9999-01-01T00:00:00.000Z", 100);
    await settle();
    expect(await nearest(ctx, "treasure")).toEqual([]);
  });

  it("hides what is another team's", async () => {
    const ctx = tenant({ teams: ["ci-1"] });
    await all.insert(ctx, { title: "hidden treasure", teamId: "ci-1" });
    await settle();
    expect(await nearest({ ...ctx, teams: ["ci-2"] } as Caller, "treasure")).toEqual([]);
    expect(titles(await nearest(ctx, "treasure"))).toEqual(["hidden treasure"]);
  });

  it("filters, and refuses what is no filter", async () => {
    const ctx = tenant();
    await all.insert(ctx, { title: "one ship", shelf: "front" });
    await all.insert(ctx, { title: "two ships", shelf: "back" });
    await settle();
    expect(titles(await nearest(ctx, "one ship", { filter: { shelf: { eq: "back" } } }))).toEqual(["two ships"]);
    await expect(nearest(ctx, "one ship", { filter: { title: { eq: "x" } } })).rejects.toMatchObject({ status: 422 });
  });

  it("gives all that an organization has, however many rows of others are nearer", async () => {
    const [ctx, crowd] = [tenant(), tenant()];
    for (let count = 0; count < 120; count++) await all.insert(crowd, { title: `exactly this, ${count.toString(36)}` });
    for (let count = 0; count < 5; count++) await all.insert(ctx, { title: `quite another matter ${count}` });
    await settle();
    const db = running.database();
    const ask = async (): Promise<void> => expect(await nearest(ctx, "exactly this", { limit: 10 })).toHaveLength(5);
    if (running.dialect !== "postgres") return ask();
    // The index gives the nearest of everybody's rows: where the planner takes it, it must not be the last word.
    await db.transact(ctx, async (inner: Caller) => {
      await db.script(inner, "analyze; set local enable_seqscan = off; set local enable_sort = off; set local enable_bitmapscan = off");
      const [values] = await hashedNgrams.embed(["exactly this"], { dimensions: 64 });
      expect(await all.nearest?.(inner, { maker: hashedNgrams.name, values }, { limit: 10 })).toHaveLength(5);
    });
  });

  it("keeps the vectors of different makers apart, and makes them anew for another", async () => {
    const ctx = tenant();
    await all.insert(ctx, { title: "old vectors" });
    await settle(watched("model-1"));
    expect(await nearest(ctx, "old vectors")).toEqual([]);
    expect(titles(await nearest(ctx, "old vectors", {}, "model-1"))).toEqual(["old vectors"]);
    if (running.dialect === "memory") return;
    const { markAnew } = await stories.load("internal/core/embedding/start-embedding.ts");
    const { recipesOf } = await stories.load("internal/core/database/recipes.ts");
    const db = running.database();
    const [rows] = storiesDomain.embeddings(storiesDomain.repositories(db));
    const { signal } = new AbortController();
    const parts = { database: db, recipes: recipesOf(db), due: dueEmbeddings(db), embedder: watched("model-2"), signal };
    expect(await markAnew(system(), rows, parts)).toBe(true);
    expect(await markAnew(system(), rows, parts)).toBe(false);
    await settle(watched("model-2"));
    expect(titles(await nearest(ctx, "old vectors", {}, "model-2"))).toEqual(["old vectors"]);
    expect(await nearest(ctx, "old vectors", {}, "model-1")).toEqual([]);
  });

  it("lets rows wait while the embedder fails, and refuses what is no vector", async () => {
    const ctx = tenant();
    await all.insert(ctx, { title: "patience" });
    const failing = (vectors: (count: number) => Float32Array[]) => ({
      name: hashedNgrams.name,
      embed: async (texts: string[]) => vectors(texts.length),
    });
    const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const broken = { name: "broken", embed: () => Promise.reject(new Error("The model is away.")) };
    await expect(settle(broken)).rejects.toThrow("The model is away.");
    await expect(
      settle(
        failing(() => []),
        later(5),
      ),
    ).rejects.toThrow(/gave 0 vectors for 1 texts/);
    await expect(
      settle(
        failing((count) => Array.from({ length: count }, () => new Float32Array(3))),
        later(10),
      ),
    ).rejects.toThrow(/3 numbers, where the spec has 64/);
    const poisoned = (count: number) => Array.from({ length: count }, () => new Float32Array(64).fill(Number.NaN));
    await expect(settle(failing(poisoned), later(15))).rejects.toThrow(/a number that is none/);
    // Taken with a lease: nobody else gets it at once.
    await settle(hashedNgrams, later(15));
    expect(await nearest(ctx, "patience")).toEqual([]);
    await settle(hashedNgrams, later(20));
    expect(titles(await nearest(ctx, "patience"))).toEqual(["patience"]);
  });

  it.for([
    ["what it says", { title: "after" }, "after"],
    ["something else", { shelf: "back" }, "before"],
  ] as const)("embeds a row again that changed meanwhile: %s", async ([, patch, said]) => {
    const ctx = tenant();
    const { id } = await all.insert(ctx, { title: "before" });
    let changed = false;
    const slow = {
      name: hashedNgrams.name,
      async embed(texts: string[], options: { dimensions: number }) {
        if (!changed) await all.update(ctx, id, patch);
        changed = true;
        return hashedNgrams.embed(texts, options);
      },
    };
    await settle(slow);
    await settle(slow, new Date(Date.now() + 5 * 60_000));
    const [found] = await nearest(ctx, said);
    expect([found?.item.title, found?.distance.toFixed(3)]).toEqual([said, "0.000"]);
  });

  it("marks nothing that was rolled back", async () => {
    const ctx = tenant();
    const embedder = watched();
    const repositories = storiesDomain.repositories(running.database());
    const attempt = running.database().transact(ctx, async (inner: Caller) => {
      await repositories.stories.insert(inner, { title: "never was" });
      throw new Error("Rolled back.");
    });
    await expect(attempt).rejects.toThrow("Rolled back.");
    await settle(embedder);
    expect(embedder.asked).toEqual([]);
  });

  it("takes the place of shared rows, and compares in a straight line", async () => {
    const sayings = running.repository("stories", "sayings");
    const ctx = tenant();
    const key = `k-${running.dialect}`;
    await sayings.insert(system(), { key, text: "a rolling stone" });
    await settle();
    const [values] = await hashedNgrams.embed(["a rolling stone"], { dimensions: 8 });
    const to = { maker: hashedNgrams.name, values };
    const near = async (): Promise<Near[]> => {
      const found: readonly Near[] = await sayings.nearest?.(ctx, to, {});
      return found.filter(({ item }) => item.key === key);
    };
    expect((await near())[0]?.distance).toBeCloseTo(0, 4);
    await sayings.insert(ctx, { key, text: "zzz" });
    await settle();
    expect((await near()).map(({ item }) => item.text)).toEqual(["zzz"]);
  });

  it("serves it beside the list, to whoever may list", async () => {
    const as = { organization: "og-00000000000000bb", roles: ["admin"] };
    const made = [];
    for (const title of ["red roses", "red rose garden", "tax law"])
      made.push((await running.send("POST", "/stories", { ...as, body: { title, secret: "s3", verdict: "v" } })).body);
    await settle();
    const get = (query: Record<string, string>, more: object = {}) =>
      running.send("GET", `/stories/similar?${new URLSearchParams(query)}`, { ...as, ...more });
    const found = await get({ text: "roses in red" });
    expect(found.status).toBe(200);
    expect(titles(found.body.items)).toEqual(["red roses", "red rose garden", "tax law"]);
    expect(JSON.stringify([made, found.body, running.events()])).not.toMatch(/meaning|near_|"secret"/);
    const like = await get({ id: made[0].id, limit: "1" });
    expect(titles(like.body.items)).toEqual(["red rose garden"]);
    expect((await get({ text: "roses" }, { roles: [] })).body.items[0].item).not.toHaveProperty("verdict");
    expect((await get({ text: "roses", "filter[verdict][eq]": "v" }, { roles: [] })).status).toBe(403);
    expect((await get({ text: "roses", "filter[shelf][eq]": "back" })).body.items).toEqual([]);
    expect((await get({ text: "roses", id: made[0].id })).status).toBe(422);
    expect((await get({})).status).toBe(422);
    expect((await get({ id: "sy-0000000000000000" })).status).toBe(404);
    expect((await get({ id: made[0].id }, { organization: "og-00000000000000cc" })).status).toBe(404);
    expect((await get({ text: "roses" }, { organization: "og-00000000000000cc" })).body.items).toEqual([]);
    expect((await get({ text: "?!" })).body.items).toEqual([]);
    expect((await running.send("GET", `/stories/${made[0].id}/audit`, as)).body.items.length).toBe(1);
    expect(JSON.stringify((await running.send("GET", `/stories/${made[0].id}/audit`, as)).body)).not.toMatch(/meaning|near_/);
  });

  it("embeds by itself what is written, woken after the commit", async () => {
    const { startEmbedding } = await stories.load("internal/core/embedding/start-embedding.ts");
    const { localLive } = await stories.load("internal/core/live/local-live.ts");
    const { silentLog } = await stories.load("internal/core/testing/context.ts");
    const live = localLive();
    const db = running.database();
    const repositories = storiesDomain.repositories(db, live);
    const done = Promise.withResolvers<void>();
    const embedder = {
      name: hashedNgrams.name,
      async embed(texts: string[], options: { dimensions: number }) {
        if (texts.includes("woken")) setImmediate(done.resolve);
        return hashedNgrams.embed(texts, options);
      },
    };
    const parts = { database: db, log: silentLog, live, system, now: () => new Date(), embedder };
    const work = startEmbedding(parts, storiesDomain.embeddings(repositories));
    const ctx = tenant();
    await repositories.stories.insert(ctx, { title: "woken" });
    await done.promise;
    // Stopping lets what is under way finish.
    await work.stop();
    expect(titles(await nearest(ctx, "woken"))).toEqual(["woken"]);
  });
});

describe("all databases", () => {
  const found: Record<string, { readonly texts: string[]; readonly distances: number[] }[]> = {};
  const value = fc.integer({ min: -8, max: 8 });
  const vector = fc.array(value, { minLength: 8, maxLength: 8 }).map((values) => Float32Array.from(values));
  const cases = fc.sample(fc.tuple(fc.uniqueArray(vector, { minLength: 1, maxLength: 8, selector: String }), vector), {
    numRuns: 25,
    seed: 20261121,
  });

  stories.onEachDatabase((running) => {
    it.for(["sayings", "songs"])("reckon how far %s are", async (plural) => {
      const rows = running.repository("stories", plural);
      for (const [index, [vectors, to]] of cases.entries()) {
        if (to.every((one) => one === 0)) continue;
        const id = `${String(index).padStart(16, "e")}`;
        const ctx = running.caller({ organization: `og-${id}`, user: `us-${id}` });
        for (const [place, values] of vectors.entries()) {
          const row = await rows.insert(ctx, { key: `${index}-${place}`, text: String(place) });
          await rows.keepVector?.(ctx, row, { maker: "random", made: "", values });
        }
        const near = (await rows.nearest?.(ctx, { maker: "random", values: to }, { limit: 5 })) as Near[];
        const key = `${running.dialect}`;
        found[key] = [
          ...(found[key] ?? []),
          { texts: near.map(({ item }) => String(item.text)), distances: near.map(({ distance }) => distance) },
        ];
      }
    });
  });

  it("agree on how far rows are", () => {
    expect(Object.keys(found)).toEqual(["sqlite", "postgres", "memory"]);
    for (const dialect of ["sqlite", "postgres"]) {
      expect(found[dialect]?.length).toBe(found.memory?.length);
      for (const [index, near] of (found[dialect] ?? []).entries()) {
        const exact = found.memory?.[index]?.distances ?? [];
        expect(near.distances.length).toBe(exact.length);
        for (const [place, distance] of near.distances.entries()) expect(distance).toBeCloseTo(exact[place] ?? Number.NaN, 2);
      }
    }
  });
});
