import type { ColumnType } from "kysely";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Placeholders, SqlDatabase } from "../database/database.ts";
import { claimRow, type IdempotencyStore, judge, type Slot, type SlotRow, type StoredAnswer } from "./idempotency-store.ts";

type Milliseconds = ColumnType<number | string, number, number>;

/** The table of sql/core/0003_idempotency. */
export interface IdempotencyTables {
  core_idempotency: {
    readonly organization: string;
    readonly actor: string;
    readonly operation: string;
    readonly key: string;
    readonly fingerprint: string;
    readonly token: string;
    readonly leased_until: Milliseconds;
    readonly expires_at: Milliseconds;
    readonly status: number | null;
    /** JSON. */
    readonly headers: string | null;
    readonly body: string | null;
  };
}

interface Row {
  readonly fingerprint: string;
  readonly token: string;
  readonly leased_until: number | string;
  readonly expires_at: number | string;
  readonly status: number | null;
  readonly headers: string | null;
  readonly body: string | null;
}

/** A claim as its row is written. */
interface ClaimParams extends Slot {
  readonly fingerprint: string;
  readonly token: string;
  readonly leasedUntil: number;
  readonly expiresAt: number;
}

const columns = ["fingerprint", "token", "leased_until", "expires_at", "status", "headers", "body"] as const;

/** Claims and answers in the database, shared by all replicas. */
export function databaseIdempotency(database: SqlDatabase<IdempotencyTables>, now: () => number): IdempotencyStore {
  // An insert that finds its row locks it and tells what is there.
  const claim = database.statement((query, param: Placeholders<ClaimParams>) =>
    query
      .insertInto("core_idempotency")
      .values({
        organization: param.organization,
        actor: param.actor,
        operation: param.operation,
        key: param.key,
        fingerprint: param.fingerprint,
        token: param.token,
        leased_until: param.leasedUntil,
        expires_at: param.expiresAt,
      })
      .onConflict((on) => on.columns(["organization", "actor", "operation", "key"]).doUpdateSet({ key: param.key }))
      .returning(columns),
  );
  const takeOver = database.statement((query, param: Placeholders<ClaimParams>) =>
    query
      .updateTable("core_idempotency")
      .set({
        fingerprint: param.fingerprint,
        token: param.token,
        leased_until: param.leasedUntil,
        expires_at: param.expiresAt,
        status: null,
        headers: null,
        body: null,
      })
      .where("organization", "=", param.organization)
      .where("actor", "=", param.actor)
      .where("operation", "=", param.operation)
      .where("key", "=", param.key),
  );
  const finish = database.statement(
    (
      query,
      param: Placeholders<
        Slot & { readonly token: string; readonly status: number; readonly headers: string; readonly body: string | null }
      >,
    ) =>
      query
        .updateTable("core_idempotency")
        .set({ status: param.status, headers: param.headers, body: param.body })
        .where("organization", "=", param.organization)
        .where("actor", "=", param.actor)
        .where("operation", "=", param.operation)
        .where("key", "=", param.key)
        .where("token", "=", param.token),
  );
  const release = database.statement((query, param: Placeholders<Slot & { readonly token: string }>) =>
    query
      .deleteFrom("core_idempotency")
      .where("organization", "=", param.organization)
      .where("actor", "=", param.actor)
      .where("operation", "=", param.operation)
      .where("key", "=", param.key)
      .where("token", "=", param.token)
      .where("status", "is", null),
  );
  const drop = database.statement((query, param: Placeholders<{ readonly now: number }>) =>
    query.deleteFrom("core_idempotency").where("expires_at", "<=", param.now),
  );

  return {
    claim: (ctx, slot, fingerprint, lease) =>
      database.transact({ ...ctx, transaction: undefined }, async (ctx) => {
        const { answer: _, ...mine } = claimRow(slot, fingerprint, now(), lease);
        const row = (await claim.first(ctx, mine)) as Row | undefined;
        if (row === undefined || row.token === mine.token) return { kind: "claimed", token: mine.token };
        const held = judge(rowOf(slot, row), fingerprint, now());
        if (held !== undefined) return held;
        await takeOver.run(ctx, mine);
        return { kind: "claimed", token: mine.token };
      }),
    async finish(ctx, slot, token, { status, headers, body }) {
      return (await finish.run(ctx, { ...slot, token, status, headers: JSON.stringify(headers), body: body ?? null })) === 1;
    },
    async release(ctx, slot, token) {
      await release.run({ ...ctx, organization: slot.organization }, { ...slot, token });
    },
    prune: (ctx) => drop.run(acrossOrganizations(ctx), { now: now() }),
  };
}

function rowOf(slot: Slot, row: Row): SlotRow {
  const { status, headers, body } = row;
  const answer: StoredAnswer | undefined =
    status === null ? undefined : { status, headers: JSON.parse(headers ?? "{}") as StoredAnswer["headers"], body: body ?? undefined };
  return {
    ...slot,
    fingerprint: row.fingerprint,
    token: row.token,
    leasedUntil: Number(row.leased_until),
    expiresAt: Number(row.expires_at),
    answer,
  };
}
