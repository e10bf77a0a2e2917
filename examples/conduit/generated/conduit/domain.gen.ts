// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database, SqlDatabase } from "archwright/core/database/database";
import type { MemoryDatabase } from "archwright/core/database/memory";
import type { Domain } from "archwright/core/modules/domain";
import { conduitBehaviour } from "./behaviour.gen.ts";
import { conduitClient } from "./client.gen.ts";
import { conduitSettings } from "./config.gen.ts";
import { conduitEvents } from "./events.gen.ts";
import { memoryArticles, memoryArticleTags, memoryComments, memoryFavorites, memoryFollows, memoryUsers } from "./memory.gen.ts";
import { conduitPermissions, conduitRoles } from "./permissions.gen.ts";
import {
  postgresArticles,
  postgresArticleTags,
  postgresComments,
  postgresFavorites,
  postgresFollows,
  postgresUsers,
} from "./postgres.gen.ts";
import type { ConduitRepositories } from "./repository.gen.ts";
import { conduitOperations } from "./server.gen.ts";
import type { ConduitService } from "./service.gen.ts";
import { sqliteArticles, sqliteArticleTags, sqliteComments, sqliteFavorites, sqliteFollows, sqliteUsers } from "./sqlite.gen.ts";
import type { ConduitPostgresTables, ConduitSqliteTables } from "./tables.gen.ts";

export const conduitDomain: Domain<ConduitRepositories, ConduitService> = {
  name: "conduit",
  tier: "core",
  requires: [],
  permissions: conduitPermissions,
  roles: conduitRoles,
  config: conduitSettings,
  prefixes: { us: "User", fo: "Follow", ar: "Article", at: "ArticleTag", fa: "Favorite", co: "Comment" },
  operations: conduitOperations,
  repositories,
  events: conduitEvents,
  client: conduitClient,
  defaults: () => ({}),
  consumers: () => [],
};

// A Database is one of these three, as its dialect says.
function repositories(database: Database): ConduitRepositories {
  switch (database.dialect) {
    case "sqlite": {
      const db = database as SqlDatabase<ConduitSqliteTables>;
      return conduitBehaviour(db, {
        users: sqliteUsers(db),
        follows: sqliteFollows(db),
        articles: sqliteArticles(db),
        articleTags: sqliteArticleTags(db),
        favorites: sqliteFavorites(db),
        comments: sqliteComments(db),
      });
    }
    case "postgres": {
      const db = database as SqlDatabase<ConduitPostgresTables>;
      return conduitBehaviour(db, {
        users: postgresUsers(db),
        follows: postgresFollows(db),
        articles: postgresArticles(db),
        articleTags: postgresArticleTags(db),
        favorites: postgresFavorites(db),
        comments: postgresComments(db),
      });
    }
    case "memory": {
      const db = database as MemoryDatabase;
      return conduitBehaviour(db, {
        users: memoryUsers(db),
        follows: memoryFollows(db),
        articles: memoryArticles(db),
        articleTags: memoryArticleTags(db),
        favorites: memoryFavorites(db),
        comments: memoryComments(db),
      });
    }
  }
}
