import { createHash } from "node:crypto";
import type { Context } from "../context/context.ts";
import type { Embeddable, MadeVector } from "../database/near.ts";
import type { DueEmbeddings } from "./due-embeddings.ts";
import { type Embedder, vectorsOf } from "./embedder.ts";

/** A repository whose rows have vectors; all of it goes by id, whoever the rows belong to. */
export interface EmbeddableRows {
  /** Those of the rows that are there. */
  embeddable(ctx: Context, ids: readonly string[]): Promise<readonly Embeddable[]>;
  /** Keeps the vector of a row, or that it has none; false, and nothing is kept, when the row is no longer of this version. */
  keepVector(ctx: Context, row: { readonly id: string; readonly version: number }, vector: MadeVector | undefined): Promise<boolean>;
  /** The next ids after one, in their order. */
  idsAfter(ctx: Context, after: string, limit: number): Promise<readonly string[]>;
}

/** Rows of one table, and how long their vectors are. */
export interface EmbeddedRows {
  readonly domain: string;
  /** Their table. */
  readonly name: string;
  /** The fields that the vectors are made of. */
  readonly of: readonly string[];
  readonly dimensions: number;
  readonly rows: EmbeddableRows;
}

/** How long whoever took rows has for them; then others may. */
const leaseMilliseconds = 120_000;
const batch = 50;

/**
 * Embeds some rows that wait for it; gives how many it took, 0 when none waits. The embedder is asked outside of every transaction, until
 * `signal` says that nobody waits for it any more. A row that changes meanwhile keeps waiting, and one whose text is the same as before
 * keeps its vector.
 */
export async function embedDue(
  ctx: Context,
  { name, dimensions, rows }: EmbeddedRows,
  {
    due,
    embedder,
    now,
    signal,
  }: { readonly due: DueEmbeddings; readonly embedder: Embedder; readonly now: Date; readonly signal: AbortSignal },
): Promise<number> {
  const claimed = await due.claim(ctx, name, now, new Date(now.getTime() + leaseMilliseconds), batch);
  if (claimed.length === 0) return 0;
  const found = await rows.embeddable(
    ctx,
    claimed.map(({ id }) => id),
  );
  const stale = found
    .map((row) => ({ ...row, hash: textHash(row.text) }))
    .filter(({ maker, made, hash }) => maker !== embedder.name || made !== hash);
  const vectors = await vectorsOf(
    embedder,
    stale.map(({ text }) => text),
    { dimensions, signal },
  );
  const overtaken = new Set<string>();
  for (const [index, { id, version, hash }] of stale.entries()) {
    const values = vectors[index];
    const vector = values && { maker: embedder.name, made: hash, values };
    if (!(await rows.keepVector(ctx, { id, version }, vector))) overtaken.add(id);
  }
  await due.done(
    ctx,
    name,
    claimed.filter(({ id }) => !overtaken.has(id)),
  );
  return claimed.length;
}

const textHash = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);
