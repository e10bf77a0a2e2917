import { beforeAll, describe, expect, test } from "vitest";
import type { ArticleList, ShownComment } from "../generated/conduit/types.gen.ts";
import { type Caller, caller, type Person, person, unlike } from "./testing/person.ts";
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

  describe("following", () => {
    test("is seen by who follows, on the profile, the articles and the comments", async () => {
      const [fan, star] = [await person(api(), "fan_"), await person(api(), "star_")];
      const profile = (following: boolean) => ({
        status: 200,
        body: { profile: { username: star.username, bio: null, image: null, following } },
      });
      const path = `/profiles/${star.username}`;
      expect(await nobody.get(path)).toEqual(profile(false));
      expect(await fan.get(path)).toEqual(profile(false));
      expect(await fan.send("POST", `${path}/follow`)).toEqual(profile(true));
      expect(await fan.send("POST", `${path}/follow`)).toEqual(profile(true));
      expect(await fan.get(path)).toEqual(profile(true));
      expect([await nobody.get(path), await star.get(path)]).toEqual([profile(false), profile(false)]);
      const { slug } = await star.publish();
      await star.send("POST", `/articles/${slug}/comments`, { comment: { body: "First." } });
      const followed = { author: { username: star.username, following: true } };
      expect(await fan.get(`/articles/${slug}`)).toMatchObject({ body: { article: followed } });
      expect(await fan.get(`/articles/${slug}/comments`)).toMatchObject({ body: { comments: [followed] } });
      expect(await nobody.get(`/articles/${slug}`)).toMatchObject({ body: { article: { author: { following: false } } } });
      expect(await fan.send("DELETE", `${path}/follow`)).toEqual(profile(false));
      expect(await fan.send("DELETE", `${path}/follow`)).toEqual(profile(false));
      expect(await fan.get(path)).toEqual(profile(false));
    });

    test("nobody who is not there", async () => {
      const path = `/profiles/${unlike("unknown_")}`;
      const missing = errors(404, { profile: ["not found"] });
      expect(await nobody.get(path)).toEqual(missing);
      expect(await ada.send("POST", `${path}/follow`)).toEqual(missing);
      expect(await ada.send("DELETE", `${path}/follow`)).toEqual(missing);
    });

    test("fills a feed with the articles of those one follows, the latest first", async () => {
      const [fan, star] = [await person(api(), "fan_"), await person(api(), "star_")];
      const feed = async (query = "") => {
        const { status, body } = await fan.get(`/articles/feed${query}`);
        expect(status).toBe(200);
        const { articles, articlesCount } = body as ArticleList;
        for (const article of articles) expect(article).toMatchObject({ author: { username: star.username, following: true } });
        return { articlesCount, slugs: articles.map(({ slug }) => slug) };
      };
      expect(await feed()).toEqual({ articlesCount: 0, slugs: [] });
      await fan.send("POST", `/profiles/${star.username}/follow`);
      const [first, second] = [await star.publish(), await star.publish()];
      await ada.publish();
      expect(await feed()).toEqual({ articlesCount: 2, slugs: [second.slug, first.slug] });
      expect(await feed("?limit=1")).toEqual({ articlesCount: 2, slugs: [second.slug] });
      expect(await feed("?limit=1&offset=1")).toEqual({ articlesCount: 2, slugs: [first.slug] });
    });
  });

  describe("comments", () => {
    const say = async (who: Person, slug: string, body: string): Promise<ShownComment> => {
      const answer = await who.send("POST", `/articles/${slug}/comments`, { comment: { body } });
      expect(answer.status).toBe(201);
      return (answer.body as { comment: ShownComment }).comment;
    };

    test("stand below their article, the oldest first, until they are deleted", async () => {
      const { slug } = await ada.publish();
      const path = `/articles/${slug}/comments`;
      const [first, second] = [await say(grace, slug, "First."), await say(ada, slug, "Second.")];
      const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
      const author = { username: grace.username, bio: null, image: null, following: false };
      expect(first).toEqual({ id: expect.any(Number), body: "First.", createdAt: time, updatedAt: time, author });
      expect(Number.isSafeInteger(first.id)).toBe(true);
      for (const who of [ada, nobody]) expect(await who.get(path)).toEqual({ status: 200, body: { comments: [first, second] } });
      expect(await grace.send("DELETE", `${path}/${first.id}`)).toEqual({ status: 204, body: undefined });
      expect(await nobody.get(path)).toEqual({ status: 200, body: { comments: [second] } });
    });

    test("cannot be empty", async () => {
      const { slug } = await ada.publish();
      const empty = await ada.send("POST", `/articles/${slug}/comments`, { comment: { body: "" } });
      expect(empty).toEqual(errors(422, { body: ["can't be blank"] }));
    });

    test("are deleted by their authors only, and found below their article only", async () => {
      const { slug } = await ada.publish();
      const other = await ada.publish();
      const comment = await say(ada, slug, "Mine.");
      const missing = errors(404, { comment: ["not found"] });
      expect(await grace.send("DELETE", `/articles/${slug}/comments/${comment.id}`)).toEqual(errors(403, { comment: ["forbidden"] }));
      expect(await ada.send("DELETE", `/articles/${other.slug}/comments/${comment.id}`)).toEqual(missing);
      expect(await ada.send("DELETE", `/articles/${slug}/comments/99999`)).toEqual(missing);
      expect(await nobody.get(`/articles/${slug}/comments`)).toEqual({ status: 200, body: { comments: [comment] } });
    });

    test("go with their article", async () => {
      const title = unlike("Short-lived ");
      const { slug } = await ada.publish({ title });
      await say(grace, slug, "What a pity.");
      expect((await ada.send("DELETE", `/articles/${slug}`)).status).toBe(204);
      expect((await ada.publish({ title })).slug).toBe(slug);
      expect(await nobody.get(`/articles/${slug}/comments`)).toEqual({ status: 200, body: { comments: [] } });
    });
  });
});
