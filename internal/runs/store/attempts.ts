import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";

/** An attempt that a worker has just claimed. Whoever shows another token holds it no more. */
export interface Claimed {
  readonly organization: string;
  readonly runId: string;
  readonly step: string;
  readonly number: number;
  readonly token: number;
  readonly losses: number;
}

/** What names an attempt as long as it is held. */
export interface Key {
  readonly runId: string;
  readonly step: string;
  readonly token: number;
}

/** The queue: one row for each step that is under way or waits for a worker or a time. They are not bound to one organization. */
export interface Attempts {
  /** Queues the delayed ones whose time has come. Gives how many. */
  promote(ctx: Context, now: number): Promise<number>;
  /** Takes the expired leases away: their steps are queued again, and a late result is refused. Gives how many. */
  expire(ctx: Context, now: number): Promise<number>;
  /** Leases the most urgent ones, lower numbers of priority first, then the older ones. */
  claim(ctx: Context, claim: { readonly worker: string; readonly until: number; readonly limit: number }): Promise<readonly Claimed[]>;
  /** How many there are, by status. */
  depths(ctx: Context): Promise<ReadonlyMap<string, number>>;
  /** When the next delayed one becomes due; undefined when there is none. */
  nextDue(ctx: Context): Promise<number | undefined>;
  /** Prolongs all leases of a worker, and gives what it still holds. */
  renew(ctx: Context, lease: { readonly worker: string; readonly until: number }): Promise<readonly Key[]>;
  /** Gives up the leases of a worker, for others to take at once. */
  release(ctx: Context, worker: string): Promise<number>;
  /** Gives up one lease. */
  letGo(ctx: Context, key: Key): Promise<void>;
  /** Ends an attempt; false when the token is not that of its holder. */
  finish(ctx: Context, key: Key): Promise<boolean>;
  /** Hands an attempt back until `availableAt`; false as above. */
  defer(ctx: Context, key: Key & { readonly number: number; readonly availableAt: number }): Promise<boolean>;
  /** Takes the attempts of a run that nobody holds out of the queue, and gives their steps. */
  withdraw(ctx: Context, runId: string): Promise<readonly string[]>;
}

export function attempts(database: SqlDatabase<RunsSqliteTables>): Attempts {
  const locks = database.dialect === "postgres";

  const promoteDue = database.statement((query, param: Placeholders<{ now: number }>) =>
    query.updateTable("step_attempts").set({ status: "queued" }).where("status", "=", "delayed").where("available_at", "<=", param.now),
  );
  const expireLeases = database.statement((query, param: Placeholders<{ now: number }>) =>
    query
      .updateTable("step_attempts")
      .set((column) => ({ status: "queued", worker: null, token: column("token", "+", 1), losses: column("losses", "+", 1) }))
      .where("status", "=", "leased")
      .where("leased_until", "<", param.now),
  );
  const claimQueued = database.statement((query, param: Placeholders<{ worker: string; until: number; limit: number }>) =>
    query
      .with("chosen", (inner) => {
        const chosen = inner
          .selectFrom("step_attempts as candidate")
          .select("candidate.id as chosen_id")
          .where("candidate.status", "=", "queued")
          .orderBy("candidate.priority")
          .orderBy("candidate.available_at")
          .limit(param.limit);
        // SQLite has one writer at a time and needs no row locks.
        return locks ? chosen.forUpdate().skipLocked() : chosen;
      })
      .updateTable("step_attempts")
      .from("chosen")
      .set((column) => ({
        status: "leased",
        worker: param.worker,
        leased_until: param.until,
        token: column("step_attempts.token", "+", 1),
      }))
      .whereRef("step_attempts.id", "=", "chosen.chosen_id")
      .returning([
        "step_attempts.organization",
        "step_attempts.run_id",
        "step_attempts.step",
        "step_attempts.number",
        "step_attempts.token",
        "step_attempts.losses",
      ]),
  );
  const soonest = database.statement((query, _: Placeholders<object>) =>
    query.selectFrom("step_attempts").select("available_at").where("status", "=", "delayed").orderBy("available_at").limit(1),
  );
  const counts = database.statement((query, _: Placeholders<object>) =>
    query
      .selectFrom("step_attempts")
      .select(({ fn }) => ["status", fn.countAll<number>().as("count")])
      .groupBy("status"),
  );
  const prolong = database.statement((query, param: Placeholders<{ worker: string; until: number }>) =>
    query
      .updateTable("step_attempts")
      .set({ leased_until: param.until })
      .where("status", "=", "leased")
      .where("worker", "=", param.worker)
      .returning(["run_id", "step", "token"]),
  );
  const giveUp = database.statement((query, param: Placeholders<{ worker: string }>) =>
    query
      .updateTable("step_attempts")
      .set((column) => ({ status: "queued", worker: null, token: column("token", "+", 1) }))
      .where("status", "=", "leased")
      .where("worker", "=", param.worker),
  );
  const giveUpOne = database.statement((query, param: Placeholders<Key>) =>
    query
      .updateTable("step_attempts")
      .set((column) => ({ status: "queued", worker: null, token: column("token", "+", 1) }))
      .where("run_id", "=", param.runId)
      .where("step", "=", param.step)
      .where("token", "=", param.token),
  );
  const remove = database.statement((query, param: Placeholders<Key>) =>
    query.deleteFrom("step_attempts").where("run_id", "=", param.runId).where("step", "=", param.step).where("token", "=", param.token),
  );
  const handBack = database.statement((query, param: Placeholders<Key & { number: number; availableAt: number }>) =>
    query
      .updateTable("step_attempts")
      .set((column) => ({
        status: "delayed",
        worker: null,
        number: param.number,
        available_at: param.availableAt,
        losses: 0,
        token: column("token", "+", 1),
      }))
      .where("run_id", "=", param.runId)
      .where("step", "=", param.step)
      .where("token", "=", param.token),
  );
  const takeOut = database.statement((query, param: Placeholders<{ runId: string }>) =>
    query
      .with("idle", (inner) => {
        const idle = inner
          .selectFrom("step_attempts as candidate")
          .select("candidate.id as idle_id")
          .where("candidate.run_id", "=", param.runId)
          .where("candidate.status", "in", ["queued", "delayed"]);
        // One that a worker is claiming now is left to it: it waits for the run's lock, and then sees that the run is cancelled.
        return locks ? idle.forUpdate().skipLocked() : idle;
      })
      .deleteFrom("step_attempts")
      .where("id", "in", (inner) => inner.selectFrom("idle").select("idle_id"))
      .returning("step"),
  );

  return {
    promote: (ctx, now) => promoteDue.run(ctx, { now }),
    expire: (ctx, now) => expireLeases.run(ctx, { now }),
    async claim(ctx, claim) {
      const rows = await claimQueued.all(ctx, claim);
      return rows.map((row) => ({
        organization: row.organization,
        runId: row.run_id,
        step: row.step,
        number: row.number,
        token: Number(row.token),
        losses: row.losses,
      }));
    },
    async depths(ctx) {
      return new Map((await counts.all(ctx, {})).map(({ status, count }) => [status, Number(count)]));
    },
    async nextDue(ctx) {
      const row = await soonest.first(ctx, {});
      return row && Number(row.available_at);
    },
    async renew(ctx, lease) {
      const rows = await prolong.all(ctx, lease);
      return rows.map((row) => ({ runId: row.run_id, step: row.step, token: Number(row.token) }));
    },
    release: (ctx, worker) => giveUp.run(ctx, { worker }),
    async letGo(ctx, { runId, step, token }) {
      await giveUpOne.run(ctx, { runId, step, token });
    },
    finish: async (ctx, key) => (await remove.run(ctx, key)) === 1,
    defer: async (ctx, key) => (await handBack.run(ctx, key)) === 1,
    async withdraw(ctx, runId) {
      const rows = await takeOut.all(ctx, { runId });
      return rows.map((row) => row.step);
    },
  };
}
