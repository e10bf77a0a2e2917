import type { Context } from "../context/context.ts";
import type { SqlDatabase } from "../database/database.ts";
import { type Recipes, type RecipeTables, recipesOf } from "../database/recipes.ts";
import { doorbell } from "../events/doorbell.ts";
import type { Background, Core } from "../modules/domain.ts";
import { type DueEmbeddings, dueEmbeddings } from "./due-embeddings.ts";
import { type EmbeddedRows, embedDue } from "./embed-due.ts";
import { embeddingTopic } from "./embedded.ts";
import type { Embedder } from "./embedder.ts";

const batch = 500;
const pollMilliseconds = 30_000;

/**
 * Marks every row of a table whose vectors were made in another way: by another embedder, of other fields, of another length, or before a
 * migration that may have changed what rows say. Those whose text is the same are not embedded again, but for another embedder.
 */
export async function markAnew(
  ctx: Context,
  { name, domain, of, dimensions, rows }: EmbeddedRows,
  { recipes, due, embedder }: { readonly recipes: Recipes; readonly due: DueEmbeddings; readonly embedder: Embedder },
): Promise<boolean> {
  const vectors = { name: `${name}.vectors`, domain, recipe: [embedder.name, of, dimensions] };
  const recipe = await recipes.changed(ctx, vectors);
  if (recipe === undefined) return false;
  for (let after = ""; ; ) {
    const ids = await rows.idsAfter(ctx, after, batch);
    for (const id of ids) await due.mark(ctx, name, id, new Date());
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
  }
  await recipes.keep(ctx, vectors, recipe);
  return true;
}

/** Embeds rows as they are written, until it is stopped; rows that could not be embedded are tried again after two minutes. */
export function startEmbedding(
  { database, log, live, system, now, embedder }: Pick<Core, "database" | "log" | "live" | "system" | "now" | "embedder">,
  all: readonly EmbeddedRows[],
): Background {
  if (all.length === 0) return { stop: async () => undefined };
  const stopping = new AbortController();
  const bell = doorbell(live, embeddingTopic);
  const ctx = system("embedding", "");
  const due = dueEmbeddings(database);
  const fresh = new Set<EmbeddedRows>();

  async function embed(one: EmbeddedRows): Promise<void> {
    try {
      // In memory nothing is older than this process.
      if (database.dialect !== "memory" && !fresh.has(one))
        await markAnew(ctx, one, { recipes: recipesOf(database as SqlDatabase<RecipeTables>), due, embedder });
      fresh.add(one);
      let taken = 1;
      while (taken > 0 && !stopping.signal.aborted)
        taken = await embedDue(ctx, one, { due, embedder, now: now(), signal: stopping.signal });
    } catch (err) {
      if (!stopping.signal.aborted) log.error({ err, table: one.name }, "Rows could not be embedded; it is tried again in two minutes.");
    }
  }

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      for (const one of all) await embed(one);
      if (!stopping.signal.aborted) await bell.wait(pollMilliseconds * (0.75 + Math.random() / 2));
    }
  }

  const done = work();
  return {
    stop() {
      stopping.abort();
      bell.close();
      return done;
    },
  };
}
