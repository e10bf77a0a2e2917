import type { Context } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import type { Live } from "../live/live.ts";
import { dueEmbeddings } from "./due-embeddings.ts";

/** The topic of Live that is woken when a row waits to be embedded. */
export const embeddingTopic = "core.embedding";

/** Which rows are embedded. */
export interface EmbeddingSubject {
  /** Their table. */
  readonly name: string;
  /** The fields that a patch may have of which the text is made. */
  readonly of: readonly string[];
}

interface Row {
  readonly id: string;
}

interface Written {
  insert(ctx: Context, input: never): Promise<Row>;
  update?(ctx: Context, id: string, patch: never, expected?: number): Promise<Row>;
  undelete?(ctx: Context, id: string): Promise<Row>;
}

/**
 * A repository whose rows wait to be embedded once what they say is written: that is kept in the transaction of the write, and whoever
 * embeds is woken after its commit.
 */
export function embedded<Repository extends Written>(
  db: Database,
  live: Live,
  rows: Repository,
  { name, of }: EmbeddingSubject,
): Repository {
  const due = dueEmbeddings(db);
  const { update, undelete } = rows;

  const writing = <Changed extends Row>(ctx: Context, write: (ctx: Context) => Promise<Changed>): Promise<Changed> =>
    db.transact(ctx, async (ctx) => {
      const row = await write(ctx);
      await due.mark(ctx, name, row.id, new Date());
      db.afterCommit(ctx, () => live.wake(embeddingTopic));
      return row;
    });

  return {
    ...rows,
    insert: (ctx: Context, input: never) => writing(ctx, (ctx) => rows.insert(ctx, input)),
    ...(update && {
      update: (ctx: Context, id: string, patch: object, expected?: number) => {
        const write = (ctx: Context) => update(ctx, id, patch as never, expected);
        return of.some((field) => Reflect.get(patch, field) !== undefined) ? writing(ctx, write) : write(ctx);
      },
    }),
    ...(undelete && { undelete: (ctx: Context, id: string) => writing(ctx, (ctx) => undelete(ctx, id)) }),
  };
}
