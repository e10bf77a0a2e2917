import { describe, expect, it } from "vitest";
import type { Context } from "../context/context.ts";
import { MemoryDatabase } from "../database/memory.ts";
import { testContext } from "../testing/context.ts";
import { type AuditSubject, audited } from "./audited.ts";
import type { AuditRow } from "./database-audit-log.ts";

const subject: AuditSubject = { entity: "notes.Note", owner: "organizationId", masked: ["secret"] };

describe("an audited repository", () => {
  const ctx = testContext();
  const note = { id: "nt-1", version: 3, organizationId: ctx.organization, text: "a", secret: null as string | null };

  /** A repository of one note, which takes down the version that it was asked to change. */
  function open() {
    const database = new MemoryDatabase();
    const expected: (number | undefined)[] = [];
    const rows = audited(
      database,
      {
        find: async () => note,
        insert: async (_ctx: Context, _input: object) => note,
        async update(_ctx: Context, _id: string, patch: object, version?: number) {
          expected.push(version);
          return { ...note, ...patch, version: 4 };
        },
        delete: async (_ctx: Context, _id: string) => note,
      },
      subject,
    );
    const written = () => database.table<AuditRow>("core_audit", []).all(ctx);
    return { rows, expected, written };
  }

  it("changes just the version that it writes down as the one before", async () => {
    const { rows, expected } = open();
    await rows.update(ctx, note.id, { text: "b" });
    await rows.update(ctx, note.id, { text: "b" }, 2);
    expect(expected).toEqual([3, 2]);
  });

  it("masks what is secret, and shows that there is none", async () => {
    const { rows, written } = open();
    await rows.update(ctx, note.id, { secret: "s" });
    const [entry] = await written();
    expect(JSON.parse(entry?.before ?? "")).toMatchObject({ secret: null, text: "a" });
    expect(JSON.parse(entry?.after ?? "")).toMatchObject({ secret: "***", text: "a" });
  });

  it("numbers the changes of a row, and says whose it is, not who acts", async () => {
    const { rows, written } = open();
    const elsewhere = testContext({ organization: "og-2222222222222222", user: "us-2222222222222222" });
    await rows.insert(elsewhere, {});
    await rows.delete(elsewhere, note.id);
    expect(await written()).toMatchObject([
      { operation: "created", sequence: 1, owner: ctx.organization, organization: "og-2222222222222222", actor: "us-2222222222222222" },
      { operation: "deleted", sequence: 2, owner: ctx.organization },
    ]);
  });
});
