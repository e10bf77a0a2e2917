import { beforeAll, expect, test } from "vitest";
import type { ArticleList, FullArticle } from "../generated/conduit/types.gen.ts";
import { type Answer, type Caller, caller, type Person, person, unlike } from "./testing/person.ts";
import { onEachDatabase } from "./testing/service-process.ts";

onEachDatabase((api) => {
  let ada: Person;
  let grace: Person;
  let nobody: Caller;
  beforeAll(async () => {
    ada = await person(api());
    grace = await person(api(), "grace_");
    nobody = caller(api());
  });
  const errors = (status: number, of: object) => ({ status, body: { errors: of } });
  const blank = ["can't be blank"];
  const listOf = ({ status, body }: Answer): ArticleList => {
    expect(status).toBe(200);
    return body as ArticleList;
  };
  const slugs = (answer: Answer): readonly string[] => listOf(answer).articles.map(({ slug }) => slug);

  test("an article is shown to everybody as it was written", async () => {
    const title = unlike("Über: what's new? ");
    const article = await ada.publish({ title, tagList: ["training", "dragons", "training"] });
    expect(article).toEqual({
      slug: expect.stringMatching(/^uber-what-s-new-[0-9a-f]+$/),
      title,
      description: "In short.",
      body: "At length.",
      tagList: ["dragons", "training"],
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      updatedAt: article.createdAt,
      favorited: false,
      favoritesCount: 0,
      author: { username: ada.username, bio: null, image: null, following: false },
    });
    expect(await nobody.get(`/articles/${article.slug}`)).toEqual({ status: 200, body: { article } });
  });

  test("an article needs a title, a description and a body", async () => {
    const right = { title: "A", description: "B", body: "C" };
    for (const field of ["title", "description", "body"]) {
      expect(await ada.send("POST", "/articles", { article: { ...right, [field]: "" } })).toEqual(errors(422, { [field]: blank }));
      expect(await ada.send("POST", "/articles", { article: { ...right, [field]: undefined } })).toEqual(errors(422, { [field]: blank }));
    }
    const tagged = await ada.send("POST", "/articles", { article: { ...right, tagList: ["a", ""] } });
    expect(tagged).toEqual(errors(422, { tagList: blank }));
  });

  test("two articles of one title have slugs of their own", async () => {
    const title = unlike("The same ");
    const [first, second] = [await ada.publish({ title }), await grace.publish({ title })];
    expect(second.slug).not.toBe(first.slug);
    expect(await nobody.get(`/articles/${first.slug}`)).toMatchObject({ body: { article: { author: { username: ada.username } } } });
    expect(await nobody.get(`/articles/${second.slug}`)).toMatchObject({ body: { article: { author: { username: grace.username } } } });
  });

  test("a change leaves alone what it does not name", async () => {
    const [one, other] = [unlike("a"), unlike("b")];
    const before = await ada.publish({ tagList: [one, other] });
    const change = async (article: object) => {
      const answer = await ada.send("PUT", `/articles/${before.slug}`, { article });
      expect(answer).toEqual(await ada.get(`/articles/${before.slug}`));
      return (answer.body as { article: FullArticle }).article;
    };
    const after = await change({ body: "Better." });
    expect(after).toEqual({ ...before, body: "Better.", updatedAt: expect.any(String) });
    expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
    expect((await change({ tagList: [other, "c"] })).tagList).toEqual([other, "c"].sort());
    expect([slugs(await nobody.get(`/articles?tag=${one}`)), slugs(await nobody.get(`/articles?tag=${other}`))]).toEqual([
      [],
      [before.slug],
    ]);
    expect((await change({ tagList: [] })).tagList).toEqual([]);
    expect(slugs(await nobody.get(`/articles?tag=${other}`))).toEqual([]);
    const cleared = await ada.send("PUT", `/articles/${before.slug}`, { article: { tagList: null } });
    expect(cleared).toEqual(errors(422, { tagList: [expect.any(String)] }));
  });

  test("a new title gives a new slug, a title that is as good as the same does not", async () => {
    const article = await ada.publish({ title: unlike("First ") });
    const retitle = async (slug: string, title: string) => {
      const { body } = await ada.send("PUT", `/articles/${slug}`, { article: { title } });
      return (body as { article: FullArticle }).article.slug;
    };
    expect(await retitle(article.slug, `${article.title}!`)).toBe(article.slug);
    const moved = await retitle(article.slug, unlike("Second "));
    expect(moved).toMatch(/^second-/);
    expect(await nobody.get(`/articles/${article.slug}`)).toEqual(errors(404, { article: ["not found"] }));
    expect((await nobody.get(`/articles/${moved}`)).status).toBe(200);
  });

  test("only its author changes and deletes an article", async () => {
    const { slug } = await ada.publish();
    const forbidden = errors(403, { article: ["forbidden"] });
    expect(await grace.send("PUT", `/articles/${slug}`, { article: { body: "Mine." } })).toEqual(forbidden);
    expect(await grace.send("DELETE", `/articles/${slug}`)).toEqual(forbidden);
    expect(await nobody.get(`/articles/${slug}`)).toMatchObject({ body: { article: { body: "At length." } } });
    expect(await ada.send("DELETE", `/articles/${slug}`)).toEqual({ status: 204, body: undefined });
    expect(await nobody.get(`/articles/${slug}`)).toEqual(errors(404, { article: ["not found"] }));
  });

  test("what is not there is not found, whatever one wants of it", async () => {
    const slug = unlike("unknown-");
    const missing = errors(404, { article: ["not found"] });
    for (const [method, path, body] of [
      ["GET", ""],
      ["PUT", "", { article: { body: "C" } }],
      ["DELETE", ""],
      ["POST", "/favorite"],
      ["DELETE", "/favorite"],
      ["GET", "/comments"],
      ["POST", "/comments", { comment: { body: "Hello." } }],
      ["DELETE", "/comments/99999"],
    ] as const) {
      expect(await ada.send(method, `/articles/${slug}${path}`, body), `${method} ${path}`).toEqual(missing);
    }
  });

  test("lists have the latest first, without bodies, in pages that know how many there are", async () => {
    const author = await person(api(), "many_");
    const own: string[] = [];
    for (let count = 0; count < 3; count++) own.unshift((await author.publish()).slug);
    const all = listOf(await nobody.get(`/articles?author=${author.username}`));
    expect(all.articlesCount).toBe(3);
    expect(all.articles.map(({ slug }) => slug)).toEqual(own);
    for (const article of all.articles) expect(Object.keys(article)).not.toContain("body");
    const page = listOf(await nobody.get(`/articles?author=${author.username}&limit=1&offset=1`));
    expect(page.articlesCount).toBe(3);
    expect(page.articles.map(({ slug }) => slug)).toEqual([own[1]]);
    expect(listOf(await nobody.get("/articles")).articles.slice(0, 3)).toEqual(all.articles);
    expect(await nobody.get(`/articles?author=${unlike("nobody_")}`)).toEqual({ status: 200, body: { articles: [], articlesCount: 0 } });
  });

  test("favorites are counted for all and marked for each, and lists are narrowed by all that is asked for", async () => {
    const tag = unlike("tag");
    const [liked, other] = [await ada.publish({ tagList: [tag] }), await ada.publish({ tagList: [tag] })];
    const favorite = { status: 200, body: { article: { ...liked, favorited: true, favoritesCount: 1 } } };
    expect(await grace.send("POST", `/articles/${liked.slug}/favorite`)).toEqual(favorite);
    expect(await grace.send("POST", `/articles/${liked.slug}/favorite`)).toEqual(favorite);
    expect(await grace.get(`/articles/${liked.slug}`)).toEqual(favorite);
    expect(await nobody.get(`/articles/${liked.slug}`)).toMatchObject({ body: { article: { favorited: false, favoritesCount: 1 } } });
    const mine = listOf(await grace.get(`/articles?favorited=${grace.username}`));
    expect(mine).toMatchObject({ articlesCount: 1, articles: [{ slug: liked.slug, favorited: true, favoritesCount: 1 }] });
    expect(slugs(await nobody.get(`/articles?tag=${tag}`))).toEqual([other.slug, liked.slug]);
    expect(slugs(await nobody.get(`/articles?tag=${tag}&favorited=${grace.username}&author=${ada.username}`))).toEqual([liked.slug]);
    expect(slugs(await nobody.get(`/articles?tag=${tag}&author=${grace.username}`))).toEqual([]);
    expect(await grace.send("DELETE", `/articles/${liked.slug}/favorite`)).toEqual({ status: 200, body: { article: liked } });
    expect(await grace.get(`/articles/${liked.slug}`)).toEqual({ status: 200, body: { article: liked } });
  });

  test("tags are those of articles that are there", async () => {
    const [rare, often] = [unlike("a"), unlike("z")];
    const article = await ada.publish({ tagList: [rare, often] });
    await ada.publish({ tagList: [often] });
    const tags = async () => ((await nobody.get("/tags")).body as { tags: string[] }).tags.filter((tag) => tag === rare || tag === often);
    expect(await tags()).toEqual([often, rare]);
    await ada.send("DELETE", `/articles/${article.slug}`);
    expect(await tags()).toEqual([often]);
  });
});
