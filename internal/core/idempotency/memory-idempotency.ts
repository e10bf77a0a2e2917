import type { MemoryDatabase, MemoryRow } from "../database/memory.ts";
import { claimRow, type IdempotencyStore, judge, type Slot, type SlotRow } from "./idempotency-store.ts";

type Row = SlotRow & MemoryRow;

const idOf = ({ organization, actor, operation, key }: Slot): string => JSON.stringify([organization, actor, operation, key]);

/** Claims and answers in memory: for tests. */
export function memoryIdempotency(database: MemoryDatabase, now: () => number): IdempotencyStore {
  const table = database.table<Row>("core_idempotency", []);
  return {
    claim: (ctx, slot, fingerprint, lease) =>
      database.transact({ ...ctx, transaction: undefined }, async (ctx) => {
        const mine: Row = { ...claimRow(slot, fingerprint, now(), lease), id: idOf(slot) };
        const found = await table.get(ctx, mine.id);
        const claim = found && judge(found, fingerprint, now());
        if (claim !== undefined) return claim;
        await (found === undefined ? table.insert(ctx, mine) : table.replace(ctx, mine));
        return { kind: "claimed", token: mine.token };
      }),
    async finish(ctx, slot, token, answer) {
      const row = await table.get(ctx, idOf(slot));
      return row?.token === token && (await table.replace(ctx, { ...row, answer })) === 1;
    },
    async release(ctx, slot, token) {
      await database.transact(ctx, async (ctx) => {
        const row = await table.get(ctx, idOf(slot));
        if (row?.token === token && row.answer === undefined) await table.remove(ctx, row.id);
      });
    },
    prune: (ctx) =>
      database.transact(ctx, async (ctx) => {
        const old = (await table.all(ctx)).filter(({ expiresAt }) => expiresAt <= now());
        for (const { id } of old) await table.remove(ctx, id);
        return old.length;
      }),
  };
}
