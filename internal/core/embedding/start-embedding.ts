import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Database, SqlDatabase } from "../database/database.ts";
import { type Recipes, type RecipeTables, recipesOf } from "../database/recipes.ts";
import { doorbell } from "../events/doorbell.ts";
import type { Background, Core } from "../modules/domain.ts";
import { type DueEmbeddings, dueEmbeddings } from "./due-embeddings.ts";
import { type EmbeddedRows, embedDue } from "./embed-due.ts";
import { embeddingTopic } from "./embedded.ts";
import type { Embedder } from "./embedder.ts";

const batch = 500;
const pollMilliseconds = 30_000;

/** What making vectors anew needs. */
interface Anew {
  readonly database: Database;
  readonly recipes: Recipes;
  readonly due: DueEmbeddings;
  readonly embedder: Embedder;
  /** Ends it early; the next time it begins again. */
  readonly signal: AbortSignal;
}

/**
 * Marks every row of a table whose vectors were made in another way: by another embedder, of other fields, of another length, or before a
 * migration that may have changed what rows say. Those whose text is the same are not embedded again, but for another embedder.
 */
export async function markAnew(ctx: Context, { name, domain, of, dimensions, rows }: EmbeddedRows, parts: Anew): Promise<boolean> {
  const { database, recipes, due, embedder, signal } = parts;
  const vectors = { name: `${name}.vectors`, domain, recipe: [embedder.name, of, dimensions] };
  const recipe = await recipes.changed(ctx, vectors);
  if (recipe === undefined) return false;
  let last: string | undefined = "";
  while (last !== undefined && !signal.aborted) {
    const ids = await rows.idsAfter(ctx, last, batch);
    // One commit for many: a table may have a million rows.
    await database.transact(ctx, async (ctx) => {
      for (const id of ids) await due.mark(ctx, name, id, new Date());
    });
    last = ids.at(-1);
  }
  if (last === undefined) await recipes.keep(ctx, vectors, recipe);
  return last === undefined;
}

/** Embeds rows as they are written, until it is stopped; rows that could not be embedded are tried again after two minutes. */
export function startEmbedding(
  { database, log, live, system, now, embedder }: Pick<Core, "database" | "log" | "live" | "system" | "now" | "embedder">,
  all: readonly EmbeddedRows[],
): Background {
  if (all.length === 0) return { stop: async () => undefined };
  const stopping = new AbortController();
  const bell = doorbell(live, embeddingTopic);
  const ctx = acrossOrganizations(system("embedding", ""));
  const due = dueEmbeddings(database);
  const fresh = new Set<EmbeddedRows>();

  async function embed(one: EmbeddedRows): Promise<void> {
    try {
      // In memory nothing is older than this process.
      if (database.dialect !== "memory" && !fresh.has(one)) {
        const recipes = recipesOf(database as SqlDatabase<RecipeTables>);
        await markAnew(ctx, one, { database, recipes, due, embedder, signal: stopping.signal });
      }
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
