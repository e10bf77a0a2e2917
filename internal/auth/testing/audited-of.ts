import type { AuditRow, AuditTables } from "../../core/audit/database-audit-log.ts";
import { acrossOrganizations } from "../../core/context/across-organizations.ts";
import type { Database, Placeholders, SqlDatabase } from "../../core/database/database.ts";
import type { MemoryDatabase } from "../../core/database/memory.ts";
import { testContext } from "../../core/testing/context.ts";

const parsed = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

/** What was written down of somebody's doings, the oldest first. */
export async function auditedOf(database: Database, actor: string): Promise<{ operation: string; after: unknown }[]> {
  const ctx = acrossOrganizations(testContext());
  if (database.dialect === "memory") {
    const rows = await (database as MemoryDatabase).table<AuditRow>("core_audit", []).all(ctx);
    return rows.filter((row) => row.actor === actor).map(({ operation, after }) => ({ operation, after: parsed(after) }));
  }
  const byActor = (database as SqlDatabase<AuditTables>).statement((query, param: Placeholders<{ readonly actor: string }>) =>
    query.selectFrom("core_audit").select(["operation", "after"]).where("actor", "=", param.actor).orderBy("at"),
  );
  return (await byActor.all(ctx, { actor })).map(({ operation, after }) => ({ operation, after: parsed(after) }));
}
