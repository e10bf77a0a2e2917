// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { ListColumn } from "archwright/core/database/database";
import { timestamp, type Unique } from "archwright/core/database/rows";
import { newId } from "archwright/core/ids/ids";
import type {
  Article,
  ArticleCreate,
  ArticlePatch,
  ArticleTag,
  ArticleTagCreate,
  Comment,
  CommentCreate,
  CommentPatch,
  Favorite,
  FavoriteCreate,
  Follow,
  FollowCreate,
  User,
  UserCreate,
  UserPatch,
} from "./types.gen.ts";

/** A new User: what was given, the spec's defaults, and what the server decides. */
export function newUser(input: UserCreate): User {
  const now = timestamp();
  return {
    id: newId("us"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    username: input.username,
    email: input.email,
    passwordHash: input.passwordHash,
    bio: input.bio ?? null,
    image: input.image ?? null,
  };
}

/** The next version of a User: absent fields stay, null clears. */
export function changedUser(before: User, patch: UserPatch): User {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    username: patch.username ?? before.username,
    email: patch.email ?? before.email,
    passwordHash: patch.passwordHash ?? before.passwordHash,
    bio: patch.bio === undefined ? before.bio : patch.bio,
    image: patch.image === undefined ? before.image : patch.image,
  };
}

export const userUnique: readonly Unique[] = [
  { index: "users_username_key", fields: ["username"] },
  { index: "users_email_key", fields: ["email"] },
];

/** Lists of Users can be neither filtered nor sorted. */
export const userList: Readonly<Record<string, ListColumn>> = {};

/** A new Follow: what was given, the spec's defaults, and what the server decides. */
export function newFollow(input: FollowCreate): Follow {
  const now = timestamp();
  return {
    id: newId("fo"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    followerId: input.followerId,
    followedId: input.followedId,
  };
}

export const followUnique: readonly Unique[] = [{ index: "follows_follower_id_followed_id_key", fields: ["followerId", "followedId"] }];

/** Lists of Follows can be neither filtered nor sorted. */
export const followList: Readonly<Record<string, ListColumn>> = {};

/** A new Article: what was given, the spec's defaults, and what the server decides. */
export function newArticle(input: ArticleCreate): Article {
  const now = timestamp();
  return {
    id: newId("ar"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    number: input.number,
    slug: input.slug,
    title: input.title,
    description: input.description,
    body: input.body,
    tagList: input.tagList,
    authorId: input.authorId,
  };
}

/** The next version of an Article: absent fields stay, null clears. */
export function changedArticle(before: Article, patch: ArticlePatch): Article {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    slug: patch.slug ?? before.slug,
    title: patch.title ?? before.title,
    description: patch.description ?? before.description,
    body: patch.body ?? before.body,
    tagList: patch.tagList ?? before.tagList,
  };
}

export const articleUnique: readonly Unique[] = [
  { index: "articles_slug_key", fields: ["slug"] },
  { index: "articles_number_key", fields: ["number"] },
];

/** Lists of Articles can be neither filtered nor sorted. */
export const articleList: Readonly<Record<string, ListColumn>> = {};

/** A new ArticleTag: what was given, the spec's defaults, and what the server decides. */
export function newArticleTag(input: ArticleTagCreate): ArticleTag {
  const now = timestamp();
  return {
    id: newId("at"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    articleId: input.articleId,
    name: input.name,
  };
}

export const articleTagUnique: readonly Unique[] = [{ index: "article_tags_article_id_name_key", fields: ["articleId", "name"] }];

/** Lists of ArticleTags can be neither filtered nor sorted. */
export const articleTagList: Readonly<Record<string, ListColumn>> = {};

/** A new Favorite: what was given, the spec's defaults, and what the server decides. */
export function newFavorite(input: FavoriteCreate): Favorite {
  const now = timestamp();
  return {
    id: newId("fa"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    articleId: input.articleId,
    userId: input.userId,
  };
}

export const favoriteUnique: readonly Unique[] = [{ index: "favorites_article_id_user_id_key", fields: ["articleId", "userId"] }];

/** Lists of Favorites can be neither filtered nor sorted. */
export const favoriteList: Readonly<Record<string, ListColumn>> = {};

/** A new Comment: what was given, the spec's defaults, and what the server decides. */
export function newComment(input: CommentCreate): Comment {
  const now = timestamp();
  return {
    id: newId("co"),
    createdAt: now,
    updatedAt: now,
    version: 1,
    number: input.number,
    articleId: input.articleId,
    authorId: input.authorId,
    body: input.body,
  };
}

/** The next version of a Comment: absent fields stay, null clears. */
export function changedComment(before: Comment, patch: CommentPatch): Comment {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    body: patch.body ?? before.body,
  };
}

export const commentUnique: readonly Unique[] = [{ index: "comments_number_key", fields: ["number"] }];

/** Lists of Comments can be neither filtered nor sorted. */
export const commentList: Readonly<Record<string, ListColumn>> = {};
