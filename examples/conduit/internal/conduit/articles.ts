import type { Context } from "archwright/core/context/context";
import type { SqlDatabase } from "archwright/core/database/database";
import { slug as slugOf } from "archwright/core/database/slug";
import { newId } from "archwright/core/ids/ids";
import { problem } from "archwright/core/problems/problem";
import type { ConduitParts, ConduitService } from "../../generated/conduit/service.gen.ts";
import type { ConduitSqliteTables } from "../../generated/conduit/tables.gen.ts";
import type { Article, FullArticle } from "../../generated/conduit/types.gen.ts";
import { articleReader } from "./article-reader.ts";
import { currentUser, viewerOf } from "./current-user.ts";
import { sequence } from "./sequence.ts";

type Articles = Pick<
  ConduitService,
  | ("listArticles" | "getFeed" | "listTags" | "getArticle" | "createArticle" | "updateArticle" | "deleteArticle")
  | ("favoriteArticle" | "unfavoriteArticle")
>;

const longestSlug = 100;

/** Articles, their tags, and who likes them. */
export function articles(parts: ConduitParts): Articles {
  const { users, articles, articleTags, favorites, core } = parts;
  const database = core.database as SqlDatabase<ConduitSqliteTables>;
  const reader = articleReader(database);
  const nextNumber = sequence();
  const usedTags = database.statement((query) =>
    query
      .selectFrom("article_tags")
      .select("name")
      .groupBy("name")
      .orderBy((eb) => eb.fn.countAll(), "desc")
      .orderBy("name"),
  );

  async function shown(ctx: Context, slug: string): Promise<{ article: FullArticle }> {
    const article = await reader.find(ctx, slug);
    if (article === undefined) throw noArticle();
    return { article };
  }

  async function named(ctx: Context, slug: string): Promise<Article> {
    const article = await articles.findBySlug(ctx, slug);
    if (article === undefined) throw noArticle();
    return article;
  }

  /** The article, if the caller wrote it. */
  async function owned(ctx: Context, slug: string): Promise<Article> {
    const article = await named(ctx, slug);
    if (article.authorId !== viewerOf(ctx)) throw problem.forbidden("Somebody else wrote this article.", { pointer: "/article" });
    return article;
  }

  /** Titles may be the same, slugs may not: the later one gets something behind it. */
  async function freeSlug(ctx: Context, title: string): Promise<string> {
    const slug = slugOf(title, longestSlug);
    return (await articles.findBySlug(ctx, slug)) === undefined ? slug : `${slug}-${newId("ar").slice(-8)}`;
  }

  async function addTags(ctx: Context, articleId: Article["id"], tags: readonly string[]): Promise<void> {
    for (const name of tags) await articleTags.insert(ctx, { articleId, name });
  }

  return {
    listArticles: (ctx, { limit, offset, ...criteria }) => reader.page(ctx, criteria, { limit, offset }),
    getFeed: (ctx, window) => reader.page(ctx, { feed: "" }, window),
    listTags: async (ctx) => ({ tags: (await usedTags.all(ctx, {})).map(({ name }) => name) }),
    getArticle: (ctx, { slug }) => shown(ctx, slug),

    async createArticle(ctx, { body: { article } }) {
      const { id: authorId } = await currentUser(users, ctx);
      const { title, description, body } = article;
      const tagList = inOrder(article.tagList ?? []);
      const slug = await freeSlug(ctx, title);
      const { id } = await articles.insert(ctx, { number: nextNumber(), slug, title, description, body, tagList, authorId });
      await addTags(ctx, id, tagList);
      return shown(ctx, slug);
    },

    async updateArticle(ctx, { slug, body: { article: change } }) {
      const before = await owned(ctx, slug);
      const retitled = change.title !== undefined && slugOf(change.title, longestSlug) !== slugOf(before.title, longestSlug);
      const tagList = change.tagList && inOrder(change.tagList);
      const after = await articles.update(ctx, before.id, {
        ...(change.title !== undefined && { title: change.title }),
        ...(retitled && { slug: await freeSlug(ctx, change.title) }),
        ...(change.description !== undefined && { description: change.description }),
        ...(change.body !== undefined && { body: change.body }),
        ...(tagList !== undefined && { tagList }),
      });
      if (tagList !== undefined) {
        for (const { id } of await articleTags.findByArticle(ctx, before.id)) await articleTags.delete(ctx, id);
        await addTags(ctx, before.id, tagList);
      }
      return shown(ctx, after.slug);
    },

    async deleteArticle(ctx, { slug }) {
      const { id } = await owned(ctx, slug);
      await articles.delete(ctx, id);
    },

    async favoriteArticle(ctx, { slug }) {
      const { id: articleId } = await named(ctx, slug);
      const { id: userId } = await currentUser(users, ctx);
      const favorite = await favorites.findPair(ctx, articleId, userId);
      if (favorite === undefined) await favorites.insert(ctx, { articleId, userId });
      return shown(ctx, slug);
    },

    async unfavoriteArticle(ctx, { slug }) {
      const { id } = await named(ctx, slug);
      const favorite = await favorites.findPair(ctx, id, viewerOf(ctx));
      if (favorite !== undefined) await favorites.delete(ctx, favorite.id);
      return shown(ctx, slug);
    },
  };
}

/** Each tag once, by its letters: readers of the API expect them so, whatever order they came in. */
const inOrder = (tags: readonly string[]): readonly string[] => [...new Set(tags)].sort();

const noArticle = () => problem.notFound("There is no article with this slug.", { pointer: "/article" });
