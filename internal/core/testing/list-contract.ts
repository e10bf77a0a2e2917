import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context/context.ts";
import type { ListQuery, Page } from "../database/lists.ts";
import { compare } from "./method-contract.ts";
import type { EntityRow, Subject } from "./repository-contract.ts";

const rowCount = 12;

/** Lists: filter, sort, and pages that give each row exactly once in one order on all databases. */
export function listContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  // Others' rows are listed beside.
  const isShared = contract.scope === "global" || contract.scope === "cascade";

  describe("lists", () => {
    let ctx: Context;
    let rows: Row[];
    beforeAll(async () => {
      ctx = newOwner();
      rows = [];
      for (let count = 0; count < rowCount; count++) rows.push(await repository().insert(ctx, contract.create(nextSeed())));
    });

    /** All pages; of rows without an owner, only those of this test. */
    async function walk(query: ListQuery<object, string>): Promise<Row[]> {
      const found: Row[] = [];
      for (let cursor: string | undefined; ; ) {
        const page: Page<Row> = await repository().list(ctx, cursor === undefined ? query : { ...query, cursor });
        found.push(...page.items);
        if (page.nextCursor === null) return isShared ? found.filter((row) => isOurs(row)) : found;
        cursor = page.nextCursor;
      }
    }
    const isOurs = (row: Row) => rows.some((one) => one.id === row.id);
    const ids = (found: readonly Row[]) => found.map((row) => row.id);

    it("gives each row once without a sort", async () => {
      const found = await walk({ limit: 5 });
      expect(found.toSorted(byId)).toEqual(rows.toSorted(byId));
      expect(ids(await walk({ limit: 200 }))).toEqual(ids(found));
    });

    const sorts = contract.sort.flatMap((field) => [field, `-${field}`]);
    it.each(sorts)("gives each row once, sorted by %s", async (sort) => {
      const field = sort.replace("-", "");
      const sign = sort.startsWith("-") ? -1 : 1;
      const order = (a: Row, b: Row) => sign * (compare(Reflect.get(a, field), Reflect.get(b, field)) || byId(a, b));
      expect(ids(await walk({ sort, limit: 5 }))).toEqual(ids(rows.toSorted(order)));
    });

    it.each(contract.filter)("filters by %s", async (field) => {
      const value = rows.map((row) => Reflect.get(row, field)).find((one) => one !== null);
      expect(value, "the factory must fill filtered fields now and then").toBeDefined();
      const found = await walk({ filter: { [field]: { eq: value } }, limit: 5 });
      const wanted = rows.filter((row) => Reflect.get(row, field) === value);
      expect(ids(found).toSorted()).toEqual(ids(wanted).toSorted());
    });

    it("counts when asked", async () => {
      const { items, total } = await repository().list(ctx, { limit: 1, total: true });
      expect(items.length).toBe(1);
      if (isShared) expect(total).toBeGreaterThanOrEqual(rowCount);
      else expect(total).toBe(rowCount);
    });

    it("refuses a filter, a sort and a cursor that it does not offer", async () => {
      await expect(repository().list(ctx, { filter: { nobody: { eq: "x" } } })).rejects.toMatchObject({ status: 422 });
      await expect(repository().list(ctx, { sort: "nobody" })).rejects.toMatchObject({ status: 422 });
      await expect(repository().list(ctx, { cursor: "bm9ib2R5" })).rejects.toMatchObject({ status: 400 });
    });
  });
}

const byId = (a: EntityRow, b: EntityRow): number => compare(a.id, b.id);
