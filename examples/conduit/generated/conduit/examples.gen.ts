// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "archwright/core/testing/operation-contract";
import { seeded } from "archwright/core/testing/seeded";
import { loginUserMock, newArticleMock, newCommentMock, newUserMock, updateArticleMock, updateUserMock } from "./mocks.gen.ts";

/** Right and wrong input of each operation. */
export const conduitExamples: Readonly<Record<string, OperationExample>> = {
  listArticles: {
    violations: [
      { pointer: "?offset", query: { offset: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
    ],
  },
  createArticle: {
    body: { article: newArticleMock(1) },
    violations: [
      { pointer: "/article", body: { article: undefined } },
      { pointer: "/article", body: { article: "x" } },
    ],
  },
  getFeed: {
    violations: [
      { pointer: "?offset", query: { offset: "no such value" } },
      { pointer: "?limit", query: { limit: "no such value" } },
    ],
  },
  getArticle: { params: { slug: seeded("getArticle", 1).text() } },
  updateArticle: {
    params: { slug: seeded("updateArticle", 1).text() },
    body: { article: updateArticleMock(1) },
    violations: [
      { pointer: "/article", body: { article: undefined } },
      { pointer: "/article", body: { article: "x" } },
    ],
  },
  deleteArticle: { params: { slug: seeded("deleteArticle", 1).text() } },
  listComments: { params: { slug: seeded("listComments", 1).text() } },
  createComment: {
    params: { slug: seeded("createComment", 1).text() },
    body: { comment: newCommentMock(1) },
    violations: [
      { pointer: "/comment", body: { comment: undefined } },
      { pointer: "/comment", body: { comment: "x" } },
    ],
  },
  deleteComment: { params: { slug: seeded("deleteComment", 1).text(), id: String(seeded("deleteComment", 1).integer({ minimum: 1 })) } },
  favoriteArticle: { params: { slug: seeded("favoriteArticle", 1).text() } },
  unfavoriteArticle: { params: { slug: seeded("unfavoriteArticle", 1).text() } },
  getProfile: { params: { username: seeded("getProfile", 1).text() } },
  followUser: { params: { username: seeded("followUser", 1).text() } },
  unfollowUser: { params: { username: seeded("unfollowUser", 1).text() } },
  listTags: {},
  getCurrentUser: {},
  updateCurrentUser: {
    body: { user: updateUserMock(1) },
    violations: [
      { pointer: "/user", body: { user: undefined } },
      { pointer: "/user", body: { user: "x" } },
    ],
  },
  register: {
    body: { user: newUserMock(1) },
    violations: [
      { pointer: "/user", body: { user: undefined } },
      { pointer: "/user", body: { user: "x" } },
    ],
  },
  login: {
    body: { user: loginUserMock(1) },
    violations: [
      { pointer: "/user", body: { user: undefined } },
      { pointer: "/user", body: { user: "x" } },
    ],
  },
};
