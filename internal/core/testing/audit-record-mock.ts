import type { AuditRecord } from "../audit/audit-page.ts";
import { seeded } from "./seeded.ts";

/** A change of some row, the same for the same number. */
export function auditRecordMock(number: number, given: Partial<AuditRecord> = {}): AuditRecord {
  const make = seeded("AuditRecord", number);
  return {
    id: make.text(),
    change: make.pick(["created", "updated", "deleted", "undeleted", "shown"]),
    at: make.time(),
    actor: make.id("us"),
    requestId: make.text(),
    before: {},
    after: {},
    ...given,
  };
}
