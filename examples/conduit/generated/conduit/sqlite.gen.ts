// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "archwright/core/context/context";
import type { Placeholders, SqlDatabase } from "archwright/core/database/database";
import { changedOne, checkVersion, missing, uniqueConflict } from "archwright/core/database/rows";
import { after } from "archwright/core/eventual/eventual";
import type { Selectable } from "kysely";
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
import type { ConduitSqliteTables } from "./tables.gen.ts";
import type {
  Article,
  ArticleId,
  ArticleTag,
  ArticleTagId,
  Comment,
  CommentId,
  Favorite,
  FavoriteId,
  Follow,
  FollowId,
  User,
  UserId,
} from "./types.gen.ts";

const userColumns = ["id", "created_at", "updated_at", "version", "username", "email", "password_hash", "bio", "image"] as const;

type UserRow = Pick<Selectable<ConduitSqliteTables["users"]>, (typeof userColumns)[number]>;

function toUser(row: UserRow): User {
  return {
    id: row.id as UserId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    username: row.username,
    email: row.email,
    passwordHash: row.password_hash,
    bio: row.bio,
    image: row.image,
  };
}

function fromUser(user: User): UserRow {
  return {
    id: user.id,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    version: user.version,
    username: user.username,
    email: user.email,
    password_hash: user.passwordHash,
    bio: user.bio,
    image: user.image,
  };
}

export function sqliteUsers(db: SqlDatabase<ConduitSqliteTables>): UserRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("users").select(userColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("users").select(userColumns), userList);
  const insertOne = db.statement((query, param: Placeholders<UserRow>) =>
    query.insertInto("users").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      username: param.username,
      email: param.email,
      password_hash: param.password_hash,
      bio: param.bio,
      image: param.image,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<UserRow & { expectedVersion: number }>) =>
    query
      .updateTable("users")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        username: param.username,
        email: param.email,
        password_hash: param.password_hash,
        bio: param.bio,
        image: param.image,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("users").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findByEmailQuery = db.statement((query, param: Placeholders<{ email: string }>) =>
    query.selectFrom("users").select(userColumns).where("email", "=", param.email),
  );
  const findByUsernameQuery = db.statement((query, param: Placeholders<{ username: string }>) =>
    query.selectFrom("users").select(userColumns).where("username", "=", param.username),
  );
  const conflict = uniqueConflict("User", userUnique);

  async function existing(ctx: Context, id: string): Promise<User> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("User", id);
    return toUser(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toUser(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toUser),
    async insert(ctx, input) {
      const user = newUser(input);
      await insertOne.run(ctx, fromUser(user)).catch(conflict);
      return user;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("User", before, expected);
      const user = changedUser(before, patch);
      const row = { ...fromUser(user), expectedVersion: before.version };
      changedOne("User", id, await updateOne.run(ctx, row).catch(conflict));
      return user;
    },
    async delete(ctx, id, expected) {
      const user = await existing(ctx, id);
      checkVersion("User", user, expected);
      const row = { id, expectedVersion: user.version };
      changedOne("User", id, await deleteOne.run(ctx, row));
      return user;
    },
    async findByEmail(ctx, email) {
      const row = await findByEmailQuery.first(ctx, { email });
      return row && toUser(row);
    },
    async findByUsername(ctx, username) {
      const row = await findByUsernameQuery.first(ctx, { username });
      return row && toUser(row);
    },
  };
}

const followColumns = ["id", "created_at", "updated_at", "version", "follower_id", "followed_id"] as const;

type FollowRow = Pick<Selectable<ConduitSqliteTables["follows"]>, (typeof followColumns)[number]>;

function toFollow(row: FollowRow): Follow {
  return {
    id: row.id as FollowId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    followerId: row.follower_id as UserId,
    followedId: row.followed_id as UserId,
  };
}

function fromFollow(follow: Follow): FollowRow {
  return {
    id: follow.id,
    created_at: follow.createdAt,
    updated_at: follow.updatedAt,
    version: follow.version,
    follower_id: follow.followerId,
    followed_id: follow.followedId,
  };
}

export function sqliteFollows(db: SqlDatabase<ConduitSqliteTables>): FollowRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("follows").select(followColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("follows").select(followColumns), followList);
  const insertOne = db.statement((query, param: Placeholders<FollowRow>) =>
    query.insertInto("follows").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      follower_id: param.follower_id,
      followed_id: param.followed_id,
    }),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("follows").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findPairQuery = db.statement((query, param: Placeholders<{ follower_id: string; followed_id: string }>) =>
    query
      .selectFrom("follows")
      .select(followColumns)
      .where("follower_id", "=", param.follower_id)
      .where("followed_id", "=", param.followed_id),
  );
  const conflict = uniqueConflict("Follow", followUnique);

  async function existing(ctx: Context, id: string): Promise<Follow> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Follow", id);
    return toFollow(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toFollow(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toFollow),
    async insert(ctx, input) {
      const follow = newFollow(input);
      await insertOne.run(ctx, fromFollow(follow)).catch(conflict);
      return follow;
    },
    async delete(ctx, id, expected) {
      const follow = await existing(ctx, id);
      checkVersion("Follow", follow, expected);
      const row = { id, expectedVersion: follow.version };
      changedOne("Follow", id, await deleteOne.run(ctx, row));
      return follow;
    },
    async findPair(ctx, followerId, followedId) {
      const row = await findPairQuery.first(ctx, { follower_id: followerId, followed_id: followedId });
      return row && toFollow(row);
    },
  };
}

const articleColumns = [
  "id",
  "created_at",
  "updated_at",
  "version",
  "number",
  "slug",
  "title",
  "description",
  "body",
  "tag_list",
  "author_id",
] as const;

type ArticleRow = Pick<Selectable<ConduitSqliteTables["articles"]>, (typeof articleColumns)[number]>;

function toArticle(row: ArticleRow): Article {
  return {
    id: row.id as ArticleId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    number: row.number,
    slug: row.slug,
    title: row.title,
    description: row.description,
    body: row.body,
    tagList: JSON.parse(row.tag_list) as readonly string[],
    authorId: row.author_id as UserId,
  };
}

function fromArticle(article: Article): ArticleRow {
  return {
    id: article.id,
    created_at: article.createdAt,
    updated_at: article.updatedAt,
    version: article.version,
    number: article.number,
    slug: article.slug,
    title: article.title,
    description: article.description,
    body: article.body,
    tag_list: JSON.stringify(article.tagList),
    author_id: article.authorId,
  };
}

export function sqliteArticles(db: SqlDatabase<ConduitSqliteTables>): ArticleRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("articles").select(articleColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("articles").select(articleColumns), articleList);
  const insertOne = db.statement((query, param: Placeholders<ArticleRow>) =>
    query.insertInto("articles").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      number: param.number,
      slug: param.slug,
      title: param.title,
      description: param.description,
      body: param.body,
      tag_list: param.tag_list,
      author_id: param.author_id,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<ArticleRow & { expectedVersion: number }>) =>
    query
      .updateTable("articles")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        slug: param.slug,
        title: param.title,
        description: param.description,
        body: param.body,
        tag_list: param.tag_list,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("articles").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findBySlugQuery = db.statement((query, param: Placeholders<{ slug: string }>) =>
    query.selectFrom("articles").select(articleColumns).where("slug", "=", param.slug),
  );
  const conflict = uniqueConflict("Article", articleUnique);

  async function existing(ctx: Context, id: string): Promise<Article> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Article", id);
    return toArticle(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toArticle(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toArticle),
    async insert(ctx, input) {
      const article = newArticle(input);
      await insertOne.run(ctx, fromArticle(article)).catch(conflict);
      return article;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Article", before, expected);
      const article = changedArticle(before, patch);
      const row = { ...fromArticle(article), expectedVersion: before.version };
      changedOne("Article", id, await updateOne.run(ctx, row).catch(conflict));
      return article;
    },
    async delete(ctx, id, expected) {
      const article = await existing(ctx, id);
      checkVersion("Article", article, expected);
      const row = { id, expectedVersion: article.version };
      changedOne("Article", id, await deleteOne.run(ctx, row));
      return article;
    },
    async hold(ctx, id) {
      const row = await findOne.first(ctx, { id });
      return row && toArticle(row);
    },
    async findBySlug(ctx, slug) {
      const row = await findBySlugQuery.first(ctx, { slug });
      return row && toArticle(row);
    },
  };
}

const articleTagColumns = ["id", "created_at", "updated_at", "version", "article_id", "name"] as const;

type ArticleTagRow = Pick<Selectable<ConduitSqliteTables["article_tags"]>, (typeof articleTagColumns)[number]>;

function toArticleTag(row: ArticleTagRow): ArticleTag {
  return {
    id: row.id as ArticleTagId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    articleId: row.article_id as ArticleId,
    name: row.name,
  };
}

function fromArticleTag(articleTag: ArticleTag): ArticleTagRow {
  return {
    id: articleTag.id,
    created_at: articleTag.createdAt,
    updated_at: articleTag.updatedAt,
    version: articleTag.version,
    article_id: articleTag.articleId,
    name: articleTag.name,
  };
}

export function sqliteArticleTags(db: SqlDatabase<ConduitSqliteTables>): ArticleTagRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("article_tags").select(articleTagColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("article_tags").select(articleTagColumns), articleTagList);
  const insertOne = db.statement((query, param: Placeholders<ArticleTagRow>) =>
    query.insertInto("article_tags").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      article_id: param.article_id,
      name: param.name,
    }),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("article_tags").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findByArticleQuery = db.statement((query, param: Placeholders<{ article_id: string }>) =>
    query
      .selectFrom("article_tags")
      .select(articleTagColumns)
      .where("article_id", "=", param.article_id)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const listTagsOfArticleQuery = db.statement((query, param: Placeholders<{ article_id: string }>) =>
    query
      .selectFrom("article_tags")
      .select(articleTagColumns)
      .where("article_id", "=", param.article_id)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("ArticleTag", articleTagUnique);

  async function existing(ctx: Context, id: string): Promise<ArticleTag> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("ArticleTag", id);
    return toArticleTag(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toArticleTag(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toArticleTag),
    async insert(ctx, input) {
      const articleTag = newArticleTag(input);
      await insertOne.run(ctx, fromArticleTag(articleTag)).catch(conflict);
      return articleTag;
    },
    async delete(ctx, id, expected) {
      const articleTag = await existing(ctx, id);
      checkVersion("ArticleTag", articleTag, expected);
      const row = { id, expectedVersion: articleTag.version };
      changedOne("ArticleTag", id, await deleteOne.run(ctx, row));
      return articleTag;
    },
    async findByArticle(ctx, articleId) {
      const rows = await findByArticleQuery.all(ctx, { article_id: articleId });
      return rows.map(toArticleTag);
    },
    async listTagsOfArticle(ctx, articleId) {
      const rows = await listTagsOfArticleQuery.all(ctx, { article_id: articleId });
      return rows.map(toArticleTag);
    },
  };
}

const favoriteColumns = ["id", "created_at", "updated_at", "version", "article_id", "user_id"] as const;

type FavoriteRow = Pick<Selectable<ConduitSqliteTables["favorites"]>, (typeof favoriteColumns)[number]>;

function toFavorite(row: FavoriteRow): Favorite {
  return {
    id: row.id as FavoriteId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    articleId: row.article_id as ArticleId,
    userId: row.user_id as UserId,
  };
}

function fromFavorite(favorite: Favorite): FavoriteRow {
  return {
    id: favorite.id,
    created_at: favorite.createdAt,
    updated_at: favorite.updatedAt,
    version: favorite.version,
    article_id: favorite.articleId,
    user_id: favorite.userId,
  };
}

export function sqliteFavorites(db: SqlDatabase<ConduitSqliteTables>): FavoriteRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("favorites").select(favoriteColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("favorites").select(favoriteColumns), favoriteList);
  const insertOne = db.statement((query, param: Placeholders<FavoriteRow>) =>
    query.insertInto("favorites").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      article_id: param.article_id,
      user_id: param.user_id,
    }),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("favorites").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findPairQuery = db.statement((query, param: Placeholders<{ article_id: string; user_id: string }>) =>
    query.selectFrom("favorites").select(favoriteColumns).where("article_id", "=", param.article_id).where("user_id", "=", param.user_id),
  );
  const listFavoritesOfArticleQuery = db.statement((query, param: Placeholders<{ article_id: string }>) =>
    query.selectFrom("favorites").select(favoriteColumns).where("article_id", "=", param.article_id).orderBy("created_at").orderBy("id"),
  );
  const conflict = uniqueConflict("Favorite", favoriteUnique);

  async function existing(ctx: Context, id: string): Promise<Favorite> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Favorite", id);
    return toFavorite(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toFavorite(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toFavorite),
    async insert(ctx, input) {
      const favorite = newFavorite(input);
      await insertOne.run(ctx, fromFavorite(favorite)).catch(conflict);
      return favorite;
    },
    async delete(ctx, id, expected) {
      const favorite = await existing(ctx, id);
      checkVersion("Favorite", favorite, expected);
      const row = { id, expectedVersion: favorite.version };
      changedOne("Favorite", id, await deleteOne.run(ctx, row));
      return favorite;
    },
    async findPair(ctx, articleId, userId) {
      const row = await findPairQuery.first(ctx, { article_id: articleId, user_id: userId });
      return row && toFavorite(row);
    },
    async listFavoritesOfArticle(ctx, articleId) {
      const rows = await listFavoritesOfArticleQuery.all(ctx, { article_id: articleId });
      return rows.map(toFavorite);
    },
  };
}

const commentColumns = ["id", "created_at", "updated_at", "version", "number", "article_id", "author_id", "body"] as const;

type CommentRow = Pick<Selectable<ConduitSqliteTables["comments"]>, (typeof commentColumns)[number]>;

function toComment(row: CommentRow): Comment {
  return {
    id: row.id as CommentId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    number: row.number,
    articleId: row.article_id as ArticleId,
    authorId: row.author_id as UserId,
    body: row.body,
  };
}

function fromComment(comment: Comment): CommentRow {
  return {
    id: comment.id,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    version: comment.version,
    number: comment.number,
    article_id: comment.articleId,
    author_id: comment.authorId,
    body: comment.body,
  };
}

export function sqliteComments(db: SqlDatabase<ConduitSqliteTables>): CommentRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("comments").select(commentColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("comments").select(commentColumns), commentList);
  const insertOne = db.statement((query, param: Placeholders<CommentRow>) =>
    query.insertInto("comments").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      number: param.number,
      article_id: param.article_id,
      author_id: param.author_id,
      body: param.body,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<CommentRow & { expectedVersion: number }>) =>
    query
      .updateTable("comments")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        body: param.body,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("comments").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findInArticleQuery = db.statement((query, param: Placeholders<{ article_id: string; number: number }>) =>
    query.selectFrom("comments").select(commentColumns).where("article_id", "=", param.article_id).where("number", "=", param.number),
  );
  const listCommentsOfArticleQuery = db.statement((query, param: Placeholders<{ article_id: string }>) =>
    query.selectFrom("comments").select(commentColumns).where("article_id", "=", param.article_id).orderBy("created_at").orderBy("id"),
  );
  const conflict = uniqueConflict("Comment", commentUnique);

  async function existing(ctx: Context, id: string): Promise<Comment> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Comment", id);
    return toComment(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toComment(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toComment),
    async insert(ctx, input) {
      const comment = newComment(input);
      await insertOne.run(ctx, fromComment(comment)).catch(conflict);
      return comment;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Comment", before, expected);
      const comment = changedComment(before, patch);
      const row = { ...fromComment(comment), expectedVersion: before.version };
      changedOne("Comment", id, await updateOne.run(ctx, row));
      return comment;
    },
    async delete(ctx, id, expected) {
      const comment = await existing(ctx, id);
      checkVersion("Comment", comment, expected);
      const row = { id, expectedVersion: comment.version };
      changedOne("Comment", id, await deleteOne.run(ctx, row));
      return comment;
    },
    async findInArticle(ctx, articleId, number) {
      const row = await findInArticleQuery.first(ctx, { article_id: articleId, number });
      return row && toComment(row);
    },
    async listCommentsOfArticle(ctx, articleId) {
      const rows = await listCommentsOfArticleQuery.all(ctx, { article_id: articleId });
      return rows.map(toComment);
    },
  };
}
