import type { Context } from "archwright/core/context/context";
import type { Placeholders, SqlDatabase } from "archwright/core/database/database";
import { problem } from "archwright/core/problems/problem";
import type { ConduitParts, ConduitService } from "../../generated/conduit/service.gen.ts";
import type { ConduitSqliteTables } from "../../generated/conduit/tables.gen.ts";
import type { Article, ShownComment } from "../../generated/conduit/types.gen.ts";
import { currentUser, viewerOf } from "./current-user.ts";
import { author, following, time } from "./rows.ts";
import { sequence } from "./sequence.ts";

/** What people say about articles. */
export function comments(parts: ConduitParts): Pick<ConduitService, "listComments" | "createComment" | "deleteComment"> {
  const { users, articles, comments } = parts;
  const database = parts.core.database as SqlDatabase<ConduitSqliteTables>;
  const nextNumber = sequence();
  const ofArticle = database.statement((query, param: Placeholders<{ articleId: string; viewer: string }>) =>
    query
      .selectFrom("comments")
      .innerJoin("users", "users.id", "comments.author_id")
      .select(["comments.number", "comments.body", "comments.created_at", "comments.updated_at"])
      .select(["users.username", "users.bio", "users.image"])
      .select(following(param.viewer))
      .where("comments.article_id", "=", param.articleId)
      .orderBy("comments.number"),
  );

  async function articleOf(ctx: Context, slug: string): Promise<Article> {
    const article = await articles.findBySlug(ctx, slug);
    if (article === undefined) throw problem.notFound("There is no article with this slug.", { pointer: "/article" });
    return article;
  }

  return {
    async listComments(ctx, { slug }) {
      const { id: articleId } = await articleOf(ctx, slug);
      const rows = await ofArticle.all(ctx, { articleId, viewer: viewerOf(ctx) });
      return {
        comments: rows.map(
          (row): ShownComment => ({
            id: row.number,
            body: row.body,
            createdAt: time(row.created_at),
            updatedAt: time(row.updated_at),
            author: author(row),
          }),
        ),
      };
    },

    async createComment(ctx, { slug, body: { comment } }) {
      const { id: articleId } = await articleOf(ctx, slug);
      const { id: authorId, username, bio, image } = await currentUser(users, ctx);
      const { number, body, createdAt, updatedAt } = await comments.insert(ctx, {
        number: nextNumber(),
        articleId,
        authorId,
        body: comment.body,
      });
      return { comment: { id: number, body, createdAt, updatedAt, author: { username, bio, image, following: false } } };
    },

    async deleteComment(ctx, { slug, id: number }) {
      const { id: articleId } = await articleOf(ctx, slug);
      const comment = await comments.findInArticle(ctx, articleId, number);
      if (comment === undefined) throw problem.notFound("There is no such comment.", { pointer: "/comment" });
      if (comment.authorId !== viewerOf(ctx)) throw problem.forbidden("Somebody else said this.", { pointer: "/comment" });
      await comments.delete(ctx, comment.id);
    },
  };
}
