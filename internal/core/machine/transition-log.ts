import type { Context } from "../context/context.ts";
import type { Database, ListColumn, Placeholders, SqlDatabase } from "../database/database.ts";
import type { Page, Timestamp } from "../database/lists.ts";
import { MemoryDatabase } from "../database/memory.ts";
import { memoryPage } from "../database/memory-page.ts";
import { newId } from "../ids/ids.ts";
import type { TransitionRow, TransitionTables } from "./tables.ts";

/** One step of an entity through its machine. */
export interface TransitionRecord<State extends string = string, Name extends string = string> {
  readonly id: string;
  readonly transition: Name;
  readonly from: State;
  readonly to: State;
  /** Whether it followed by itself from the transition before it, which its actor asked for. */
  readonly automatic: boolean;
  readonly actorKind: "user" | "token" | "system" | "anonymous";
  /** "" for nobody. */
  readonly actor: string;
  /** What the transition was given; null without input. */
  readonly input: unknown;
  readonly at: Timestamp;
  /** The version of the entity after it. */
  readonly version: number;
}

/** What is asked of a history. */
export interface HistoryQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** An entity and whose it is: its organization, or "" for one that belongs to none. */
export interface Mine {
  readonly entity: string;
  readonly organization: string;
}

/** Every transition of every entity. */
export interface TransitionLog {
  /** In the transaction of the context. */
  append(ctx: Context, whose: Mine, record: Omit<TransitionRecord, "id">): Promise<void>;
  /** The transitions of one entity, the oldest first. */
  page(ctx: Context, whose: Mine, query: HistoryQuery): Promise<Page<TransitionRecord>>;
}

const columns: Readonly<Record<string, ListColumn>> = {
  version: { column: "version", type: "number", filter: false, sort: true, nullable: false },
};

/** A page as lists ask for it: what is absent is left out. */
const oldestFirst = ({ limit, cursor }: HistoryQuery) => ({
  sort: "version" as const,
  ...(limit === undefined ? {} : { limit }),
  ...(cursor === undefined ? {} : { cursor }),
});

/** The log on a database of any dialect. */
export function transitionLog(database: Database): TransitionLog {
  return database instanceof MemoryDatabase ? memoryLog(database) : sqlLog(database as SqlDatabase<TransitionTables>);
}

function sqlLog(database: SqlDatabase<TransitionTables>): TransitionLog {
  const sqlite = database.dialect === "sqlite";
  const insert = database.statement((query, param: Placeholders<TransitionRow>) =>
    query.insertInto("core_transitions").values({
      id: param.id,
      entity: param.entity,
      organization: param.organization,
      version: param.version,
      transition: param.transition,
      from_state: param.from_state,
      to_state: param.to_state,
      automatic: param.automatic,
      actor_kind: param.actor_kind,
      actor: param.actor,
      input: param.input,
      at: param.at,
    }),
  );
  const listed = database.list(
    (query, param: Placeholders<Mine>) =>
      query
        .selectFrom("core_transitions")
        .select(["id", "transition", "from_state", "to_state", "automatic", "actor_kind", "actor", "input", "at", "version"])
        .where("organization", "=", param.organization)
        .where("entity", "=", param.entity),
    columns,
  );
  return {
    async append(ctx, whose, { from, to, automatic, actorKind, input, ...same }) {
      await insert.run(ctx, {
        ...same,
        ...whose,
        id: newId("tn"),
        from_state: from,
        to_state: to,
        automatic: sqlite ? Number(automatic) : automatic,
        actor_kind: actorKind,
        input: JSON.stringify(input ?? null),
      });
    },
    page: (ctx, whose, query) =>
      listed.page(
        ctx,
        whose,
        oldestFirst(query),
        (row): TransitionRecord => ({
          id: row.id,
          transition: row.transition,
          from: row.from_state,
          to: row.to_state,
          automatic: Boolean(row.automatic),
          actorKind: row.actor_kind as TransitionRecord["actorKind"],
          actor: row.actor,
          input: sqlite ? JSON.parse(String(row.input)) : row.input,
          at: row.at,
          version: row.version,
        }),
      ),
  };
}

interface MemoryRecord extends TransitionRecord, Mine {}

function memoryLog(database: MemoryDatabase): TransitionLog {
  const table = database.table<MemoryRecord>("core transition", [{ index: "core_transitions_by_entity", fields: ["entity", "version"] }]);
  return {
    append: (ctx, whose, record) =>
      // As from the other databases: a copy that went through JSON.
      table.insert(ctx, {
        ...record,
        input: JSON.parse(JSON.stringify(record.input ?? null)),
        ...whose,
        id: newId("tn"),
      }),
    async page(ctx, whose, query) {
      const rows = await table.all(ctx);
      const own = rows.filter((row) => row.entity === whose.entity && row.organization === whose.organization);
      const page = memoryPage(own, oldestFirst(query), columns);
      return { ...page, items: page.items.map(({ entity: _entity, organization: _organization, ...record }) => record) };
    },
  };
}
