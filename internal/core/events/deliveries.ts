import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import { type EventRow, eventColumns, eventReader, type StoredEvent } from "./stored-event.ts";
import type { EventTables } from "./tables.ts";

/** A delivery that somebody holds: `token` is theirs until another claims it. */
export interface Delivery {
  readonly consumer: string;
  readonly position: number;
  readonly aggregate: string;
  /** Tries so far, this one included; one that was cut short by the end of its process counts too. */
  readonly attempts: number;
  readonly token: string;
  readonly lastError: string | undefined;
}

interface Claim {
  readonly token: string;
  readonly now: number;
  readonly until: number;
  readonly limit: number;
}

interface Held {
  readonly consumer: string;
  readonly position: number;
  readonly token: string;
}

/** What the dispatcher does with the deliveries of the consumers named. */
export interface Deliveries {
  claim(ctx: Context, claim: Claim): Promise<readonly Delivery[]>;
  event(ctx: Context, position: number): Promise<StoredEvent | undefined>;
  /** Ends a delivery; false when another has taken it over meanwhile. */
  finish(ctx: Context, held: Delivery): Promise<boolean>;
  retry(ctx: Context, held: Delivery, availableAt: number, error: string): Promise<void>;
  /** Ends a delivery as given up. Nothing happens when another has taken it over. */
  giveUp(ctx: Context, held: Delivery, error: string, at: Date): Promise<void>;
}

export function deliveries(database: SqlDatabase<EventTables>, consumers: readonly string[]): Deliveries {
  const toEvent = eventReader(database);

  // A delivery waits as long as an earlier one of the same consumer and aggregate is there, held or not.
  const claimDue = database.statement(
    (query, param: Placeholders<Claim>) =>
      query
        .with("due", (inner) => {
          const due = inner
            .selectFrom("core_deliveries as candidate")
            .select(["candidate.consumer", "candidate.position"])
            .where("candidate.consumer", "in", consumers)
            .where("candidate.available_at", "<=", param.now)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom("core_deliveries as earlier")
                    .select("earlier.position")
                    .whereRef("earlier.consumer", "=", "candidate.consumer")
                    .whereRef("earlier.aggregate", "=", "candidate.aggregate")
                    .whereRef("earlier.position", "<", "candidate.position"),
                ),
              ),
            )
            .orderBy("candidate.available_at")
            .limit(param.limit);
          // SQLite has one writer at a time and needs no row locks.
          return database.dialect === "postgres" ? due.forUpdate().skipLocked() : due;
        })
        .updateTable("core_deliveries")
        .from("due")
        .set((column) => ({ token: param.token, available_at: param.until, attempts: column("core_deliveries.attempts", "+", 1) }))
        .whereRef("core_deliveries.consumer", "=", "due.consumer")
        .whereRef("core_deliveries.position", "=", "due.position")
        .returning([
          "core_deliveries.consumer",
          "core_deliveries.position",
          "core_deliveries.aggregate",
          "core_deliveries.attempts",
          "core_deliveries.last_error",
        ]),
    "each time",
  );
  const selectEvent = database.statement<{ readonly position: number }, EventRow>((query, param) =>
    query.selectFrom("core_events").select(eventColumns).where("position", "=", param.position),
  );
  const deleteHeld = database.statement((query, param: Placeholders<Held>) =>
    query
      .deleteFrom("core_deliveries")
      .where("consumer", "=", param.consumer)
      .where("position", "=", param.position)
      .where("token", "=", param.token),
  );
  const delayHeld = database.statement((query, param: Placeholders<Held & { readonly availableAt: number; readonly error: string }>) =>
    query
      .updateTable("core_deliveries")
      .set({ available_at: param.availableAt, last_error: param.error })
      .where("consumer", "=", param.consumer)
      .where("position", "=", param.position)
      .where("token", "=", param.token),
  );
  const insertDead = database.statement(
    (query, param: Placeholders<Omit<Delivery, "token" | "lastError"> & { readonly error: string; readonly at: string }>) =>
      query.insertInto("core_dead_letters").values({
        consumer: param.consumer,
        position: param.position,
        aggregate: param.aggregate,
        attempts: param.attempts,
        last_error: param.error,
        died_at: param.at,
      }),
  );

  const key = ({ consumer, position, token }: Delivery): Held => ({ consumer, position, token });

  return {
    async claim(ctx, claim) {
      const rows = await claimDue.all(ctx, claim);
      return rows.map((row) => ({
        consumer: row.consumer,
        position: Number(row.position),
        aggregate: row.aggregate,
        attempts: row.attempts,
        token: claim.token,
        lastError: row.last_error ?? undefined,
      }));
    },
    async event(ctx, position) {
      const row = await selectEvent.first(acrossOrganizations(ctx), { position });
      return row && toEvent(row);
    },
    async finish(ctx, held) {
      return (await deleteHeld.run(ctx, key(held))) === 1;
    },
    async retry(ctx, held, availableAt, error) {
      await delayHeld.run(ctx, { ...key(held), availableAt, error });
    },
    giveUp(ctx, held, error, at) {
      return database.transact(ctx, async (ctx) => {
        if ((await deleteHeld.run(ctx, key(held))) === 0) return;
        const { consumer, position, aggregate, attempts } = held;
        await insertDead.run(ctx, { consumer, position, aggregate, attempts, error, at: at.toISOString() });
      });
    },
  };
}
