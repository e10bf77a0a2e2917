import { setTimeout as sleep } from "node:timers/promises";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Background, Core } from "../modules/domain.ts";
import type { SqlDatabase } from "./database.ts";
import { type Recipes, type RecipeTables, recipesOf } from "./recipes.ts";
import { type SearchIndex, searchRecipe } from "./search.ts";

/** A repository whose lists are searched. */
export interface Reindexable {
  /** Makes anew what rows are found by: of `limit` rows after an id; gives the last one's id, undefined when there were none. */
  reindex(ctx: Context, after: string, limit: number): Promise<string | undefined>;
}

/** What is searched, and the rows in which. */
export interface Searched {
  readonly domain: string;
  readonly index: SearchIndex;
  readonly rows: Reindexable;
}

const batch = 200;
const retryAfter = 60_000;

/**
 * Makes the words of rows anew where they were made by another recipe: once a table has rows and is searched from then on, by other
 * fields, by another version of Unicode, or after a migration that may have changed what rows say. In small transactions, so that others' writes go in between; gives the tables. What is
 * interrupted begins anew the next time.
 */
export async function reindexOnce(
  ctx: Context,
  recipes: Recipes,
  searched: readonly Searched[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const done: string[] = [];
  for (const { domain, index, rows } of searched) {
    const words = { name: `${index.table}.search_words`, domain, recipe: searchRecipe(index) };
    const recipe = await recipes.changed(ctx, words);
    if (recipe === undefined) continue;
    let after: string | undefined = "";
    while (after !== undefined && signal?.aborted !== true) after = await rows.reindex(ctx, after, batch);
    if (after !== undefined) return done;
    await recipes.keep(ctx, words, recipe);
    done.push(index.table);
  }
  return done;
}

/** Does so once, beside requests: until it is done, what was there before is found by the old words. */
export function startReindex(
  { database, log, system }: Pick<Core, "database" | "log" | "system">,
  searched: readonly Searched[],
): Background {
  // In memory words are not kept.
  if (database.dialect === "memory" || searched.length === 0) return { stop: async () => undefined };
  const recipes = recipesOf(database as SqlDatabase<RecipeTables>);
  const stopping = new AbortController();
  const ctx = acrossOrganizations(system("reindex", ""));

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const tables = await reindexOnce(ctx, recipes, searched, stopping.signal);
        if (tables.length > 0) log.info({ tables }, "What rows are found by was made anew.");
        return;
      } catch (err) {
        log.error({ err }, "What rows are found by could not be made anew; it is tried again in a minute.");
      }
      await sleep(retryAfter, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  }

  const done = work();
  return {
    stop() {
      stopping.abort();
      return done;
    },
  };
}
