import type { ColumnType, Generated } from "kysely";
import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import type { EncryptedTable } from "../encryption/rotate.ts";
import { newId } from "../ids/ids.ts";
import type { Mail } from "./mailer.ts";

/** The table of sql/core/0008_mail. */
export interface MailTables {
  core_mail: {
    readonly id: string;
    readonly content: string;
    readonly attempts: Generated<number>;
    readonly available_at: ColumnType<number | string, number, number>;
    readonly token: string | null;
    readonly last_error: string | null;
  };
}

/** Links in messages let people in: whoever reads the table must not be able to use them. */
export const encryptedMail: EncryptedTable = { table: "core_mail", columns: ["content"] };

/** A message that somebody holds: `token` is theirs until another claims it. */
export interface QueuedMail {
  readonly id: string;
  /** Tries so far, this one included. */
  readonly attempts: number;
  readonly token: string;
  /** Opens it. @throws when its key is not there */
  read(): Mail;
}

interface Claim {
  readonly token: string;
  readonly now: number;
  readonly until: number;
  readonly limit: number;
}

/** Messages that wait to be sent, in the database. */
export interface MailQueue {
  add(ctx: Context, mail: Mail, now: Date): Promise<void>;
  claim(ctx: Context, claim: Claim): Promise<readonly QueuedMail[]>;
  /** Forgets a message: it was sent, or given up. */
  remove(ctx: Context, held: QueuedMail): Promise<void>;
  retry(ctx: Context, held: QueuedMail, availableAt: number, error: string): Promise<void>;
}

export function mailQueue(database: SqlDatabase<MailTables>): MailQueue {
  const insert = database.statement((query, param: Placeholders<{ readonly id: string; readonly content: string; readonly now: number }>) =>
    query.insertInto("core_mail").values({ id: param.id, content: param.content, available_at: param.now }),
  );
  const claimDue = database.statement((query, param: Placeholders<Claim>) =>
    query
      .with("due", (inner) => {
        const due = inner
          .selectFrom("core_mail as candidate")
          .select("candidate.id")
          .where("candidate.available_at", "<=", param.now)
          .orderBy("candidate.available_at")
          .limit(param.limit);
        // SQLite has one writer at a time and needs no row locks.
        return database.dialect === "postgres" ? due.forUpdate().skipLocked() : due;
      })
      .updateTable("core_mail")
      .from("due")
      .set((column) => ({ token: param.token, available_at: param.until, attempts: column("core_mail.attempts", "+", 1) }))
      .whereRef("core_mail.id", "=", "due.id")
      .returning(["core_mail.id", "core_mail.content", "core_mail.attempts"]),
  );
  const deleteHeld = database.statement((query, param: Placeholders<{ readonly id: string; readonly token: string }>) =>
    query.deleteFrom("core_mail").where("id", "=", param.id).where("token", "=", param.token),
  );
  const delayHeld = database.statement(
    (query, param: Placeholders<{ readonly id: string; readonly token: string; readonly availableAt: number; readonly error: string }>) =>
      query
        .updateTable("core_mail")
        .set({ available_at: param.availableAt, last_error: param.error })
        .where("id", "=", param.id)
        .where("token", "=", param.token),
  );
  const place = (id: string) => ({ table: "core_mail", column: "content", id });

  return {
    async add(ctx, mail, now) {
      const id = newId("ml");
      await insert.run(ctx, { id, content: database.cipher.seal(JSON.stringify(mail), place(id)), now: now.getTime() });
    },
    async claim(ctx, claim) {
      const rows = await claimDue.all(ctx, claim);
      return rows.map(({ id, content, attempts }) => ({
        id,
        attempts,
        token: claim.token,
        read: () => JSON.parse(database.cipher.open(content, place(id))) as Mail,
      }));
    },
    async remove(ctx, { id, token }) {
      await deleteHeld.run(ctx, { id, token });
    },
    async retry(ctx, { id, token }, availableAt, error) {
      await delayHeld.run(ctx, { id, token, availableAt, error });
    },
  };
}
