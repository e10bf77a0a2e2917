import type { Context } from "../context/context.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { Timestamp } from "./lists.ts";
import type { MemoryDatabase, MemoryTable } from "./memory.ts";
import { timestamp } from "./rows.ts";

/** A deleted row as the database in memory keeps it: beside the others, so that nothing finds it. */
export interface Hidden<Row> {
  readonly id: string;
  readonly row: Row;
  readonly deletedAt: Timestamp;
}

/** A row that is brought back: a new version, for whoever holds the old one saw it go. */
export function restored<Row extends { readonly version: number }>(row: Row): Row {
  return { ...row, updatedAt: timestamp(), version: row.version + 1 };
}

/** The 409 of an undelete when the row is there for all to see. */
export function notDeleted(entityName: string, row: { readonly id: string }): Problem {
  return problem.conflict(`The ${entityName} ${JSON.stringify(row.id)} is not deleted, so it cannot be brought back.`);
}

/** Removes up to `limit` of the rows that were deleted before a time; gives how many. */
export function purgeInMemory<Row>(
  ctx: Context,
  db: MemoryDatabase,
  hidden: MemoryTable<Hidden<Row>>,
  before: Timestamp,
  limit: number,
): Promise<number> {
  return db.transact(ctx, async (ctx) => {
    const old = (await hidden.all(ctx)).filter(({ deletedAt }) => deletedAt < before).slice(0, limit);
    for (const { id } of old) await hidden.remove(ctx, id);
    return old.length;
  });
}
