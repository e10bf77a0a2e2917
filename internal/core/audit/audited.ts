import type { Context } from "../context/context.ts";
import type { Access } from "../database/access.ts";
import type { Database } from "../database/database.ts";
import { timestamp } from "../database/rows.ts";
import type { Eventual } from "../eventual/eventual.ts";
import { databaseAuditLog } from "./database-audit-log.ts";

/** How the changes of an entity's rows are written down. */
export interface AuditSubject {
  /** `labels.Label` */
  readonly entity: string;
  /** The field that says whose a row is; absent where rows belong to all. */
  readonly owner?: "organizationId" | "createdBy";
  /** Rows may also belong to all: the scope is a cascade. */
  readonly shared?: true;
  /** Roles or teams may hide a row, and its changes with it. */
  readonly hides?: true;
  /** Fields whose values nobody may read there. */
  readonly masked: readonly string[];
}

interface Row {
  readonly id: string;
  readonly version: number;
}

interface Auditable {
  find(ctx: Context, id: string): Eventual<Row | undefined>;
  insert(ctx: Context, input: never): Promise<Row>;
  update?(ctx: Context, id: string, patch: never, expected?: number): Promise<Row>;
  delete(ctx: Context, id: string, expected?: number): Promise<Row>;
  undelete?(ctx: Context, id: string): Promise<Row>;
  move?(ctx: Context, before: never, ...to: never[]): Promise<Row>;
  access?(ctx: Context, id: string): Promise<Access>;
  setAccess?(ctx: Context, id: string, access: Access): Promise<Access>;
}

const mask = "***";

/** A repository that writes down who changed what, before and after, in the transaction of the change. */
export function audited<Repository extends Auditable>(db: Database, rows: Repository, subject: AuditSubject): Repository {
  const log = databaseAuditLog(db, () => new Date(timestamp()));
  const { update, undelete, move, access, setAccess } = rows;

  async function record<Changed extends Row>(
    ctx: Context,
    change: string,
    row: Changed,
    before: object | undefined,
    after: object | undefined,
  ): Promise<Changed> {
    const owner = subject.owner === undefined ? "" : String(Reflect.get(row, subject.owner));
    await log.record(ctx, {
      operation: change,
      entity: subject.entity,
      rowId: row.id,
      owner,
      ...(before === undefined ? {} : { before: masked(before) }),
      ...(after === undefined ? {} : { after: masked(after) }),
    });
    return row;
  }
  const masked = (row: object): object =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [field, subject.masked.includes(field) && value !== null ? mask : value]),
    );

  const wrapped: Auditable = {
    ...rows,
    insert: (ctx, input) =>
      db.transact(ctx, async (ctx) => {
        const row = await rows.insert(ctx, input);
        return record(ctx, "created", row, undefined, row);
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const row = await rows.delete(ctx, id, expected);
        return record(ctx, "deleted", row, row, undefined);
      }),
  };
  if (update !== undefined) {
    wrapped.update = (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await rows.find(ctx, id);
        // By its version, what is written down as before is what was changed.
        const row = await update(ctx, id, patch, expected ?? before?.version);
        return record(ctx, "updated", row, before, row);
      });
  }
  if (undelete !== undefined) {
    wrapped.undelete = (ctx, id) =>
      db.transact(ctx, async (ctx) => {
        const row = await undelete(ctx, id);
        return record(ctx, "undeleted", row, undefined, row);
      });
  }
  if (move !== undefined) {
    wrapped.move = (ctx, before, ...to) =>
      db.transact(ctx, async (ctx) => {
        const row = await move(ctx, before, ...to);
        return record(ctx, "updated", row, before, row);
      });
  }
  if (access !== undefined && setAccess !== undefined) {
    wrapped.setAccess = (ctx, id, wanted) =>
      db.transact(ctx, async (ctx) => {
        const before = await access(ctx, id);
        const after = await setAccess(ctx, id, wanted);
        const row = await rows.find(ctx, id);
        if (row !== undefined) await record(ctx, "shown", row, before, after);
        return after;
      });
  }
  return wrapped as Repository;
}
