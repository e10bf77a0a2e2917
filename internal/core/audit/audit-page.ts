import type { Context } from "../context/context.ts";
import type { Database, ListColumn, ListStatement, SqlDatabase } from "../database/database.ts";
import type { Page, Timestamp } from "../database/lists.ts";
import type { MemoryDatabase } from "../database/memory.ts";
import { memoryPage } from "../database/memory-page.ts";
import { missing, ownerUser } from "../database/rows.ts";
import type { Eventual } from "../eventual/eventual.ts";
import type { AuditSubject } from "./audited.ts";
import type { AuditRow, AuditTables } from "./database-audit-log.ts";

/** One change of a row, as its readers see it. */
export interface AuditRecord {
  readonly id: string;
  readonly change: "created" | "updated" | "deleted" | "undeleted" | "shown";
  readonly at: Timestamp;
  /** null when nobody had signed in. */
  readonly actor: string | null;
  readonly requestId: string;
  /** The row as it was, and as it became; null when it was not there. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface AuditQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

interface Reads {
  find(ctx: Context, id: string): Eventual<object | undefined>;
}

type Params = { readonly owner: string; readonly sharedOwner: string; readonly entity: string; readonly row_id: string };
type Reader = (ctx: Context, params: Params, query: AuditQuery) => Promise<Page<AuditRecord>>;

const columns: Readonly<Record<string, ListColumn>> = {
  sequence: { column: "sequence", type: "number", filter: false, sort: true, nullable: false },
};
const newestFirst = "-sequence";

/**
 * The changes of one row, the newest first, also of one that was deleted. Throws a 404 when nothing is known of it, or its changes are
 * not the caller's to read.
 */
export async function auditPage(
  ctx: Context,
  db: Database,
  rows: Reads,
  subject: AuditSubject,
  id: string,
  query: AuditQuery,
): Promise<Page<AuditRecord>> {
  const owner = subject.owner === undefined ? "" : subject.owner === "createdBy" ? ownerUser(ctx) : ctx.organization;
  const sharedOwner = subject.shared === true ? "" : owner;
  const page = await readerOf(db)(ctx, { owner, sharedOwner, entity: subject.entity, row_id: id }, query);
  // What was there before changes were written down has none; and what is hidden from a caller, is so with all that it was.
  if ((page.items.length === 0 || subject.hides === true) && (await rows.find(ctx, id)) === undefined)
    throw missing(subject.entity.slice(subject.entity.indexOf(".") + 1), id);
  return page;
}

const readers = new WeakMap<Database, Reader>();

function readerOf(db: Database): Reader {
  const known = readers.get(db);
  if (known !== undefined) return known;
  const made = db.dialect === "memory" ? inMemory(db as MemoryDatabase) : inSql(db as SqlDatabase<AuditTables>);
  readers.set(db, made);
  return made;
}

function inSql(db: SqlDatabase<AuditTables>): Reader {
  type Found = Pick<AuditRow, "id" | "at" | "actor" | "operation" | "before" | "after" | "request_id" | "sequence">;
  const listed = db.list<Params, Found>(
    (query, param) =>
      query
        .selectFrom("core_audit")
        .select(["id", "at", "actor", "operation", "before", "after", "request_id", "sequence"])
        .where("owner", "in", [param.owner, param.sharedOwner])
        .where("entity", "=", param.entity)
        .where("row_id", "=", param.row_id)
        .where("sequence", "is not", null) as never,
    columns,
  ) as ListStatement<Params, Found>;
  return (ctx, params, query) => listed.page(ctx, params, asked(query), toRecord);
}

function inMemory(db: MemoryDatabase): Reader {
  const table = db.table<AuditRow>("core_audit", []);
  return async (ctx, { owner, sharedOwner, entity, row_id }, query) => {
    const rows = (await table.all(ctx)).filter(
      (row) => (row.owner === owner || row.owner === sharedOwner) && row.entity === entity && row.row_id === row_id,
    );
    const page = memoryPage(rows, asked(query), columns);
    return { ...page, items: page.items.map(toRecord) };
  };
}

const asked = ({ limit, cursor }: AuditQuery) => ({
  sort: newestFirst,
  ...(limit === undefined ? {} : { limit }),
  ...(cursor === undefined ? {} : { cursor }),
});

const toRecord = (row: Pick<AuditRow, "id" | "at" | "actor" | "operation" | "before" | "after" | "request_id">): AuditRecord => ({
  id: row.id,
  change: row.operation as AuditRecord["change"],
  at: row.at,
  actor: row.actor === "" ? null : row.actor,
  requestId: row.request_id,
  before: parsed(row.before),
  after: parsed(row.after),
});

/** Postgres hands JSON out parsed. */
const parsed = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);
