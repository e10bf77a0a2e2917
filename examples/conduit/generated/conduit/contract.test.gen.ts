// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "archwright/core/testing/document-contract";
import { repositoryContract } from "archwright/core/testing/repository-contract";
import { conduitDomain } from "./domain.gen.ts";
import { conduitExamples } from "./examples.gen.ts";
import {
  articleCreateMock,
  articlePatchMock,
  articleTagCreateMock,
  commentCreateMock,
  commentPatchMock,
  favoriteCreateMock,
  followCreateMock,
  userCreateMock,
  userPatchMock,
} from "./mocks.gen.ts";
import { conduitOperations } from "./server.gen.ts";

repositoryContract({
  entity: "User",
  scope: "global",
  prefix: "us",
  open: (database) => conduitDomain.repositories(database).users,
  create: userCreateMock,
  patch: userPatchMock,
  unique: [["username"], ["email"]],
  filter: [],
  sort: [],
  immutable: [],
  nullable: ["bio", "image"],
  methods: [
    { name: "findByEmail", by: ["email"], returns: "one" },
    { name: "findByUsername", by: ["username"], returns: "one" },
  ],
});

repositoryContract({
  entity: "Follow",
  scope: "global",
  prefix: "fo",
  open: (database) => conduitDomain.repositories(database).follows,
  create: followCreateMock,
  unique: [["followerId", "followedId"]],
  filter: [],
  sort: [],
  immutable: ["followerId", "followedId"],
  nullable: [],
  methods: [{ name: "findPair", by: ["followerId", "followedId"], returns: "one" }],
});

repositoryContract({
  entity: "Article",
  scope: "global",
  prefix: "ar",
  open: (database) => conduitDomain.repositories(database).articles,
  create: articleCreateMock,
  patch: articlePatchMock,
  unique: [["slug"], ["number"]],
  filter: [],
  sort: [],
  immutable: ["number", "authorId"],
  nullable: [],
  methods: [{ name: "findBySlug", by: ["slug"], returns: "one" }],
});

repositoryContract({
  entity: "ArticleTag",
  scope: "global",
  prefix: "at",
  open: (database) => conduitDomain.repositories(database).articleTags,
  create: articleTagCreateMock,
  unique: [["articleId", "name"]],
  filter: [],
  sort: [],
  immutable: ["articleId", "name"],
  nullable: [],
  parents: [
    {
      field: "articleId",
      onDelete: "cascade",
      open: (database) => conduitDomain.repositories(database).articles,
      create: articleCreateMock,
    },
  ],
  methods: [
    { name: "findByArticle", by: ["articleId"], returns: "many" },
    { name: "listTagsOfArticle", by: ["articleId"], returns: "many" },
  ],
});

repositoryContract({
  entity: "Favorite",
  scope: "global",
  prefix: "fa",
  open: (database) => conduitDomain.repositories(database).favorites,
  create: favoriteCreateMock,
  unique: [["articleId", "userId"]],
  filter: [],
  sort: [],
  immutable: ["articleId", "userId"],
  nullable: [],
  parents: [
    {
      field: "articleId",
      onDelete: "cascade",
      open: (database) => conduitDomain.repositories(database).articles,
      create: articleCreateMock,
    },
  ],
  methods: [
    { name: "findPair", by: ["articleId", "userId"], returns: "one" },
    { name: "listFavoritesOfArticle", by: ["articleId"], returns: "many" },
  ],
});

repositoryContract({
  entity: "Comment",
  scope: "global",
  prefix: "co",
  open: (database) => conduitDomain.repositories(database).comments,
  create: commentCreateMock,
  patch: commentPatchMock,
  unique: [["number"]],
  filter: [],
  sort: [],
  immutable: ["number", "articleId", "authorId"],
  nullable: [],
  parents: [
    {
      field: "articleId",
      onDelete: "cascade",
      open: (database) => conduitDomain.repositories(database).articles,
      create: articleCreateMock,
    },
  ],
  methods: [
    { name: "findInArticle", by: ["articleId", "number"], returns: "one" },
    { name: "listCommentsOfArticle", by: ["articleId"], returns: "many" },
  ],
});

documentContract("conduit", {
  document: new URL("../openapi.json", import.meta.url),
  operations: conduitOperations,
  examples: conduitExamples,
});
