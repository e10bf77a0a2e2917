// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Timestamp } from "archwright/core/database/lists";

export type UserId = `us-${string}`;

/** Somebody with an account. */
export interface User {
  readonly id: UserId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly username: string;
  /** In lower case. */
  readonly email: string;
  readonly passwordHash: string;
  readonly bio: string | null;
  readonly image: string | null;
}

/** What creates a User. */
export interface UserCreate {
  readonly username: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly bio?: string | null;
  readonly image?: string | null;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface UserPatch {
  readonly username?: string;
  readonly email?: string;
  readonly passwordHash?: string;
  readonly bio?: string | null;
  readonly image?: string | null;
}

export type UserFilter = Readonly<Record<string, never>>;

export type UserSort = never;

export type FollowId = `fo-${string}`;

/** Somebody follows somebody. */
export interface Follow {
  readonly id: FollowId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly followerId: UserId;
  readonly followedId: UserId;
}

/** What creates a Follow. */
export interface FollowCreate {
  readonly followerId: UserId;
  readonly followedId: UserId;
}

export type FollowFilter = Readonly<Record<string, never>>;

export type FollowSort = never;

export type ArticleId = `ar-${string}`;

/** What somebody wrote. */
export interface Article {
  readonly id: ArticleId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  /** Grows from one article to the next. */
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** Each once, in the order of letters. */
  readonly tagList: readonly string[];
  readonly authorId: UserId;
}

/** What creates an Article. */
export interface ArticleCreate {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly tagList: readonly string[];
  readonly authorId: UserId;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface ArticlePatch {
  readonly slug?: string;
  readonly title?: string;
  readonly description?: string;
  readonly body?: string;
  readonly tagList?: readonly string[];
}

export type ArticleFilter = Readonly<Record<string, never>>;

export type ArticleSort = never;

export type ArticleTagId = `at-${string}`;

/** By it articles are found that have a tag. */
export interface ArticleTag {
  readonly id: ArticleTagId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly articleId: ArticleId;
  readonly name: string;
}

/** What creates an ArticleTag. */
export interface ArticleTagCreate {
  readonly articleId: ArticleId;
  readonly name: string;
}

export type ArticleTagFilter = Readonly<Record<string, never>>;

export type ArticleTagSort = never;

export type FavoriteId = `fa-${string}`;

/** An article that somebody likes. */
export interface Favorite {
  readonly id: FavoriteId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly articleId: ArticleId;
  readonly userId: UserId;
}

/** What creates a Favorite. */
export interface FavoriteCreate {
  readonly articleId: ArticleId;
  readonly userId: UserId;
}

export type FavoriteFilter = Readonly<Record<string, never>>;

export type FavoriteSort = never;

export type CommentId = `co-${string}`;

/** What somebody says about an article. */
export interface Comment {
  readonly id: CommentId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  /** Grows from one comment to the next. */
  readonly number: number;
  readonly articleId: ArticleId;
  readonly authorId: UserId;
  readonly body: string;
}

/** What creates a Comment. */
export interface CommentCreate {
  readonly number: number;
  readonly articleId: ArticleId;
  readonly authorId: UserId;
  readonly body: string;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface CommentPatch {
  readonly body?: string;
}

export type CommentFilter = Readonly<Record<string, never>>;

export type CommentSort = never;

/** What is wrong with each field, or with the thing that was asked for. */
export interface Errors {
  readonly errors: { readonly [name: string]: readonly string[] };
}

/** Eight characters at least, of any kind (NIST SP 800-63B). */
export type Password = string;

export interface NewUser {
  readonly username: string;
  readonly email: string;
  readonly password: Password;
}

export interface LoginUser {
  readonly email: string;
  readonly password: string;
}

export interface UpdateUser {
  readonly username?: string;
  readonly email?: string;
  readonly password?: Password;
  /** Nothing and an empty text are the same. */
  readonly bio?: string | null;
  /** The address of a picture. */
  readonly image?: string | null;
}

export interface SignedInUser {
  readonly username: string;
  readonly email: string;
  readonly bio: string | null;
  readonly image: string | null;
  /** To be sent as `Authorization: Token <token>`. */
  readonly token: string;
}

export interface Profile {
  readonly username: string;
  readonly bio: string | null;
  readonly image: string | null;
  /** Whether the caller follows this user. */
  readonly following: boolean;
}

export interface NewArticle {
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly tagList?: TagList;
}

export interface UpdateArticle {
  readonly title?: string;
  readonly description?: string;
  readonly body?: string;
  readonly tagList?: TagList;
}

export type TagList = readonly string[];

export interface ArticleSummary {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly tagList: readonly string[];
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  /** Whether it is a favorite of the caller. */
  readonly favorited: boolean;
  readonly favoritesCount: number;
  readonly author: Profile;
}

export type FullArticle = ArticleSummary & { readonly body: string };

export interface ArticleList {
  readonly articles: readonly ArticleSummary[];
  /** How many there are, on all pages. */
  readonly articlesCount: number;
}

export interface NewComment {
  readonly body: string;
}

export interface ShownComment {
  readonly id: number;
  readonly body: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly author: Profile;
}

/** What listArticles is given. */
export interface ListArticlesInput {
  /** Only with this tag. */
  readonly tag?: string;
  /** Only of this user. */
  readonly author?: string;
  /** Only favorites of this user. */
  readonly favorited?: string;
  /** How many to skip. */
  readonly offset: number;
  /** How many to give. */
  readonly limit: number;
}

/** What createArticle is given. */
export interface CreateArticleInput {
  readonly body: { readonly article: NewArticle };
}

/** What getFeed is given. */
export interface GetFeedInput {
  /** How many to skip. */
  readonly offset: number;
  /** How many to give. */
  readonly limit: number;
}

/** What getArticle is given. */
export interface GetArticleInput {
  /** The slug of an article. */
  readonly slug: string;
}

/** What updateArticle is given. */
export interface UpdateArticleInput {
  /** The slug of an article. */
  readonly slug: string;
  readonly body: { readonly article: UpdateArticle };
}

/** What deleteArticle is given. */
export interface DeleteArticleInput {
  /** The slug of an article. */
  readonly slug: string;
}

/** What listComments is given. */
export interface ListCommentsInput {
  /** The slug of an article. */
  readonly slug: string;
}

/** What createComment is given. */
export interface CreateCommentInput {
  /** The slug of an article. */
  readonly slug: string;
  readonly body: { readonly comment: NewComment };
}

/** What deleteComment is given. */
export interface DeleteCommentInput {
  /** The slug of an article. */
  readonly slug: string;
  /** The number of the comment. */
  readonly id: number;
}

/** What favoriteArticle is given. */
export interface FavoriteArticleInput {
  /** The slug of an article. */
  readonly slug: string;
}

/** What unfavoriteArticle is given. */
export interface UnfavoriteArticleInput {
  /** The slug of an article. */
  readonly slug: string;
}

/** What getProfile is given. */
export interface GetProfileInput {
  /** The name of a user. */
  readonly username: string;
}

/** What followUser is given. */
export interface FollowUserInput {
  /** The name of a user. */
  readonly username: string;
}

/** What unfollowUser is given. */
export interface UnfollowUserInput {
  /** The name of a user. */
  readonly username: string;
}

/** What updateCurrentUser is given. */
export interface UpdateCurrentUserInput {
  readonly body: { readonly user: UpdateUser };
}

/** What register is given. */
export interface RegisterInput {
  readonly body: { readonly user: NewUser };
}

/** What login is given. */
export interface LoginInput {
  readonly body: { readonly user: LoginUser };
}

/** What listArticles may answer when it fails. */
export type ListArticlesFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 422; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What createArticle may answer when it fails. */
export type CreateArticleFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 422; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What getFeed may answer when it fails. */
export type GetFeedFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 422; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What getArticle may answer when it fails. */
export type GetArticleFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What updateArticle may answer when it fails. */
export type UpdateArticleFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 403; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: 422; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What deleteArticle may answer when it fails. */
export type DeleteArticleFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 403; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What listComments may answer when it fails. */
export type ListCommentsFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What createComment may answer when it fails. */
export type CreateCommentFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: 422; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What deleteComment may answer when it fails. */
export type DeleteCommentFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 403; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What favoriteArticle may answer when it fails. */
export type FavoriteArticleFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What unfavoriteArticle may answer when it fails. */
export type UnfavoriteArticleFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What getProfile may answer when it fails. */
export type GetProfileFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What followUser may answer when it fails. */
export type FollowUserFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What unfollowUser may answer when it fails. */
export type UnfollowUserFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 404; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What listTags may answer when it fails. */
export type ListTagsFailure = { readonly status: number; readonly body: Errors };

/** What getCurrentUser may answer when it fails. */
export type GetCurrentUserFailure = { readonly status: 401; readonly body: Errors } | { readonly status: number; readonly body: Errors };

/** What updateCurrentUser may answer when it fails. */
export type UpdateCurrentUserFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 409; readonly body: Errors }
  | { readonly status: 422; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What register may answer when it fails. */
export type RegisterFailure =
  | { readonly status: 409; readonly body: Errors }
  | { readonly status: 422; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };

/** What login may answer when it fails. */
export type LoginFailure =
  | { readonly status: 401; readonly body: Errors }
  | { readonly status: 422; readonly body: Errors }
  | { readonly status: number; readonly body: Errors };
