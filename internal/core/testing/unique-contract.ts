import { describe, expect, it } from "vitest";
import type { EntityRow, Subject } from "./repository-contract.ts";

/** Sets of fields that are unique within the scope. */
export function uniqueContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  describe.each(contract.unique.map((fields) => ({ fields, names: fields.join(", ") })))("unique $names", ({ fields }) => {
    /** Input that differs from `row` in all but these fields. */
    const twinOf = (row: Row): Create => ({ ...contract.create(nextSeed()), ...valuesOf(row) });
    const valuesOf = (row: Row) => Object.fromEntries(fields.map((field) => [field, Reflect.get(row, field)]));
    const conflict = { status: 409, errors: fields.map((field) => ({ pointer: `/${field}` })) };

    it("refuses a second row with a 409 that names the fields", async () => {
      const ctx = newOwner();
      const row = await repository().insert(ctx, contract.create(nextSeed()));
      expect(Object.values(valuesOf(row)), "the factory must fill unique fields").not.toContain(null);
      const twin = twinOf(row);
      await expect(repository().insert(ctx, twin)).rejects.toMatchObject(conflict);
      await repository().delete(ctx, row.id);
      expect(await repository().insert(ctx, twin)).toMatchObject(valuesOf(row));
    });

    // Another owner's row cannot belong to the same parent.
    const own = contract.parents?.some(({ field }) => fields.includes(field)) === true;
    if (contract.scope !== "global" && !own) {
      it("lets another owner have the same", async () => {
        const row = await repository().insert(newOwner(), contract.create(nextSeed()));
        expect(await repository().insert(newOwner(), twinOf(row))).toMatchObject(valuesOf(row));
      });
    }

    if (contract.scope === "global") {
      it("lets nobody else have the same", async () => {
        const row = await repository().insert(newOwner(), contract.create(nextSeed()));
        await expect(repository().insert(newOwner(), twinOf(row))).rejects.toMatchObject(conflict);
      });
    }

    const changeable = contract.patch !== undefined && fields.every((field) => !contract.immutable.includes(field));
    if (changeable) {
      it("refuses a change that would make a second, and keeps the row as it was", async () => {
        const ctx = newOwner();
        const first = await repository().insert(ctx, contract.create(nextSeed()));
        const second = await repository().insert(ctx, contract.create(nextSeed()));
        await expect(repository().update?.(ctx, second.id, valuesOf(first) as Patch)).rejects.toMatchObject(conflict);
        expect(await repository().find(ctx, second.id)).toEqual(second);
      });
    }
  });
}
