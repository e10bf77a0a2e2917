// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import { type MockOperation, type MockOutcomes, mockHandlers } from "archwright/core/testing/mock-handlers";
import { seeded } from "archwright/core/testing/seeded";
import type { HttpHandler } from "msw";
import type { ConduitService } from "./service.gen.ts";
import type {
  ArticleCreate,
  ArticleList,
  ArticlePatch,
  ArticleSummary,
  ArticleTagCreate,
  CommentCreate,
  CommentPatch,
  Errors,
  FavoriteCreate,
  FollowCreate,
  FullArticle,
  LoginUser,
  NewArticle,
  NewComment,
  NewUser,
  Password,
  Profile,
  ShownComment,
  SignedInUser,
  TagList,
  UpdateArticle,
  UpdateUser,
  UserCreate,
  UserPatch,
} from "./types.gen.ts";

export function errorsMock(_number: number, given: Partial<Errors> = {}): Errors {
  return {
    errors: {},
    ...given,
  };
}

export function passwordMock(number: number): Password {
  const make = seeded("Password", number);
  return make.text({ format: "password", maxLength: 200 });
}

export function newUserMock(number: number, given: Partial<NewUser> = {}): NewUser {
  const make = seeded("NewUser", number);
  return {
    username: make.text({ maxLength: 100, minLength: 1 }),
    email: make.text({ format: "email", maxLength: 254, minLength: 1 }),
    password: passwordMock(number),
    ...given,
  };
}

export function loginUserMock(number: number, given: Partial<LoginUser> = {}): LoginUser {
  const make = seeded("LoginUser", number);
  return {
    email: make.text({ maxLength: 254, minLength: 1 }),
    password: make.text({ format: "password", maxLength: 200, minLength: 1 }),
    ...given,
  };
}

export function updateUserMock(number: number, given: Partial<UpdateUser> = {}): UpdateUser {
  const make = seeded("UpdateUser", number);
  return {
    username: make.text({ maxLength: 100, minLength: 1 }),
    email: make.text({ format: "email", maxLength: 254, minLength: 1 }),
    password: passwordMock(number),
    bio: make.text({ maxLength: 10000 }),
    image: make.text({ maxLength: 2000 }),
    ...given,
  };
}

export function signedInUserMock(number: number, given: Partial<SignedInUser> = {}): SignedInUser {
  const make = seeded("SignedInUser", number);
  return {
    username: make.text(),
    email: make.text(),
    bio: make.text(),
    image: make.text(),
    token: make.text(),
    ...given,
  };
}

export function profileMock(number: number, given: Partial<Profile> = {}): Profile {
  const make = seeded("Profile", number);
  return {
    username: make.text(),
    bio: make.text(),
    image: make.text(),
    following: make.boolean(),
    ...given,
  };
}

export function newArticleMock(number: number, given: Partial<NewArticle> = {}): NewArticle {
  const make = seeded("NewArticle", number);
  return {
    title: make.text({ maxLength: 300, minLength: 1 }),
    description: make.text({ maxLength: 2000, minLength: 1 }),
    body: make.text({ maxLength: 500000, minLength: 1 }),
    tagList: tagListMock(number),
    ...given,
  };
}

export function updateArticleMock(number: number, given: Partial<UpdateArticle> = {}): UpdateArticle {
  const make = seeded("UpdateArticle", number);
  return {
    title: make.text({ maxLength: 300, minLength: 1 }),
    description: make.text({ maxLength: 2000, minLength: 1 }),
    body: make.text({ maxLength: 500000, minLength: 1 }),
    tagList: tagListMock(number),
    ...given,
  };
}

export function tagListMock(number: number): TagList {
  const make = seeded("TagList", number);
  return make.list({ maxItems: 50 }, () => make.text({ maxLength: 100, minLength: 1 }));
}

export function articleSummaryMock(number: number, given: Partial<ArticleSummary> = {}): ArticleSummary {
  const make = seeded("ArticleSummary", number);
  return {
    slug: make.text(),
    title: make.text(),
    description: make.text(),
    tagList: make.list({}, () => make.text()),
    createdAt: make.time(),
    updatedAt: make.time(),
    favorited: make.boolean(),
    favoritesCount: make.integer(),
    author: profileMock(number),
    ...given,
  };
}

export function fullArticleMock(number: number): FullArticle {
  const make = seeded("FullArticle", number);
  return Object.assign({}, articleSummaryMock(number), { body: make.text() }) as never;
}

export function articleListMock(number: number, given: Partial<ArticleList> = {}): ArticleList {
  const make = seeded("ArticleList", number);
  return {
    articles: make.list({}, articleSummaryMock),
    articlesCount: make.integer(),
    ...given,
  };
}

export function newCommentMock(number: number, given: Partial<NewComment> = {}): NewComment {
  const make = seeded("NewComment", number);
  return {
    body: make.text({ maxLength: 20000, minLength: 1 }),
    ...given,
  };
}

export function shownCommentMock(number: number, given: Partial<ShownComment> = {}): ShownComment {
  const make = seeded("ShownComment", number);
  return {
    id: make.integer(),
    body: make.text(),
    createdAt: make.time(),
    updatedAt: make.time(),
    author: profileMock(number),
    ...given,
  };
}

export function userCreateMock(number: number, given: Partial<UserCreate> = {}): UserCreate {
  const make = seeded("UserCreate", number);
  return {
    username: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    passwordHash: make.text(),
    bio: make.text({ maxLength: 10000 }),
    image: make.text({ maxLength: 2000 }),
    ...given,
  };
}

export function userPatchMock(number: number, given: Partial<UserPatch> = {}): UserPatch {
  const make = seeded("UserPatch", number);
  return {
    username: make.text({ maxLength: 100 }),
    email: make.text({ maxLength: 254 }),
    passwordHash: make.text(),
    bio: make.text({ maxLength: 10000 }),
    image: make.text({ maxLength: 2000 }),
    ...given,
  };
}

export function followCreateMock(number: number, given: Partial<FollowCreate> = {}): FollowCreate {
  const make = seeded("FollowCreate", number);
  return {
    followerId: make.id("us"),
    followedId: make.id("us"),
    ...given,
  };
}

export function articleCreateMock(number: number, given: Partial<ArticleCreate> = {}): ArticleCreate {
  const make = seeded("ArticleCreate", number);
  return {
    number: make.integer(),
    slug: make.text({ maxLength: 120 }),
    title: make.text({ maxLength: 300 }),
    description: make.text({ maxLength: 2000 }),
    body: make.text({ maxLength: 500000 }),
    tagList: make.list({}, () => make.text()),
    authorId: make.id("us"),
    ...given,
  };
}

export function articlePatchMock(number: number, given: Partial<ArticlePatch> = {}): ArticlePatch {
  const make = seeded("ArticlePatch", number);
  return {
    slug: make.text({ maxLength: 120 }),
    title: make.text({ maxLength: 300 }),
    description: make.text({ maxLength: 2000 }),
    body: make.text({ maxLength: 500000 }),
    tagList: make.list({}, () => make.text()),
    ...given,
  };
}

export function articleTagCreateMock(number: number, given: Partial<ArticleTagCreate> = {}): ArticleTagCreate {
  const make = seeded("ArticleTagCreate", number);
  return {
    articleId: make.id("ar"),
    name: make.text({ maxLength: 100 }),
    ...given,
  };
}

export function favoriteCreateMock(number: number, given: Partial<FavoriteCreate> = {}): FavoriteCreate {
  const make = seeded("FavoriteCreate", number);
  return {
    articleId: make.id("ar"),
    userId: make.id("us"),
    ...given,
  };
}

export function commentCreateMock(number: number, given: Partial<CommentCreate> = {}): CommentCreate {
  const make = seeded("CommentCreate", number);
  return {
    number: make.integer(),
    articleId: make.id("ar"),
    authorId: make.id("us"),
    body: make.text({ maxLength: 20000 }),
    ...given,
  };
}

export function commentPatchMock(number: number, given: Partial<CommentPatch> = {}): CommentPatch {
  const make = seeded("CommentPatch", number);
  return {
    body: make.text({ maxLength: 20000 }),
    ...given,
  };
}

/** Answers every operation, for MSW: with success and at once, unless `outcomes` says otherwise. */
export function conduitHandlers(base = "/api", outcomes: MockOutcomes<keyof ConduitService> = {}): HttpHandler[] {
  const operations: readonly MockOperation<keyof ConduitService>[] = [
    { id: "listArticles", method: "get", path: "/articles", status: 200, make: () => articleListMock(1) },
    { id: "createArticle", method: "post", path: "/articles", status: 201, make: () => ({ article: fullArticleMock(1) }) },
    { id: "getFeed", method: "get", path: "/articles/feed", status: 200, make: () => articleListMock(1) },
    { id: "getArticle", method: "get", path: "/articles/{slug}", status: 200, make: () => ({ article: fullArticleMock(1) }) },
    { id: "updateArticle", method: "put", path: "/articles/{slug}", status: 200, make: () => ({ article: fullArticleMock(1) }) },
    { id: "deleteArticle", method: "delete", path: "/articles/{slug}", status: 204, answer: "none" },
    {
      id: "listComments",
      method: "get",
      path: "/articles/{slug}/comments",
      status: 200,
      make: () => {
        const make = seeded("listComments", 1);
        return { comments: make.list({}, shownCommentMock) };
      },
    },
    { id: "createComment", method: "post", path: "/articles/{slug}/comments", status: 201, make: () => ({ comment: shownCommentMock(1) }) },
    { id: "deleteComment", method: "delete", path: "/articles/{slug}/comments/{id}", status: 204, answer: "none" },
    {
      id: "favoriteArticle",
      method: "post",
      path: "/articles/{slug}/favorite",
      status: 200,
      make: () => ({ article: fullArticleMock(1) }),
    },
    {
      id: "unfavoriteArticle",
      method: "delete",
      path: "/articles/{slug}/favorite",
      status: 200,
      make: () => ({ article: fullArticleMock(1) }),
    },
    { id: "getProfile", method: "get", path: "/profiles/{username}", status: 200, make: () => ({ profile: profileMock(1) }) },
    { id: "followUser", method: "post", path: "/profiles/{username}/follow", status: 200, make: () => ({ profile: profileMock(1) }) },
    { id: "unfollowUser", method: "delete", path: "/profiles/{username}/follow", status: 200, make: () => ({ profile: profileMock(1) }) },
    {
      id: "listTags",
      method: "get",
      path: "/tags",
      status: 200,
      make: () => {
        const make = seeded("listTags", 1);
        return { tags: make.list({}, () => make.text()) };
      },
    },
    { id: "getCurrentUser", method: "get", path: "/user", status: 200, make: () => ({ user: signedInUserMock(1) }) },
    { id: "updateCurrentUser", method: "put", path: "/user", status: 200, make: () => ({ user: signedInUserMock(1) }) },
    { id: "register", method: "post", path: "/users", status: 201, make: () => ({ user: signedInUserMock(1) }) },
    { id: "login", method: "post", path: "/users/login", status: 200, make: () => ({ user: signedInUserMock(1) }) },
  ];
  return mockHandlers(base, operations, outcomes);
}
