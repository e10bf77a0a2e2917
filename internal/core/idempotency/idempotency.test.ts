import { beforeAll, describe, expect, test } from "vitest";
import { type AuditTables, databaseAuditLog } from "../audit/database-audit-log.ts";
import type { Context } from "../context/context.ts";
import type { Database, Placeholders, SqlDatabase } from "../database/database.ts";
import type { MemoryDatabase, MemoryRow } from "../database/memory.ts";
import { testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { databaseIdempotency, type IdempotencyTables } from "./database-idempotency.ts";
import { idempotencyKey } from "./idempotency-key.ts";
import type { IdempotencyStore } from "./idempotency-store.ts";
import { fingerprint, once } from "./idempotent.ts";
import { memoryIdempotency } from "./memory-idempotency.ts";

const storeOn = (database: Database, now: () => number): IdempotencyStore =>
  database.dialect === "memory"
    ? memoryIdempotency(database as MemoryDatabase, now)
    : databaseIdempotency(database as SqlDatabase<IdempotencyTables>, now);

forEachDatabase((_, database) => {
  let now = Date.now();
  let store: IdempotencyStore;
  let doOnce: ReturnType<typeof once>;
  beforeAll(() => {
    store = storeOn(database(), () => now);
    doOnce = once(database(), store, () => testContext({ organization: "", user: null }));
  });

  const ctx = testContext();
  /** How often an operation of this name is in the audit log, which stands here for whatever work writes. */
  const recorded = async (operation: string): Promise<number> => {
    const db = database();
    if (db.dialect === "memory") {
      const rows = await (db as MemoryDatabase).table<MemoryRow & { readonly operation: string }>("core_audit", []).all(ctx);
      return rows.filter((row) => row.operation === operation).length;
    }
    const found = (db as SqlDatabase<AuditTables>).statement((query, param: Placeholders<{ readonly operation: string }>) =>
      query.selectFrom("core_audit").select("id").where("operation", "=", param.operation),
    );
    return (await found.all(ctx, { operation })).length;
  };
  let keys = 0;
  const freshKey = () => `key-${++keys}`;
  const request = (key: string, input: unknown = { a: 1 }) => ({ operation: "pay", key, input, milliseconds: 1000 });
  const slot = (key: string) => ({ organization: ctx.organization, actor: "us-1111111111111111", operation: "pay", key });
  let done = 0;
  const pay = async () => Response.json({ payment: ++done }, { status: 201, headers: { "x-request-id": "first", etag: '"1"' } });

  test("the same key and input are done once: status, headers and body are those of the first time", async () => {
    const key = freshKey();
    const first = await doOnce(ctx, request(key), pay);
    const before = done;
    const again = await doOnce({ ...ctx, requestId: "second" } as Context, request(key, { a: 1 }), pay);
    expect(done).toBe(before);
    expect([again.status, await again.json()]).toEqual([201, await first.json()]);
    expect(again.headers.get("etag")).toBe('"1"');
    expect([again.headers.get("x-request-id"), again.headers.get("idempotent-replayed")]).toEqual(["second", "true"]);
  });

  test("an answer without a body, and one with several cookies, come back as they were", async () => {
    const key = freshKey();
    const work = async () =>
      new Response(null, {
        status: 204,
        headers: [
          ["set-cookie", "a=1"],
          ["set-cookie", "b=2"],
        ],
      });
    await doOnce(ctx, request(key), work);
    const again = await doOnce(ctx, request(key), pay);
    expect([again.status, again.body, again.headers.getSetCookie()]).toEqual([204, null, ["a=1", "b=2"]]);
  });

  test("another input with the same key is refused with 422", async () => {
    const key = freshKey();
    await doOnce(ctx, request(key), pay);
    await expect(doOnce(ctx, request(key, { a: 2 }), pay)).rejects.toMatchObject({ status: 422 });
  });

  test("keys of other people, organizations and operations are other keys", async () => {
    const key = freshKey();
    const before = done;
    await doOnce(ctx, request(key), pay);
    await doOnce(testContext({ user: "us-2222222222222222" }), request(key), pay);
    await doOnce(testContext({ organization: "og-2222222222222222" }), request(key), pay);
    await doOnce(ctx, { ...request(key), operation: "refund" }, pay);
    expect(done).toBe(before + 4);
  });

  test("while the first is under way, others get 409 and when to come back", async () => {
    const key = freshKey();
    await store.claim(ctx, slot(key), fingerprint({ a: 1 }), 5000);
    const refused = doOnce(ctx, request(key), pay);
    await expect(refused).rejects.toMatchObject({ status: 409, headers: { "Retry-After": "1" } });
    await expect(doOnce(ctx, request(key, { a: 2 }), pay)).rejects.toMatchObject({ status: 422 });
  });

  test("of many at once, one does the work", async () => {
    const key = freshKey();
    const before = done;
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => doOnce(ctx, request(key), pay)));
    expect(done).toBe(before + 1);
    for (const one of all)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ status: 409, headers: { "Retry-After": "1" } });
    expect(all.some(({ status }) => status === "fulfilled")).toBe(true);
  });

  test("what failed is undone, and may be tried again with the same key", async () => {
    const key = freshKey();
    const audit = databaseAuditLog(database(), () => new Date());
    const failing = async (inner: Context) => {
      await audit.record(inner, { operation: `failing-${key}` });
      throw new Error("broken");
    };
    await expect(doOnce(ctx, request(key), failing)).rejects.toThrow("broken");
    expect(await recorded(`failing-${key}`)).toBe(0);
    expect((await doOnce(ctx, request(key), pay)).headers.get("idempotent-replayed")).toBeNull();
  });

  test("a claim whose holder died is taken over after its lease, and the dead one's late work is not kept", async () => {
    const key = freshKey();
    const first = await store.claim(ctx, slot(key), "f", 5000);
    now += 5001;
    const second = await store.claim(ctx, slot(key), "f", 5000);
    expect([first.kind, second.kind]).toEqual(["claimed", "claimed"]);
    const answer = { status: 200, headers: {}, body: "1" };
    if (first.kind !== "claimed" || second.kind !== "claimed") return;
    expect(await store.finish(ctx, slot(key), first.token, answer)).toBe(false);
    expect(await store.finish(ctx, slot(key), second.token, answer)).toBe(true);
  });

  test("work whose claim was taken over meanwhile is undone, and its request refused", async () => {
    const key = freshKey();
    // As it comes out when another replica takes the claim over just before the end.
    const late = once(database(), { ...store, finish: async () => false }, () => testContext({ organization: "", user: null }));
    const inside = async (inner: Context) => {
      await databaseAuditLog(database(), () => new Date()).record(inner, { operation: key });
      return pay();
    };
    await expect(late(ctx, request(key), inside)).rejects.toMatchObject({ status: 409 });
    expect(await recorded(key)).toBe(0);
    await doOnce(ctx, request(key), inside);
    expect(await recorded(key)).toBe(1);
  });

  test("an answer is kept for a day, whoever gives up its claim", async () => {
    const key = freshKey();
    const claim = await store.claim(ctx, slot(key), "f", 5000);
    if (claim.kind !== "claimed") throw new Error("not claimed");
    await store.finish(ctx, slot(key), claim.token, { status: 200, headers: {}, body: "1" });
    await store.release(ctx, slot(key), claim.token);
    now += 23 * 3_600_000;
    await store.prune(ctx);
    expect(await store.claim(ctx, slot(key), "f", 5000)).toMatchObject({ kind: "answered", answer: { body: "1" } });
    now += 3_600_001;
    expect((await store.claim(ctx, slot(key), "other", 5000)).kind).toBe("claimed");
    now += 25 * 3_600_000;
    expect(await store.prune(ctx)).toBeGreaterThan(0);
    expect(await store.prune(ctx)).toBe(0);
  });
});

describe("an Idempotency-Key", () => {
  test.each([
    ['"8e03978e-40d5"', "8e03978e-40d5"],
    ["8e03978e-40d5", "8e03978e-40d5"],
    ['"with space and \\" quote"', 'with space and " quote'],
    ['"a,b"', "a,b"],
  ])("%s is read", (given, want) => {
    expect(idempotencyKey(new Headers({ "idempotency-key": given }))).toBe(want);
  });

  test.each(["", '""', '"open', 'in"side', "two words", `"${"x".repeat(256)}"`])("%j is refused with 400", (given) => {
    expect(() => idempotencyKey(new Headers({ "idempotency-key": given }))).toThrow(expect.objectContaining({ status: 400 }));
  });

  test("need not be there", () => expect(idempotencyKey(new Headers())).toBeUndefined());
});
