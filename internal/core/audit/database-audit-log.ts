import type { ColumnType } from "kysely";
import type { Database, Placeholders, SqlDatabase } from "../database/database.ts";
import type { MemoryDatabase, MemoryRow } from "../database/memory.ts";
import { actorId } from "../database/rows.ts";
import { newId } from "../ids/ids.ts";
import type { AuditLog } from "./audit-log.ts";

type JsonColumn = ColumnType<unknown, string | null, never>;

/** The table of sql/core/0002_audit. */
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
  };
}

interface Entry extends MemoryRow {
  readonly at: string;
  readonly organization: string;
  readonly actor: string;
  readonly operation: string;
  readonly entity: string | null;
  readonly row_id: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly request_id: string;
}

/** The audit log on this database. */
export function databaseAuditLog(database: Database, now: () => Date): AuditLog {
  const write = writer(database);
  return {
    record: (ctx, { operation, entity, rowId, before, after }) =>
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
      }),
  };
}

function writer(database: Database): (ctx: Parameters<AuditLog["record"]>[0], entry: Entry) => Promise<void> {
  if (database.dialect === "memory") {
    const table = (database as MemoryDatabase).table<Entry>("core_audit", []);
    return (ctx, entry) => table.insert(ctx, entry);
  }
  const insert = (database as SqlDatabase<AuditTables>).statement((query, param: Placeholders<Entry>) =>
    query.insertInto("core_audit").values({
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
    }),
  );
  return async (ctx, entry) => {
    await insert.run(ctx, entry);
  };
}
