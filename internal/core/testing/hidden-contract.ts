import { describe, expect, it } from "vitest";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import type { EntityRow, Subject } from "./repository-contract.ts";

/** Rows whose deletion only hides them. */
export function hiddenContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  if (contract.softDelete !== true) return;
  const undelete = (...given: Parameters<NonNullable<ReturnType<typeof repository>["undelete"]>>) => {
    const { undelete } = repository();
    if (undelete === undefined) throw new Error(`${contract.entity} hides what is deleted and has no undelete.`);
    return undelete.apply(repository(), given);
  };
  /** As the platform does it, over all rows. */
  const purge = (ctx: Context, before: string, limit: number) => {
    const { purge } = repository();
    if (purge === undefined) throw new Error(`${contract.entity} hides what is deleted and has no purge.`);
    return purge.call(repository(), acrossOrganizations(ctx), before, limit);
  };
  const add = (ctx = newOwner()) => repository().insert(ctx, contract.create(nextSeed()));

  describe("deleted rows", () => {
    it("are hidden from find, lists and counts, and from every write", async () => {
      const ctx = newOwner();
      const { total = 0 } = await repository().list(ctx, { total: true });
      const row = await add(ctx);
      await repository().delete(ctx, row.id);
      expect(await repository().find(ctx, row.id)).toBeUndefined();
      const page = await repository().list(ctx, { limit: 200, total: true });
      expect(page.total).toBe(total);
      expect(page.items.map(({ id }) => id)).not.toContain(row.id);
      await expect(repository().delete(ctx, row.id)).rejects.toMatchObject({ status: 404 });
      if (contract.patch !== undefined) {
        await expect(repository().update?.(ctx, row.id, contract.patch(nextSeed()))).rejects.toMatchObject({ status: 404 });
      }
    });

    it("come back as they were, as a new version", async () => {
      const ctx = newOwner();
      const row = await add(ctx);
      await repository().delete(ctx, row.id);
      // Changed at another time than made.
      await new Promise((resolve) => setTimeout(resolve, 3));
      const back = await undelete(ctx, row.id);
      expect(back).toEqual({ ...row, version: row.version + 1, updatedAt: back.updatedAt });
      expect(await repository().find(ctx, row.id)).toEqual(back);
      await expect(undelete(ctx, row.id)).rejects.toMatchObject({ status: 409 });
      await expect(undelete(ctx, `${contract.prefix}-ffffffffffffffff`)).rejects.toMatchObject({ status: 404 });
    });

    it("come back once when many ask at once", async () => {
      const ctx = newOwner();
      for (let round = 0; round < 3; round++) {
        const { id } = await add(ctx);
        await repository().delete(ctx, id);
        const ends = await Promise.allSettled(Array.from({ length: 6 }, () => undelete(ctx, id)));
        const lost = ends.filter((end) => end.status === "rejected");
        expect(lost.length).toBe(5);
        for (const { reason } of lost) expect([409, 412]).toContain(reason.status);
      }
    });

    if (contract.scope !== "global") {
      it("come back for nobody but their owner", async () => {
        const ctx = newOwner();
        const row = await add(ctx);
        await repository().delete(ctx, row.id);
        await expect(undelete(newOwner(), row.id)).rejects.toMatchObject({ status: 404 });
        expect(await undelete(ctx, row.id)).toMatchObject({ id: row.id });
      });
    }

    it.each(contract.unique.map((fields) => [fields.join(", "), fields] as const))(
      "do not come back while another has their %s",
      async (_, fields) => {
        const ctx = newOwner();
        const row = await add(ctx);
        await repository().delete(ctx, row.id);
        const same = Object.fromEntries(fields.map((field) => [field, Reflect.get(row, field)]));
        const other = await repository().insert(ctx, { ...contract.create(nextSeed()), ...same });
        await expect(undelete(ctx, row.id)).rejects.toMatchObject({
          status: 409,
          errors: fields.map((field) => ({ pointer: `/${field}` })),
        });
        await repository().delete(ctx, other.id);
        expect(await undelete(ctx, row.id)).toMatchObject(same);
      },
    );

    it("go the oldest first when not all can go at once", async () => {
      const ctx = newOwner();
      await purge(ctx, "2999-01-01T00:00:00.000Z", 500);
      const [later, sooner] = [await add(ctx), await add(ctx)];
      await repository().delete(ctx, sooner.id);
      await new Promise((resolve) => setTimeout(resolve, 3));
      await repository().delete(ctx, later.id);
      expect(await purge(ctx, "2999-01-01T00:00:00.000Z", 1)).toBe(1);
      await expect(undelete(ctx, sooner.id)).rejects.toMatchObject({ status: 404 });
      expect(await undelete(ctx, later.id)).toMatchObject({ id: later.id });
    });

    it("are gone for good once they are purged, which leaves what was deleted later and what is there", async () => {
      const ctx = newOwner();
      const [old, kept] = [await add(ctx), await add(ctx)];
      await repository().delete(ctx, old.id);
      expect(await purge(ctx, "2001-01-01T00:00:00.000Z", 500)).toBe(0);
      expect(await purge(ctx, "2999-01-01T00:00:00.000Z", 500)).toBeGreaterThanOrEqual(1);
      await expect(undelete(ctx, old.id)).rejects.toMatchObject({ status: 404 });
      expect(await repository().find(ctx, kept.id)).toEqual(kept);
    });
  });
}
