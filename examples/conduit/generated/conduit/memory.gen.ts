// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "archwright/core/context/context";
import type { MemoryDatabase } from "archwright/core/database/memory";
import { memoryPage } from "archwright/core/database/memory-page";
import { ordered } from "archwright/core/database/ordered";
import { checkVersion, missing } from "archwright/core/database/rows";
import type {
  ArticleRepository,
  ArticleTagRepository,
  CommentRepository,
  FavoriteRepository,
  FollowRepository,
  UserRepository,
} from "./repository.gen.ts";
import {
  articleList,
  articleTagList,
  articleTagUnique,
  articleUnique,
  changedArticle,
  changedComment,
  changedUser,
  commentList,
  commentUnique,
  favoriteList,
  favoriteUnique,
  followList,
  followUnique,
  newArticle,
  newArticleTag,
  newComment,
  newFavorite,
  newFollow,
  newUser,
  userList,
  userUnique,
} from "./rows.gen.ts";
import type { Article, ArticleTag, Comment, Favorite, Follow, User } from "./types.gen.ts";

export function memoryUsers(db: MemoryDatabase): UserRepository {
  const table = db.table<User>("User", userUnique);

  async function find(ctx: Context, id: string): Promise<User | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<User> {
    const user = await find(ctx, id);
    if (user === undefined) throw missing("User", id);
    return user;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, userList);
    },
    async insert(ctx, input) {
      const user = newUser(input);
      await table.insert(ctx, user);
      return user;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("User", before, expected);
        const user = changedUser(before, patch);
        await table.replace(ctx, user);
        return user;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const user = await existing(ctx, id);
        checkVersion("User", user, expected);
        await table.remove(ctx, id);
        return user;
      }),
    async findByEmail(ctx, email) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.email === email);
    },
    async findByUsername(ctx, username) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.username === username);
    },
  };
}

export function memoryFollows(db: MemoryDatabase): FollowRepository {
  const table = db.table<Follow>("Follow", followUnique);

  async function find(ctx: Context, id: string): Promise<Follow | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<Follow> {
    const follow = await find(ctx, id);
    if (follow === undefined) throw missing("Follow", id);
    return follow;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, followList);
    },
    async insert(ctx, input) {
      const follow = newFollow(input);
      await table.insert(ctx, follow);
      return follow;
    },
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const follow = await existing(ctx, id);
        checkVersion("Follow", follow, expected);
        await table.remove(ctx, id);
        return follow;
      }),
    async findPair(ctx, followerId, followedId) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.followerId === followerId && row.followedId === followedId);
    },
  };
}

export function memoryArticles(db: MemoryDatabase): ArticleRepository {
  const table = db.table<Article>("Article", articleUnique);

  async function find(ctx: Context, id: string): Promise<Article | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<Article> {
    const article = await find(ctx, id);
    if (article === undefined) throw missing("Article", id);
    return article;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, articleList);
    },
    async insert(ctx, input) {
      const article = newArticle(input);
      await table.insert(ctx, article);
      return article;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Article", before, expected);
        const article = changedArticle(before, patch);
        await table.replace(ctx, article);
        return article;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const article = await existing(ctx, id);
        checkVersion("Article", article, expected);
        await table.remove(ctx, id);
        return article;
      }),
    hold: find,
    async findBySlug(ctx, slug) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.slug === slug);
    },
  };
}

export function memoryArticleTags(db: MemoryDatabase): ArticleTagRepository {
  const table = db.table<ArticleTag>("ArticleTag", articleTagUnique);

  async function find(ctx: Context, id: string): Promise<ArticleTag | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<ArticleTag> {
    const articleTag = await find(ctx, id);
    if (articleTag === undefined) throw missing("ArticleTag", id);
    return articleTag;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, articleTagList);
    },
    async insert(ctx, input) {
      const articleTag = newArticleTag(input);
      await table.insert(ctx, articleTag);
      return articleTag;
    },
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const articleTag = await existing(ctx, id);
        checkVersion("ArticleTag", articleTag, expected);
        await table.remove(ctx, id);
        return articleTag;
      }),
    async findByArticle(ctx, articleId) {
      const rows = (await table.all(ctx)).filter((row) => row.articleId === articleId);
      return ordered(rows, "createdAt");
    },
    async listTagsOfArticle(ctx, articleId) {
      const rows = (await table.all(ctx)).filter((row) => row.articleId === articleId);
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryFavorites(db: MemoryDatabase): FavoriteRepository {
  const table = db.table<Favorite>("Favorite", favoriteUnique);

  async function find(ctx: Context, id: string): Promise<Favorite | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<Favorite> {
    const favorite = await find(ctx, id);
    if (favorite === undefined) throw missing("Favorite", id);
    return favorite;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, favoriteList);
    },
    async insert(ctx, input) {
      const favorite = newFavorite(input);
      await table.insert(ctx, favorite);
      return favorite;
    },
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const favorite = await existing(ctx, id);
        checkVersion("Favorite", favorite, expected);
        await table.remove(ctx, id);
        return favorite;
      }),
    async findPair(ctx, articleId, userId) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.articleId === articleId && row.userId === userId);
    },
    async listFavoritesOfArticle(ctx, articleId) {
      const rows = (await table.all(ctx)).filter((row) => row.articleId === articleId);
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryComments(db: MemoryDatabase): CommentRepository {
  const table = db.table<Comment>("Comment", commentUnique);

  async function find(ctx: Context, id: string): Promise<Comment | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<Comment> {
    const comment = await find(ctx, id);
    if (comment === undefined) throw missing("Comment", id);
    return comment;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, commentList);
    },
    async insert(ctx, input) {
      const comment = newComment(input);
      await table.insert(ctx, comment);
      return comment;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Comment", before, expected);
        const comment = changedComment(before, patch);
        await table.replace(ctx, comment);
        return comment;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const comment = await existing(ctx, id);
        checkVersion("Comment", comment, expected);
        await table.remove(ctx, id);
        return comment;
      }),
    async findInArticle(ctx, articleId, number) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.articleId === articleId && row.number === number);
    },
    async listCommentsOfArticle(ctx, articleId) {
      const rows = (await table.all(ctx)).filter((row) => row.articleId === articleId);
      return ordered(rows, "createdAt");
    },
  };
}
