// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "archwright/core/context/context";
import type { Background, Core } from "archwright/core/modules/domain";
import type { ConduitConfig } from "./config.gen.ts";
import type { ConduitEvents } from "./events.gen.ts";
import type { ConduitRepositories } from "./repository.gen.ts";
import type {
  ArticleList,
  CreateArticleInput,
  CreateCommentInput,
  DeleteArticleInput,
  DeleteCommentInput,
  FavoriteArticleInput,
  FollowUserInput,
  FullArticle,
  GetArticleInput,
  GetFeedInput,
  GetProfileInput,
  ListArticlesInput,
  ListCommentsInput,
  LoginInput,
  Profile,
  RegisterInput,
  ShownComment,
  SignedInUser,
  UnfavoriteArticleInput,
  UnfollowUserInput,
  UpdateArticleInput,
  UpdateCurrentUserInput,
} from "./types.gen.ts";

/** A place to write, read and discuss articles. The API of RealWorld. */
export interface ConduitService {
  /**
   * The latest articles.
   * @throws Failure<ListArticlesFailure>
   */
  listArticles(ctx: Context, input: ListArticlesInput): Promise<ArticleList>;
  /**
   * Publish an article.
   * @throws Failure<CreateArticleFailure>
   */
  createArticle(ctx: Context, input: CreateArticleInput): Promise<{ readonly article: FullArticle }>;
  /**
   * The latest articles of the users whom the caller follows.
   * @throws Failure<GetFeedFailure>
   */
  getFeed(ctx: Context, input: GetFeedInput): Promise<ArticleList>;
  /**
   * One article.
   * @throws Failure<GetArticleFailure>
   */
  getArticle(ctx: Context, input: GetArticleInput): Promise<{ readonly article: FullArticle }>;
  /**
   * Change an article of the caller; what is absent stays. A new title gives a new slug.
   * @throws Failure<UpdateArticleFailure>
   */
  updateArticle(ctx: Context, input: UpdateArticleInput): Promise<{ readonly article: FullArticle }>;
  /**
   * Delete an article of the caller, with its comments.
   * @throws Failure<DeleteArticleFailure>
   */
  deleteArticle(ctx: Context, input: DeleteArticleInput): Promise<void>;
  /**
   * What is said about an article, the oldest first.
   * @throws Failure<ListCommentsFailure>
   */
  listComments(ctx: Context, input: ListCommentsInput): Promise<{ readonly comments: readonly ShownComment[] }>;
  /**
   * Say something about an article.
   * @throws Failure<CreateCommentFailure>
   */
  createComment(ctx: Context, input: CreateCommentInput): Promise<{ readonly comment: ShownComment }>;
  /**
   * Delete a comment of the caller.
   * @throws Failure<DeleteCommentFailure>
   */
  deleteComment(ctx: Context, input: DeleteCommentInput): Promise<void>;
  /**
   * Make an article a favorite of the caller.
   * @throws Failure<FavoriteArticleFailure>
   */
  favoriteArticle(ctx: Context, input: FavoriteArticleInput): Promise<{ readonly article: FullArticle }>;
  /**
   * An article is no favorite of the caller any longer.
   * @throws Failure<UnfavoriteArticleFailure>
   */
  unfavoriteArticle(ctx: Context, input: UnfavoriteArticleInput): Promise<{ readonly article: FullArticle }>;
  /**
   * Who somebody is, and whether the caller follows them.
   * @throws Failure<GetProfileFailure>
   */
  getProfile(ctx: Context, input: GetProfileInput): Promise<{ readonly profile: Profile }>;
  /**
   * Follow somebody. Who does already goes on.
   * @throws Failure<FollowUserFailure>
   */
  followUser(ctx: Context, input: FollowUserInput): Promise<{ readonly profile: Profile }>;
  /**
   * Follow somebody no longer.
   * @throws Failure<UnfollowUserFailure>
   */
  unfollowUser(ctx: Context, input: UnfollowUserInput): Promise<{ readonly profile: Profile }>;
  /**
   * Every tag that an article has, the most used first.
   * @throws Failure<ListTagsFailure>
   */
  listTags(ctx: Context): Promise<{ readonly tags: readonly string[] }>;
  /**
   * The account of the caller.
   * @throws Failure<GetCurrentUserFailure>
   */
  getCurrentUser(ctx: Context): Promise<{ readonly user: SignedInUser }>;
  /**
   * Change the account of the caller; what is absent stays.
   * @throws Failure<UpdateCurrentUserFailure>
   */
  updateCurrentUser(ctx: Context, input: UpdateCurrentUserInput): Promise<{ readonly user: SignedInUser }>;
  /**
   * Create an account and sign in.
   * @throws Failure<RegisterFailure>
   */
  register(ctx: Context, input: RegisterInput): Promise<{ readonly user: SignedInUser }>;
  /**
   * Sign in with e-mail and password.
   * @throws Failure<LoginFailure>
   */
  login(ctx: Context, input: LoginInput): Promise<{ readonly user: SignedInUser }>;
}

/** What the service is made of. */
export interface ConduitParts extends ConduitRepositories {
  readonly events: ConduitEvents;
  readonly config: ConduitConfig;
  readonly core: Core;
}

/** What internal/conduit/module.ts provides. */
export interface ConduitModule {
  /** The operations that the spec alone does not decide, and others where they differ from the defaults. */
  service(parts: ConduitParts): ConduitService;
  /** Removes what a purged organization leaves besides its rows: files, rows that are not bound to it. May run again. */
  forget?(parts: ConduitParts, organization: string): Promise<void>;
  /** Work beside requests: workers, start-up chores. */
  start?(parts: ConduitParts, service: ConduitService): Promise<Background>;
  /** Work that one process does for all: sweeps, schedules. */
  startAlone?(parts: ConduitParts, service: ConduitService): Promise<Background>;
}
