import type { Context } from "archwright/core/context/context";
import type { Placeholders, SqlDatabase } from "archwright/core/database/database";
import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import type { ConduitSqliteTables } from "../../generated/conduit/tables.gen.ts";
import type { ArticleList, ArticleSummary, FullArticle } from "../../generated/conduit/types.gen.ts";
import { viewerOf } from "./current-user.ts";
import { type AuthorRow, author, following, time } from "./rows.ts";

/** What a list of articles may be narrowed by. */
interface Criteria {
  readonly author: string;
  readonly tag: string;
  readonly favorited: string;
  /** Only of authors whom the viewer follows; the value says nothing. */
  readonly feed: string;
}
type Criterion = keyof Criteria;
const criterions: readonly Criterion[] = ["author", "tag", "favorited", "feed"];
interface Viewed {
  readonly viewer: string;
}
interface Window {
  readonly limit: number;
  readonly offset: number;
}

/** Articles as a viewer sees them, with their authors, in one query each. */
export interface ArticleReader {
  page(ctx: Context, criteria: { readonly [Name in Criterion]?: string | undefined }, window: Window): Promise<ArticleList>;
  find(ctx: Context, slug: string): Promise<FullArticle | undefined>;
}

interface Row extends AuthorRow {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly tag_list: string;
  readonly created_at: string | Date;
  readonly updated_at: string | Date;
  readonly favorited: unknown;
  readonly favorites_count: number | null;
}

export function articleReader(database: SqlDatabase<ConduitSqliteTables>): ArticleReader {
  const findOne = database.statement((query, param: Placeholders<Viewed & { slug: string }>) =>
    shown(query, param).select("articles.body").where("articles.slug", "=", param.slug),
  );
  const lists = new Map(subsets(criterions).map((by) => [by.join(), list(database, by)]));

  return {
    async find(ctx, slug) {
      const row = await findOne.first(ctx, { viewer: viewerOf(ctx), slug });
      return row && { ...summary(row), body: row.body };
    },
    async page(ctx, criteria, window) {
      const by = criterions.filter((name) => criteria[name] !== undefined);
      const values = { author: "", tag: "", favorited: "", feed: "", ...criteria } as Criteria;
      const statements = lists.get(by.join());
      if (statements === undefined) throw new Error(`No query narrows a list of articles by ${by.join()}.`);
      const params = { ...values, ...window, viewer: viewerOf(ctx) };
      const rows = await statements.page.all(ctx, params);
      const counted = await statements.count.first(ctx, params);
      return { articles: rows.map(summary), articlesCount: counted?.count ?? 0 };
    },
  };
}

/** The statements of one way to narrow the list, prepared at the start. */
function list(database: SqlDatabase<ConduitSqliteTables>, by: readonly Criterion[]) {
  type Params = Placeholders<Criteria & Viewed & Window>;
  return {
    page: database.statement((query, param: Params) =>
      shown(query, param)
        .where((eb) => eb.and(by.map((criterion) => narrowed(eb, criterion, param))))
        .orderBy("articles.number", "desc")
        .limit(param.limit)
        .offset(param.offset),
    ),
    count: database.statement((query, param: Params) =>
      query
        .selectFrom("articles")
        .innerJoin("users", "users.id", "articles.author_id")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where((eb) => eb.and(by.map((criterion) => narrowed(eb, criterion, param)))),
    ),
  };
}

type Joined = ExpressionBuilder<ConduitSqliteTables, "articles" | "users">;

function narrowed(eb: Joined, criterion: Criterion, param: Placeholders<Criteria & Viewed>) {
  switch (criterion) {
    case "author":
      return eb("users.username", "=", param.author);
    case "tag":
      return eb(
        "articles.id",
        "in",
        eb.selectFrom("article_tags").select("article_tags.article_id").where("article_tags.name", "=", param.tag),
      );
    case "favorited":
      return eb(
        "articles.id",
        "in",
        eb
          .selectFrom("favorites")
          .innerJoin("users as fans", "fans.id", "favorites.user_id")
          .select("favorites.article_id")
          .where("fans.username", "=", param.favorited),
      );
    case "feed":
      return eb(
        "articles.author_id",
        "in",
        eb.selectFrom("follows").select("follows.followed_id").where("follows.follower_id", "=", param.viewer),
      );
  }
}

/** All of an article but its body. */
function shown(query: Kysely<ConduitSqliteTables>, param: Placeholders<Viewed>) {
  return query
    .selectFrom("articles")
    .innerJoin("users", "users.id", "articles.author_id")
    .select(["articles.slug", "articles.title", "articles.description", "articles.created_at", "articles.updated_at"])
    .select(["users.username", "users.bio", "users.image"])
    .select((eb) => [
      sql<string>`cast(articles.tag_list as text)`.as("tag_list"),
      eb
        .selectFrom("favorites")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .whereRef("favorites.article_id", "=", "articles.id")
        .as("favorites_count"),
      eb
        .exists(
          eb
            .selectFrom("favorites")
            .select("favorites.id")
            .whereRef("favorites.article_id", "=", "articles.id")
            .where("favorites.user_id", "=", param.viewer),
        )
        .as("favorited"),
      following(param.viewer),
    ]);
}

const summary = (row: Row): ArticleSummary => ({
  slug: row.slug,
  title: row.title,
  description: row.description,
  tagList: JSON.parse(row.tag_list) as string[],
  createdAt: time(row.created_at),
  updatedAt: time(row.updated_at),
  favorited: Boolean(row.favorited),
  favoritesCount: row.favorites_count ?? 0,
  author: author(row),
});

/** Every choice among the names, in their order. */
function subsets<Name>([first, ...rest]: readonly Name[]): readonly (readonly Name[])[] {
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without, ...without.map((some) => [first, ...some])];
}
