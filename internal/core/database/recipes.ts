import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "./database.ts";

/** The table of sql/core/0010_recipes, and what of the migrations it is about. */
export interface RecipeTables {
  core_recipes: { readonly name: string; readonly recipe: string };
  core_migrations: { readonly domain: string; readonly number: number };
}

/** Something that is made of the columns of a table. */
export interface MadeColumn {
  /** `notes.search_words` */
  readonly name: string;
  readonly domain: string;
  /** What makes it what it is. */
  readonly recipe: readonly unknown[];
}

/** By what columns were made that are made of others. */
export interface Recipes {
  /**
   * The recipe to be kept once all of it is made, undefined when it was made by this very one. A migration of its domain may have
   * changed what it is made of: the recipe tells of the last one.
   */
  changed(ctx: Context, column: MadeColumn): Promise<string | undefined>;
  keep(ctx: Context, column: MadeColumn, recipe: string): Promise<void>;
}

/** The recipes that a database keeps. */
export function recipesOf(database: SqlDatabase<RecipeTables>): Recipes {
  const find = database.statement((query, param: Placeholders<{ readonly name: string }>) =>
    query.selectFrom("core_recipes").select("recipe").where("name", "=", param.name),
  );
  const keep = database.statement((query, param: Placeholders<{ readonly name: string; readonly recipe: string }>) =>
    query
      .insertInto("core_recipes")
      .values({ name: param.name, recipe: param.recipe })
      .onConflict((on) => on.column("name").doUpdateSet({ recipe: param.recipe })),
  );
  const last = database.statement((query, param: Placeholders<{ readonly domain: string }>) =>
    query
      .selectFrom("core_migrations")
      .select((eb) => eb.fn.max("number").as("number"))
      .where("domain", "=", param.domain),
  );
  return {
    async changed(ctx, { name, domain, recipe }) {
      const migration = await last.first(ctx, { domain });
      const now = JSON.stringify([...recipe, migration?.number ?? 0]);
      return (await find.first(ctx, { name }))?.recipe === now ? undefined : now;
    },
    async keep(ctx, { name }, recipe) {
      await keep.run(ctx, { name, recipe });
    },
  };
}
