import { type ColumnType, sql } from "kysely";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Database, Placeholders, SqlDatabase } from "../database/database.ts";
import type { MemoryDatabase, MemoryRow } from "../database/memory.ts";
import { actorId } from "../database/rows.ts";
import { newId } from "../ids/ids.ts";
import type { AuditLog } from "./audit-log.ts";

type JsonColumn = ColumnType<unknown, string | null, never>;

/** The table of sql/core/0002_audit, 0007_audit_of_rows and 0013_audit_reason. */
export interface AuditTables {
  core_audit: {
    readonly id: string;
    readonly at: string;
    readonly organization: string;
    readonly actor: string;
    readonly operation: string;
    readonly entity: string | null;
    readonly row_id: string | null;
    readonly before: JsonColumn;
    readonly after: JsonColumn;
    readonly request_id: string;
    readonly owner: string | null;
    readonly sequence: number | null;
    readonly reason: string | null;
  };
}

/** What is kept of one entry; `sequence` counts the changes of a row. */
export interface AuditRow extends MemoryRow {
  readonly at: string;
  readonly organization: string;
  readonly actor: string;
  readonly operation: string;
  readonly entity: string | null;
  readonly row_id: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly request_id: string;
  readonly owner: string | null;
  readonly sequence: number | null;
  readonly reason: string | null;
}

/** Whoever writes this has written the row before, in the same transaction: its lock keeps two from taking one number. */
type Entry = Omit<AuditRow, "sequence">;

/** The audit log on this database. */
export function databaseAuditLog(database: Database, now: () => Date): AuditLog {
  const write = writer(database);
  return {
    record: (ctx, { operation, entity, rowId, owner, before, after, reason }) =>
      write(ctx, {
        id: newId("au"),
        at: now().toISOString(),
        organization: ctx.organization,
        actor: actorId(ctx) ?? "",
        operation,
        entity: entity ?? null,
        row_id: rowId ?? null,
        before: before === undefined ? null : JSON.stringify(before),
        after: after === undefined ? null : JSON.stringify(after),
        request_id: ctx.requestId,
        owner: owner ?? null,
        reason: reason ?? null,
      }),
  };
}

function writer(database: Database): (ctx: Parameters<AuditLog["record"]>[0], entry: Entry) => Promise<void> {
  if (database.dialect === "memory") {
    const table = (database as MemoryDatabase).table<AuditRow>("core_audit", []);
    return async (ctx, entry) => {
      const earlier =
        entry.row_id === null ? [] : (await table.all(ctx)).filter((row) => row.entity === entry.entity && row.row_id === entry.row_id);
      await table.insert(ctx, { ...entry, sequence: entry.row_id === null ? null : earlier.length + 1 });
    };
  }
  const db = database as SqlDatabase<AuditTables>;
  const insertDone = db.statement((query, param: Placeholders<Entry>) => query.insertInto("core_audit").values(valuesOf(param)));
  const insertChange = db.statement((query, param: Placeholders<Entry>) =>
    query.insertInto("core_audit").values({
      ...valuesOf(param),
      sequence: ({ selectFrom }) =>
        selectFrom("core_audit as earlier")
          .select(sql<number>`coalesce(max(earlier.sequence), 0) + 1`.as("next"))
          .where("earlier.entity", "=", param.entity)
          .where("earlier.row_id", "=", param.row_id),
    }),
  );
  return async (ctx, entry) => {
    if (entry.row_id === null) await insertDone.run(ctx, entry);
    // What others did to the row counts as well, also where this caller may not read of it.
    else await insertChange.run(acrossOrganizations(ctx), entry);
  };
}

const valuesOf = (param: Placeholders<Entry>) => ({
  id: param.id,
  at: param.at,
  organization: param.organization,
  actor: param.actor,
  operation: param.operation,
  entity: param.entity,
  row_id: param.row_id,
  before: param.before,
  after: param.after,
  request_id: param.request_id,
  owner: param.owner,
  reason: param.reason,
});
