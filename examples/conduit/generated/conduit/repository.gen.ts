// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "archwright/core/context/context";
import type { ListQuery, Page } from "archwright/core/database/lists";
import type { Eventual } from "archwright/core/eventual/eventual";
import type {
  Article,
  ArticleCreate,
  ArticleFilter,
  ArticlePatch,
  ArticleSort,
  ArticleTag,
  ArticleTagCreate,
  ArticleTagFilter,
  ArticleTagSort,
  Comment,
  CommentCreate,
  CommentFilter,
  CommentPatch,
  CommentSort,
  Favorite,
  FavoriteCreate,
  FavoriteFilter,
  FavoriteSort,
  Follow,
  FollowCreate,
  FollowFilter,
  FollowSort,
  User,
  UserCreate,
  UserFilter,
  UserPatch,
  UserSort,
} from "./types.gen.ts";

/** All users: they have no owner. */
export interface UserRepository {
  find(ctx: Context, id: string): Eventual<User | undefined>;
  list(ctx: Context, query: ListQuery<UserFilter, UserSort>): Promise<Page<User>>;
  /** 409 when another has the same `username`, or the same `email`. */
  insert(ctx: Context, input: UserCreate): Promise<User>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: UserPatch, expected?: number): Promise<User>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<User>;
  findByEmail(ctx: Context, email: string): Promise<User | undefined>;
  findByUsername(ctx: Context, username: string): Promise<User | undefined>;
}

/** All follows: they have no owner. */
export interface FollowRepository {
  find(ctx: Context, id: string): Eventual<Follow | undefined>;
  list(ctx: Context, query: ListQuery<FollowFilter, FollowSort>): Promise<Page<Follow>>;
  /** 409 when another has the same `followerId` and `followedId`. */
  insert(ctx: Context, input: FollowCreate): Promise<Follow>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Follow>;
  findPair(ctx: Context, followerId: string, followedId: string): Promise<Follow | undefined>;
}

/** All articles: they have no owner. */
export interface ArticleRepository {
  find(ctx: Context, id: string): Eventual<Article | undefined>;
  list(ctx: Context, query: ListQuery<ArticleFilter, ArticleSort>): Promise<Page<Article>>;
  /** 409 when another has the same `slug`, or the same `number`. */
  insert(ctx: Context, input: ArticleCreate): Promise<Article>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: ArticlePatch, expected?: number): Promise<Article>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Article>;
  /** Finds a row, and keeps it from being deleted while the transaction of `ctx` goes on. */
  hold(ctx: Context, id: string): Promise<Article | undefined>;
  findBySlug(ctx: Context, slug: string): Promise<Article | undefined>;
}

/** All article tags: they have no owner. */
export interface ArticleTagRepository {
  find(ctx: Context, id: string): Eventual<ArticleTag | undefined>;
  list(ctx: Context, query: ListQuery<ArticleTagFilter, ArticleTagSort>): Promise<Page<ArticleTag>>;
  /** 409 when another has the same `articleId` and `name`. */
  insert(ctx: Context, input: ArticleTagCreate): Promise<ArticleTag>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<ArticleTag>;
  findByArticle(ctx: Context, articleId: string): Promise<ArticleTag[]>;
  listTagsOfArticle(ctx: Context, articleId: string): Promise<ArticleTag[]>;
}

/** All favorites: they have no owner. */
export interface FavoriteRepository {
  find(ctx: Context, id: string): Eventual<Favorite | undefined>;
  list(ctx: Context, query: ListQuery<FavoriteFilter, FavoriteSort>): Promise<Page<Favorite>>;
  /** 409 when another has the same `articleId` and `userId`. */
  insert(ctx: Context, input: FavoriteCreate): Promise<Favorite>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Favorite>;
  findPair(ctx: Context, articleId: string, userId: string): Promise<Favorite | undefined>;
  listFavoritesOfArticle(ctx: Context, articleId: string): Promise<Favorite[]>;
}

/** All comments: they have no owner. */
export interface CommentRepository {
  find(ctx: Context, id: string): Eventual<Comment | undefined>;
  list(ctx: Context, query: ListQuery<CommentFilter, CommentSort>): Promise<Page<Comment>>;
  /** 409 when another has the same `number`. */
  insert(ctx: Context, input: CommentCreate): Promise<Comment>;
  /** 404 when it is not there, 412 when `expected` is not its version. */
  update(ctx: Context, id: string, patch: CommentPatch, expected?: number): Promise<Comment>;
  /** Gives back what it deleted. 404 when it is not there, 412 when `expected` is not its version. */
  delete(ctx: Context, id: string, expected?: number): Promise<Comment>;
  findInArticle(ctx: Context, articleId: string, number: number): Promise<Comment | undefined>;
  listCommentsOfArticle(ctx: Context, articleId: string): Promise<Comment[]>;
}

/** All repositories of the domain. */
export interface ConduitRepositories {
  readonly users: UserRepository;
  readonly follows: FollowRepository;
  readonly articles: ArticleRepository;
  readonly articleTags: ArticleTagRepository;
  readonly favorites: FavoriteRepository;
  readonly comments: CommentRepository;
}
