// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "archwright/core/http/remote";
import type { ConduitService } from "./service.gen.ts";

/** Conduit as another process serves it: the same interface, the same problems. */
export function conduitClient(remote: Remote): ConduitService {
  return {
    listArticles: (ctx, input) =>
      remote.call(ctx, {
        method: "get",
        path: "/articles",
        query: { tag: input.tag, author: input.author, favorited: input.favorited, offset: input.offset, limit: input.limit },
        fails: true,
      }),
    createArticle: (ctx, input) => remote.call(ctx, { method: "post", path: "/articles", body: input.body, fails: true }),
    getFeed: (ctx, input) =>
      remote.call(ctx, { method: "get", path: "/articles/feed", query: { offset: input.offset, limit: input.limit }, fails: true }),
    getArticle: (ctx, input) => remote.call(ctx, { method: "get", path: "/articles/{slug}", params: { slug: input.slug }, fails: true }),
    updateArticle: (ctx, input) =>
      remote.call(ctx, { method: "put", path: "/articles/{slug}", params: { slug: input.slug }, body: input.body, fails: true }),
    deleteArticle: (ctx, input) =>
      remote.call(ctx, { method: "delete", path: "/articles/{slug}", params: { slug: input.slug }, answer: "none", fails: true }),
    listComments: (ctx, input) =>
      remote.call(ctx, { method: "get", path: "/articles/{slug}/comments", params: { slug: input.slug }, fails: true }),
    createComment: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/articles/{slug}/comments", params: { slug: input.slug }, body: input.body, fails: true }),
    deleteComment: (ctx, input) =>
      remote.call(ctx, {
        method: "delete",
        path: "/articles/{slug}/comments/{id}",
        params: { slug: input.slug, id: input.id },
        answer: "none",
        fails: true,
      }),
    favoriteArticle: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/articles/{slug}/favorite", params: { slug: input.slug }, fails: true }),
    unfavoriteArticle: (ctx, input) =>
      remote.call(ctx, { method: "delete", path: "/articles/{slug}/favorite", params: { slug: input.slug }, fails: true }),
    getProfile: (ctx, input) =>
      remote.call(ctx, { method: "get", path: "/profiles/{username}", params: { username: input.username }, fails: true }),
    followUser: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/profiles/{username}/follow", params: { username: input.username }, fails: true }),
    unfollowUser: (ctx, input) =>
      remote.call(ctx, { method: "delete", path: "/profiles/{username}/follow", params: { username: input.username }, fails: true }),
    listTags: (ctx) => remote.call(ctx, { method: "get", path: "/tags", fails: true }),
    getCurrentUser: (ctx) => remote.call(ctx, { method: "get", path: "/user", fails: true }),
    updateCurrentUser: (ctx, input) => remote.call(ctx, { method: "put", path: "/user", body: input.body, fails: true }),
    register: (ctx, input) => remote.call(ctx, { method: "post", path: "/users", body: input.body, fails: true }),
    login: (ctx, input) => remote.call(ctx, { method: "post", path: "/users/login", body: input.body, fails: true }),
  };
}
