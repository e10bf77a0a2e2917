import { type RawBuilder, sql } from "kysely";
import type { RunsSqliteTables } from "../../../generated/runs/tables.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../core/database/database.ts";
import { insertRows, jsonRows } from "../../core/database/json-rows.ts";
import { newId } from "../../core/ids/ids.ts";

/** An attempt that a worker has just claimed. Whoever shows another token holds it no more. */
export interface Claimed {
  readonly organization: string;
  readonly runId: string;
  readonly step: string;
  readonly number: number;
  readonly token: number;
  readonly losses: number;
}

/** What waits in the queue. */
export interface Waiting {
  readonly organizations: readonly string[];
  /** Infinity when nothing is delayed. */
  readonly nextDue: number;
}

/** What names an attempt as long as it is held. */
export interface Key {
  readonly runId: string;
  readonly step: string;
  readonly token: number;
}

/** An attempt that is about to wait or, with a lease, to be under way. */
export interface NewAttempt {
  readonly runId: string;
  readonly step: string;
  readonly number: number;
  readonly status: "queued" | "delayed" | "leased";
  readonly availableAt: number;
  readonly lease?: { readonly worker: string; readonly until: number };
}

/** The token of an attempt that is leased as it is made. */
export const firstToken = 1;
/** 1 is the most urgent, 5 the least, among those of one organization; all runs are alike for now. */
const usualPriority = 3;

/** The queue: one row for each step that is under way or waits for a worker or a time. They are not bound to one organization. */
export interface Attempts {
  /** Queues the delayed ones whose time has come. Gives how many. */
  promote(ctx: Context, now: number): Promise<number>;
  /** Takes the expired leases away: their steps are queued again, and a late result is refused. Gives how many. */
  expire(ctx: Context, now: number): Promise<number>;
  /** Puts attempts of the caller's organization into the queue. */
  insert(ctx: Context, attempts: readonly NewAttempt[], at: string): Promise<void>;
  /** Whose attempts are queued, in a fixed order that goes round, those after `last` first; and when the next delayed one becomes due. */
  waiting(ctx: Context, last: string, limit: number): Promise<Waiting>;
  /** Leases those of one organization that are most urgent, lower numbers of priority first, then the older ones. */
  claim(ctx: Context, claim: Claim): Promise<readonly Claimed[]>;
  /** How many there are, by status. */
  depths(ctx: Context): Promise<ReadonlyMap<string, number>>;
  /** Prolongs all leases of a worker, and gives what it still holds. */
  renew(ctx: Context, lease: { readonly worker: string; readonly until: number }): Promise<readonly Key[]>;
  /** Gives up the leases of a worker, for others to take at once. */
  release(ctx: Context, worker: string): Promise<number>;
  /** Gives up one lease. */
  letGo(ctx: Context, key: Key): Promise<void>;
  /** Ends attempts, and gives those that were held under the tokens named. */
  finish(ctx: Context, keys: readonly Key[]): Promise<readonly Key[]>;
  /** Hands an attempt back until `availableAt`; false when the token is not that of its holder. */
  defer(ctx: Context, key: Key & { readonly number: number; readonly availableAt: number }): Promise<boolean>;
  /** Takes the attempts of a run that nobody holds out of the queue, and gives their steps. */
  withdraw(ctx: Context, runId: string): Promise<readonly string[]>;
}

/** Who claims, of which organization, until when, and how many at the most. */
export interface Claim {
  readonly worker: string;
  readonly organization: string;
  readonly until: number;
  readonly limit: number;
}

export const sameKey = (left: Key, right: Key): boolean =>
  left.runId === right.runId && left.step === right.step && left.token === right.token;

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
  const insertAll = insertRows(database, "step_attempts", {
    id: "text",
    created_at: "time",
    updated_at: "time",
    version: "integer",
    organization: "text",
    run_id: "text",
    step: "text",
    number: "integer",
    status: "text",
    available_at: "integer",
    priority: "integer",
    token: "integer",
    leased_until: "integer",
    losses: "integer",
    worker: "text",
  });
  const soonest = sql<number | null>`(select available_at from step_attempts where status = 'delayed' order by available_at limit 1)`;
  // One look into the index for each organization, however much each has in the queue.
  const organizationsAfter = database.statement((query, param: Placeholders<{ last: string; limit: number }>) => {
    const next = (after: RawBuilder<string>) =>
      sql<string | null>`(select organization from step_attempts where status = 'queued' and organization > ${after}
        order by organization limit 1)`;
    return query
      .withRecursive("found(organization, place)", (inner) =>
        inner.selectNoFrom([next(sql`${param.last}`).as("organization"), sql<number>`1`.as("place")]).unionAll((further) =>
          further
            .selectFrom("found")
            .select([next(sql.ref("found.organization")).as("organization"), sql<number>`place + 1`.as("place")])
            .where("found.organization", "is not", null)
            .where("place", "<", param.limit),
        ),
      )
      .selectFrom("found")
      .select(["organization", soonest.as("due")])
      .orderBy("place");
  });
  const claimQueued = database.statement(
    (query, param: Placeholders<Claim>) =>
      query
        .with("chosen", (inner) => {
          const chosen = inner
            .selectFrom("step_attempts as candidate")
            .select("candidate.id as chosen_id")
            .where("candidate.status", "=", "queued")
            .where("candidate.organization", "=", param.organization)
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
    "each time",
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
  const removeAll = database.statement((query, param: Placeholders<{ keys: string }>) =>
    query
      .deleteFrom("step_attempts")
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple("run_id", "step", "token"),
          "in",
          selectFrom(jsonRows<Key>(database, param.keys, { runId: "text", step: "text", token: "integer" }))
            .select(["given.runId", "given.step", "given.token"])
            .$asTuple("runId", "step", "token"),
        ),
      )
      .returning(["run_id", "step", "token"]),
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
    async insert(ctx, given, at) {
      if (given.length === 0) return;
      const rows = given.map(({ runId, step, number, status, availableAt, lease }) => ({
        id: newId("sa"),
        created_at: at,
        updated_at: at,
        version: 1,
        organization: ctx.organization,
        run_id: runId,
        step,
        number,
        status,
        available_at: availableAt,
        priority: usualPriority,
        token: lease === undefined ? 0 : firstToken,
        leased_until: lease?.until ?? 0,
        losses: 0,
        worker: lease?.worker ?? null,
      }));
      await insertAll.run(ctx, { rows: JSON.stringify(rows) });
    },
    async waiting(ctx, last, limit) {
      const after = await organizationsAfter.all(ctx, { last, limit });
      const nextDue = Number(after[0]?.due ?? Number.POSITIVE_INFINITY);
      const found = named(after);
      if (found.length === limit || last === "") return { organizations: found, nextDue };
      const round = await organizationsAfter.all(ctx, { last: "", limit: limit - found.length });
      return { organizations: [...new Set([...found, ...named(round)])], nextDue };
    },
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
    async renew(ctx, lease) {
      return (await prolong.all(ctx, lease)).map(toKey);
    },
    release: (ctx, worker) => giveUp.run(ctx, { worker }),
    async letGo(ctx, { runId, step, token }) {
      await giveUpOne.run(ctx, { runId, step, token });
    },
    async finish(ctx, keys) {
      if (keys.length === 0) return [];
      const named = keys.map(({ runId, step, token }) => ({ runId, step, token }));
      return (await removeAll.all(ctx, { keys: JSON.stringify(named) })).map(toKey);
    },
    defer: async (ctx, key) => (await handBack.run(ctx, key)) === 1,
    async withdraw(ctx, runId) {
      const rows = await takeOut.all(ctx, { runId });
      return rows.map((row) => row.step);
    },
  };
}

/** The last place that was looked at may have nobody. */
const named = (rows: readonly { readonly organization: string | null }[]): readonly string[] =>
  rows.flatMap(({ organization }) => organization ?? []);

const toKey = (row: { readonly run_id: string; readonly step: string; readonly token: number }): Key => ({
  runId: row.run_id,
  step: row.step,
  token: Number(row.token),
});
