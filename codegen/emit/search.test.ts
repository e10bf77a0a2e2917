import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { project, type Repository } from "./fixture/running.ts";

const articles = await project("articles");
const { words } = await articles.load("internal/core/database/words.ts");

const home = process.cwd();
await articles.contracts("articles");
afterAll(() => process.chdir(home));

articles.onEachDatabase((running) => {
  let all: Repository;
  let tenants = 0;
  const tenant = (more: object = {}) => running.caller({ organization: `og-${String(++tenants).padStart(16, "0")}`, ...more });
  const article = (title: string, more: object = {}) => ({ title, ...more });
  beforeAll(() => {
    all = running.repository("articles", "articles");
  });

  const titles = async (ctx: ReturnType<typeof tenant>, search: string, query: object = {}) =>
    (await all.list(ctx, { search, sort: "title", ...query })).items.map(({ title }) => title);

  it("finds by whole words and the beginning of the last, over all fields, whatever case and accents", async () => {
    const ctx = tenant();
    await all.insert(ctx, article("A: Crème brûlée", { text: "Ofen, 180 Grad" }));
    await all.insert(ctx, article("B: Creme de la creme", { text: "Straße nach ΑΘΗΝΑΣ" }));
    await all.insert(ctx, article("C: 東京都の天気"));
    const both = ["A: Crème brûlée", "B: Creme de la creme"];
    expect(await titles(ctx, "CREME")).toEqual(both);
    expect(await titles(ctx, "cre")).toEqual(both);
    expect(await titles(ctx, "crè of")).toEqual([]);
    expect(await titles(ctx, "crème of")).toEqual(both.slice(0, 1));
    expect(await titles(ctx, "of crème")).toEqual([]);
    expect(await titles(ctx, "strasse αθήνας")).toEqual(both.slice(1));
    expect(await titles(ctx, "京都")).toEqual(["C: 東京都の天気"]);
    expect(await titles(ctx, "grad 18")).toEqual(both.slice(0, 1));
  });

  it("keeps in step with changes, deletes and undeletes", async () => {
    const ctx = tenant();
    const { id } = await all.insert(ctx, article("old words", { text: "stay" }));
    await all.update(ctx, id, { title: "new words" });
    expect(await titles(ctx, "old")).toEqual([]);
    expect(await titles(ctx, "new stay")).toEqual(["new words"]);
    await all.update(ctx, id, { text: null });
    expect(await titles(ctx, "stay")).toEqual([]);
    await all.delete(ctx, id);
    expect(await titles(ctx, "new")).toEqual([]);
    await all.undelete?.(ctx, id);
    expect(await titles(ctx, "new")).toEqual(["new words"]);
    await all.delete(ctx, id);
    expect(await all.purge?.(ctx, "9999-01-01T00:00:00.000Z", 10)).toBeGreaterThan(0);
    expect(await titles(ctx, "new")).toEqual([]);
  });

  it("stays within the organization, and within what roles show", async () => {
    const [ctx, other] = [tenant({ roles: ["editor"] }), tenant()];
    const { id } = await all.insert(ctx, article("ours alone"));
    expect(await titles(other, "ours")).toEqual([]);
    await all.setAccess?.(ctx, id, { accessLevel: "role_based", roles: ["editor"] });
    expect(await titles(ctx, "ours")).toEqual(["ours alone"]);
    expect(await titles({ ...ctx, roles: ["viewer"] } as typeof ctx, "ours")).toEqual([]);
  });

  it("finds nothing by a field for whoever may not read it", async () => {
    const ctx = tenant();
    const admin = { ...ctx, roles: ["admin"] } as typeof ctx;
    await all.insert(ctx, article("piece", { review: "brilliant" }));
    expect(await titles(admin, "piece brill")).toEqual(["piece"]);
    expect(await titles(admin, "brilliant")).toEqual(["piece"]);
    expect(await titles(ctx, "brilliant")).toEqual([]);
    expect(await titles(ctx, "piece brill")).toEqual([]);
    expect(await titles(ctx, "1·brill")).toEqual([]);
    expect(await titles(ctx, "piece")).toEqual(["piece"]);
  });

  it("goes with filter, sort, total and pages; a cursor is bound to what was searched", async () => {
    const ctx = tenant();
    for (const number of [1, 2, 3, 4, 5]) {
      await all.insert(ctx, article(`item ${number}`, { section: number % 2 === 0 ? "opinion" : "news" }));
    }
    await all.insert(ctx, article("another"));
    const query = { search: "item", sort: "-title", limit: 2, total: true, filter: { section: { eq: "news" } } };
    const first = await all.list(ctx, query);
    expect([first.items.map(({ title }) => title), first.total]).toEqual([["item 5", "item 3"], 3]);
    const rest = await all.list(ctx, { ...query, cursor: first.nextCursor });
    expect([rest.items.map(({ title }) => title), rest.nextCursor]).toEqual([["item 1"], null]);
    await expect(all.list(ctx, { ...query, search: "ano", cursor: first.nextCursor })).rejects.toMatchObject({ status: 400 });
    await expect(all.list(ctx, { ...query, search: undefined, cursor: first.nextCursor })).rejects.toMatchObject({ status: 400 });
    // The same words, written differently, are the same search.
    expect((await all.list(ctx, { ...query, search: " ITEM! ", cursor: first.nextCursor })).items).toEqual(rest.items);
  });

  it("lets an organization's row take the place of a shared one, whether or not the search finds it", async () => {
    const phrases = running.repository("articles", "phrases");
    const ctx = tenant();
    const platform = { ...running.caller({ organization: "" }), actor: { kind: "system", id: "seed" } };
    const key = `hello-${running.dialect}`;
    await phrases.insert(platform, { key, text: `good morning ${running.dialect}` });
    const search = `good ${running.dialect}`;
    expect((await phrases.list(ctx, { search })).items).toHaveLength(1);
    await phrases.insert(ctx, { key, text: "bonjour" });
    expect((await phrases.list(ctx, { search })).items).toEqual([]);
    expect((await phrases.list(ctx, { search: "bon" })).items).toHaveLength(1);
  });

  const hostile = [
    "",
    " ",
    "'",
    '"',
    '"a',
    "a'; drop table articles; --",
    "a* OR b*",
    "NEAR(a b)",
    "^a",
    "-a",
    "a:b",
    "a:*",
    "!a",
    "a & | b",
    "()",
    "\\",
  ];
  const strange = [
    "title: a",
    "{title} : a",
    "\0",
    "a\0b",
    "\ud800",
    "·a",
    "1·a",
    "%",
    "_",
    "a<->b",
    "x".repeat(10_000),
    "a ".repeat(5000),
    "🙂",
    "…",
  ];
  it("takes any text, and never more of it than its words", async () => {
    const ctx = tenant();
    await all.insert(ctx, article("a b title drop table articles near or"));
    await all.insert(ctx, article("zebra"));
    for (const search of [...hostile, ...strange]) {
      const asked: string[] = words(search);
      const found = await titles(ctx, search);
      const kept = words("a b title drop table articles near or") as string[];
      const meant = asked.slice(0, -1).every((word) => kept.includes(word)) && kept.some((word) => word.startsWith(asked.at(-1) ?? ""));
      const wanted =
        asked.length === 0 ? ["a b title drop table articles near or", "zebra"] : meant ? ["a b title drop table articles near or"] : [];
      expect(found, JSON.stringify(search.slice(0, 40))).toEqual(wanted);
    }
  });

  it("takes any text over HTTP, and keeps what hides a field from finding by it", async () => {
    const as = { organization: "og-00000000000000aa" };
    const made = await running.send("POST", "/articles", { ...as, roles: ["admin"], body: { title: "served", review: "hush" } });
    expect(made.status).toBe(201);
    for (const search of [...hostile, ...strange.slice(0, -4)]) {
      const { status } = await running.send("GET", `/articles?${new URLSearchParams({ search })}`, as);
      // No parameter of any operation takes the character that Postgres cannot hold.
      expect(status, JSON.stringify(search.slice(0, 40))).toBe(search.includes("\0") ? 422 : 200);
    }
    const count = async (search: string, roles: readonly string[]) =>
      (await running.send("GET", `/articles?${new URLSearchParams({ search, total: "true" })}`, { ...as, roles })).body.total;
    expect(await Promise.all([count("serv", []), count("hush", []), count("hush", ["admin"])])).toEqual([1, 0, 1]);
    // What rows are found by is no part of them.
    expect(Object.keys(made.body)).not.toContain("searchWords");
  });

  it("makes words anew for rows that came without", async () => {
    if (running.dialect === "memory") return;
    const ctx = tenant();
    const { id } = await all.insert(ctx, article("lost and found"));
    const db = running.database();
    await db.transact(ctx, (inner: object) => db.script(inner, `update articles set search_words = '' where id = '${id}'`));
    expect(await titles(ctx, "lost")).toEqual([]);
    const { reindexOnce } = await articles.load("internal/core/database/reindex.ts");
    const { recipesOf } = await articles.load("internal/core/database/recipes.ts");
    const { articlesDomain } = await articles.load("generated/articles/domain.gen.ts");
    const searches = articlesDomain.searches(articlesDomain.repositories(db));
    expect(await reindexOnce(ctx, recipesOf(db), searches)).toContain("articles");
    expect(await titles(ctx, "lost")).toEqual(["lost and found"]);
    expect((await all.find(ctx, id))?.version).toBe(1);
    // The recipe is known now: nothing is left to do.
    expect(await reindexOnce(ctx, recipesOf(db), searches)).toEqual([]);
  });
});

describe("all databases", () => {
  // One list of rows and one search each time: what the three find must be the same.
  const found: Record<string, string[][]> = {};
  const letters = fc.constantFrom(..."aàÁeÉiİıßſςΣσо́ёéﬁ²½ǅकि한글東ก\u0301\u0345 -_'\"·:*&|!()\\\t\n\u00a0\u2028😀");
  const text = fc.array(
    fc.oneof({ weight: 5, arbitrary: letters }, { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 3 }) }),
    { maxLength: 8 },
  );
  const line = text.map((parts) => parts.join("").replaceAll("\0", ""));
  const cases = fc.sample(fc.tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.array(line, { minLength: 1, maxLength: 4 })), {
    numRuns: 40,
    seed: 20261120,
  });

  articles.onEachDatabase((running) => {
    it("find rows for random texts", async () => {
      const all = running.repository("articles", "articles");
      found[running.dialect] = [];
      for (const [index, [rows, searches]] of cases.entries()) {
        const ctx = running.caller({ organization: `og-${String(index).padStart(16, "f")}` });
        for (const [place, row] of rows.entries())
          await all.insert(ctx, { title: row, text: rows.at(place - 1) ?? null, source: String(place) });
        for (const search of [...searches, ...rows.map((row) => row.slice(0, 3))]) {
          const { items } = await all.list(ctx, { search, limit: 50 });
          found[running.dialect]?.push(items.map(({ source }) => String(source)).sort());
        }
      }
      expect(found[running.dialect]?.some((ids) => ids.length > 0 && ids.length < 6)).toBe(true);
    });
  });

  it("find the same rows", () => {
    expect(Object.keys(found)).toEqual(["sqlite", "postgres", "memory"]);
    expect(found.sqlite).toEqual(found.memory);
    expect(found.postgres).toEqual(found.memory);
  });
});
