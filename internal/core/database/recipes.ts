import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "./database.ts";

/** The table of sql/core/0010_recipes. */
export interface RecipeTables {
  core_recipes: { readonly name: string; readonly recipe: string };
}

/** By what columns were made that are made of others. */
export interface Recipes {
  /** Undefined when nothing was made so far. */
  read(ctx: Context, name: string): Promise<string | undefined>;
  write(ctx: Context, name: string, recipe: string): Promise<void>;
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
  return {
    read: async (ctx, name) => (await find.first(ctx, { name }))?.recipe,
    async write(ctx, name, recipe) {
      await keep.run(ctx, { name, recipe });
    },
  };
}
