import { describe, expect, it } from "vitest";
import type { Context } from "../context/context.ts";
import { testContext } from "./context.ts";
import type { EntityRow, Subject } from "./repository-contract.ts";

/** Rows of the organization, and global ones whose place they take. */
export function cascadeContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  if (contract.scope !== "cascade") return;
  const [key = []] = contract.unique;
  const platform: Context = { ...testContext({ organization: "", user: null }), actor: { kind: "system", id: "test" } };
  const addGlobal = () => repository().insert(platform, contract.create(nextSeed()));
  /** An organization's row in the place of `row`. */
  const shadow = (ctx: Context, row: Row) =>
    repository().insert(ctx, {
      ...contract.create(nextSeed()),
      ...Object.fromEntries(key.map((field) => [field, Reflect.get(row, field)])),
    });
  /** Whether the caller's list has the row, however long it is. */
  async function lists(ctx: Context, row: Row): Promise<boolean> {
    for (let cursor: string | undefined; ; ) {
      const page = await repository().list(ctx, { limit: 200, ...(cursor === undefined ? {} : { cursor }) });
      if (page.items.some(({ id }) => id === row.id)) return true;
      if (page.nextCursor === null) return false;
      cursor = page.nextCursor;
    }
  }

  describe("the cascade", () => {
    it("shows global rows to every organization, by id and in lists", async () => {
      const row = await addGlobal();
      expect(row).toMatchObject({ organizationId: "" });
      for (const ctx of [newOwner(), newOwner(), platform]) {
        expect(await repository().find(ctx, row.id)).toEqual(row);
        expect(await lists(ctx, row)).toBe(true);
      }
    });

    it("hides a global row from the lists of an organization that has one of the same key, and from no other's", async () => {
      const [ctx, other] = [newOwner(), newOwner()];
      const row = await addGlobal();
      const { total: before = 0 } = await repository().list(ctx, { total: true, limit: 1 });
      const own = await shadow(ctx, row);
      expect([await lists(ctx, own), await lists(ctx, row)]).toEqual([true, false]);
      expect((await repository().list(ctx, { total: true, limit: 1 })).total).toBe(before);
      expect([await lists(other, own), await lists(other, row)]).toEqual([false, true]);
      expect(await repository().find(ctx, row.id)).toEqual(row);
      await repository().delete(ctx, own.id);
      expect(await lists(ctx, row)).toBe(true);
    });

    it.each((contract.methods ?? []).filter(({ across }) => across !== true))(
      "leaves a global row in its place, by $name, for whoever has none of the same key",
      async ({ name, by, where = {}, returns }) => {
        const [ctx, other] = [newOwner(), newOwner()];
        const row = await repository().insert(platform, { ...contract.create(nextSeed()), ...where });
        const method: unknown = Reflect.get(repository(), name);
        if (typeof method !== "function") throw new Error(`${contract.entity} has no method ${name}.`);
        const ask = (): Promise<unknown> => method.call(repository(), ctx, ...by.map((field) => Reflect.get(row, field)));
        await shadow(other, row);
        await repository().delete(ctx, (await shadow(ctx, row)).id);
        const found = await ask();
        if (returns !== "count") return expect([found].flat()).toContainEqual(row);
        await repository().delete(platform, row.id);
        expect(await ask()).toBe(Number(found) - 1);
      },
    );

    it("shows to an organization what became of a global row", async () => {
      const ctx = newOwner();
      const row = await addGlobal();
      expect(await repository().find(ctx, row.id)).toEqual(row);
      if (contract.patch !== undefined) {
        const changed = await repository().update?.(platform, row.id, contract.patch(nextSeed()));
        expect(await repository().find(ctx, row.id)).toEqual(changed);
      }
      await repository().delete(platform, row.id);
      expect(await repository().find(ctx, row.id)).toBeUndefined();
    });

    it("lets no organization change a global row, and says so", async () => {
      const row = await addGlobal();
      for (const ctx of [newOwner(), testContext({ organization: "" })]) {
        await expect(repository().delete(ctx, row.id)).rejects.toMatchObject({ status: 403 });
        await expect(repository().delete(ctx, row.id, row.version)).rejects.toMatchObject({ status: 403 });
        if (contract.patch !== undefined) {
          await expect(repository().update?.(ctx, row.id, contract.patch(nextSeed()))).rejects.toMatchObject({ status: 403 });
        }
      }
      expect(await repository().find(platform, row.id)).toEqual(row);
    });

    it("lets the platform itself write global rows, and nobody else who acts in no organization", async () => {
      const row = await addGlobal();
      if (contract.patch !== undefined)
        expect(await repository().update?.(platform, row.id, contract.patch(nextSeed()))).toMatchObject({ version: 2 });
      expect(await repository().delete(platform, row.id)).toMatchObject({ id: row.id });
      await expect(repository().insert(testContext({ organization: "" }), contract.create(nextSeed()))).rejects.toMatchObject({
        status: 403,
      });
      if (contract.softDelete === true) {
        await expect(repository().undelete?.(newOwner(), row.id)).rejects.toMatchObject({ status: 404 });
        await expect(repository().undelete?.(testContext({ organization: "" }), row.id)).rejects.toMatchObject({ status: 403 });
        expect(await repository().undelete?.(platform, row.id)).toMatchObject({ id: row.id });
      }
    });

    it("keeps an organization's rows from the platform acting in none", async () => {
      const row = await repository().insert(newOwner(), contract.create(nextSeed()));
      expect(await repository().find(platform, row.id)).toBeUndefined();
      expect(await lists(platform, row)).toBe(false);
      await expect(repository().delete(platform, row.id)).rejects.toMatchObject({ status: 404 });
    });
  });
}
