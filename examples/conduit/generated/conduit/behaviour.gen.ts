// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Database } from "archwright/core/database/database";
import { related } from "archwright/core/database/relations";
import type {
  ArticleRepository,
  ArticleTagRepository,
  CommentRepository,
  ConduitRepositories,
  FavoriteRepository,
} from "./repository.gen.ts";

/** What rows do beyond being kept, the same on every database. */
export function conduitBehaviour(db: Database, rows: ConduitRepositories): ConduitRepositories {
  const articles: ArticleRepository = related(db, rows.articles, {
    entity: "Article",
    children: [
      { entity: "Comment", list: (ctx, id) => comments.listCommentsOfArticle(ctx, id), end: (ctx, id) => comments.delete(ctx, id) },
      { entity: "Favorite", list: (ctx, id) => favorites.listFavoritesOfArticle(ctx, id), end: (ctx, id) => favorites.delete(ctx, id) },
      { entity: "ArticleTag", list: (ctx, id) => articleTags.listTagsOfArticle(ctx, id), end: (ctx, id) => articleTags.delete(ctx, id) },
    ],
  });
  const articleTags: ArticleTagRepository = related(db, rows.articleTags, {
    entity: "ArticleTag",
    parents: [{ entity: "Article", field: "articleId", fixed: true, hold: (ctx, id) => rows.articles.hold(ctx, id) }],
  });
  const favorites: FavoriteRepository = related(db, rows.favorites, {
    entity: "Favorite",
    parents: [{ entity: "Article", field: "articleId", fixed: true, hold: (ctx, id) => rows.articles.hold(ctx, id) }],
  });
  const comments: CommentRepository = related(db, rows.comments, {
    entity: "Comment",
    parents: [{ entity: "Article", field: "articleId", fixed: true, hold: (ctx, id) => rows.articles.hold(ctx, id) }],
  });
  return { ...rows, articles, articleTags, favorites, comments };
}
