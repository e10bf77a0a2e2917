import { randomBytes } from "node:crypto";
import type { Context } from "../context/context.ts";
import type { Database, Placeholders, SqlDatabase } from "../database/database.ts";
import type { MemoryDatabase, MemoryRow } from "../database/memory.ts";

/** The table of sql/core/0012_embeddings. */
export interface DueTables {
  core_embeddings_due: {
    readonly name: string;
    readonly row_id: string;
    readonly token: string;
    readonly due_at: string;
  };
}

/** A row that waits to be embedded. The token is another one each time it is written anew. */
export interface DueRow {
  readonly id: string;
  readonly token: string;
}

/** Which rows wait to be embedded, by the name of their table: kept in the transaction that wrote them, so that none is forgotten. */
export interface DueEmbeddings {
  mark(ctx: Context, name: string, id: string, now: Date): Promise<void>;
  /** Takes up to `limit` rows that are due, which nobody else is then given before `until`. */
  claim(ctx: Context, name: string, now: Date, until: Date, limit: number): Promise<readonly DueRow[]>;
  /** Forgets rows that are done, but for those that were marked again since they were claimed. */
  done(ctx: Context, name: string, rows: readonly DueRow[]): Promise<void>;
}

const newToken = (): string => randomBytes(8).toString("hex");

export function dueEmbeddings(database: Database): DueEmbeddings {
  return database.dialect === "memory" ? inMemory(database as MemoryDatabase) : inSql(database as SqlDatabase<DueTables>);
}

function inSql(database: SqlDatabase<DueTables>): DueEmbeddings {
  type Row = DueTables["core_embeddings_due"];
  const markOne = database.statement((query, param: Placeholders<Row>) =>
    query
      .insertInto("core_embeddings_due")
      .values({ name: param.name, row_id: param.row_id, token: param.token, due_at: param.due_at })
      .onConflict((on) => on.columns(["name", "row_id"]).doUpdateSet({ token: param.token, due_at: param.due_at })),
  );
  const dueOnes = database.statement(
    (query, param: Placeholders<{ readonly name: string; readonly now: string; readonly limit: number }>) => {
      const due = query
        .selectFrom("core_embeddings_due")
        .select(["row_id", "token"])
        .where("name", "=", param.name)
        .where("due_at", "<=", param.now)
        .orderBy("due_at")
        .limit(param.limit);
      return database.dialect === "postgres" ? due.forUpdate().skipLocked() : due;
    },
  );
  const lend = database.statement(
    (query, param: Placeholders<{ readonly name: string; readonly row_id: string; readonly until: string }>) =>
      query
        .updateTable("core_embeddings_due")
        .set({ due_at: param.until })
        .where("name", "=", param.name)
        .where("row_id", "=", param.row_id),
  );
  const forget = database.statement(
    (query, param: Placeholders<{ readonly name: string; readonly row_id: string; readonly token: string }>) =>
      query
        .deleteFrom("core_embeddings_due")
        .where("name", "=", param.name)
        .where("row_id", "=", param.row_id)
        .where("token", "=", param.token),
  );
  return {
    async mark(ctx, name, id, now) {
      await markOne.run(ctx, { name, row_id: id, token: newToken(), due_at: now.toISOString() });
    },
    claim: (ctx, name, now, until, limit) =>
      database.transact(ctx, async (ctx) => {
        const rows = await dueOnes.all(ctx, { name, now: now.toISOString(), limit });
        for (const { row_id } of rows) await lend.run(ctx, { name, row_id, until: until.toISOString() });
        return rows.map(({ row_id, token }) => ({ id: row_id, token }));
      }),
    done: (ctx, name, rows) =>
      database.transact(ctx, async (ctx) => {
        for (const { id, token } of rows) await forget.run(ctx, { name, row_id: id, token });
      }),
  };
}

interface Waiting extends MemoryRow {
  readonly name: string;
  readonly row: string;
  readonly token: string;
  readonly dueAt: string;
}

function inMemory(database: MemoryDatabase): DueEmbeddings {
  const table = database.table<Waiting>("core_embeddings_due", []);
  const key = (name: string, row: string) => JSON.stringify([name, row]);
  return {
    mark: (ctx, name, row, now) =>
      database.transact(ctx, async (ctx) => {
        const waiting: Waiting = { id: key(name, row), name, row, token: newToken(), dueAt: now.toISOString() };
        if ((await table.replace(ctx, waiting)) === 0) await table.insert(ctx, waiting);
      }),
    claim: (ctx, name, now, until, limit) =>
      database.transact(ctx, async (ctx) => {
        const due = (await table.all(ctx)).filter((one) => one.name === name && one.dueAt <= now.toISOString()).slice(0, limit);
        for (const one of due) await table.replace(ctx, { ...one, dueAt: until.toISOString() });
        return due.map(({ row, token }) => ({ id: row, token }));
      }),
    done: (ctx, name, rows) =>
      database.transact(ctx, async (ctx) => {
        for (const { id, token } of rows) {
          const waiting = await table.get(ctx, key(name, id));
          if (waiting?.token === token) await table.remove(ctx, waiting.id);
        }
      }),
  };
}
