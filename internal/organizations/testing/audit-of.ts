import type { AuditRow, AuditTables } from "../../core/audit/database-audit-log.ts";
import { acrossOrganizations } from "../../core/context/across-organizations.ts";
import type { Database, Placeholders, SqlDatabase } from "../../core/database/database.ts";
import type { MemoryDatabase } from "../../core/database/memory.ts";
import { testContext } from "../../core/testing/context.ts";

const parsed = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

/** What was written down of changes in an organization, the oldest first. */
export async function auditOf(database: Database, organization: string) {
  const ctx = acrossOrganizations(testContext());
  const shown = ({ operation, before, after }: { operation: string; before: unknown; after: unknown }) => ({
    operation,
    before: parsed(before),
    after: parsed(after),
  });
  if (database.dialect === "memory") {
    const rows = await (database as MemoryDatabase).table<AuditRow>("core_audit", []).all(ctx);
    return rows.filter((row) => row.organization === organization).map(shown);
  }
  const all = (database as SqlDatabase<AuditTables>).statement((query, param: Placeholders<{ readonly organization: string }>) =>
    query
      .selectFrom("core_audit")
      .select(["operation", "before", "after"])
      .where("organization", "=", param.organization)
      .orderBy("at")
      .orderBy("operation"),
  );
  return (await all.all(ctx, { organization })).map(shown);
}
