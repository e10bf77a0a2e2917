import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context/context.ts";
import { newId } from "../ids/ids.ts";
import type { OtherParent, ParentRepository, SameParent } from "./parents.ts";
import type { EntityRow, Subject } from "./repository-contract.ts";

/** Rows that belong to others: none without its parent, and what becomes of them when that goes. */
export function parentContract<Row extends EntityRow, Create extends object, Patch extends object>(
  subject: Subject<Row, Create, Patch>,
): void {
  const { contract, database, repository, bare, settle, newOwner, nextSeed } = subject;
  const parents = (contract.parents ?? []).filter((parent): parent is OtherParent => !("itself" in parent));

  const itself = (contract.parents ?? []).filter((parent): parent is SameParent => "itself" in parent);
  it.each(itself)("belongs to no row of its own kind that is not there, by $field", async ({ field }) => {
    const ctx = newOwner();
    const other = await repository().insert(ctx, contract.create(nextSeed()));
    const unknown = { [field]: `${contract.prefix}-ffffffffffffffff` };
    const refused = { status: 422, errors: [{ pointer: `/${field}` }] };
    const input = await settle(ctx, contract.create(nextSeed()));
    await expect(bare().insert(ctx, { ...input, ...unknown })).rejects.toMatchObject(refused);
    if (contract.patch === undefined || contract.immutable.includes(field)) return;
    const row = await bare().insert(ctx, input);
    await expect(bare().update?.(ctx, row.id, unknown as Patch)).rejects.toMatchObject(refused);
    expect(await bare().update?.(ctx, row.id, { [field]: other.id } as Patch)).toMatchObject({ [field]: other.id });
  });

  it.each(itself)("ends as its spec says when a row of its own kind goes, by $field", async ({ field, onDelete }) => {
    const ctx = newOwner();
    const parent = await repository().insert(ctx, contract.create(nextSeed()));
    const row = await bare().insert(ctx, { ...(await settle(ctx, contract.create(nextSeed()))), [field]: parent.id });
    const gone = repository().delete(ctx, parent.id);
    if (onDelete === "restrict") await expect(gone).rejects.toMatchObject({ status: 409 });
    else await gone;
    const left = { restrict: row, cascade: undefined, null: expect.objectContaining({ id: row.id, [field]: null }) }[onDelete];
    expect(await database().transact(ctx, (ctx) => repository().find(ctx, row.id))).toEqual(left);
  });

  const add = (ctx = newOwner()) => repository().insert(ctx, contract.create(nextSeed()));
  /** As it is in the database, whatever is kept in memory. */
  const stored = (ctx: Context, row: Row) => database().transact(ctx, (ctx) => repository().find(ctx, row.id));

  it.each(contract.parents ?? [])("does not lose its parent while it is being added to it, by $field", async (link) => {
    const { field, onDelete } = link;
    const parent: ParentRepository = "itself" in link ? repository() : link.open(database());
    const ctx = newOwner();
    const first = await add(ctx);
    const id = "itself" in link ? first.id : String(Reflect.get(first, field));
    if (!("itself" in link)) await repository().delete(ctx, first.id);
    const input = { ...(await settle(ctx, contract.create(nextSeed()))), [field]: id };
    let gone: Promise<unknown> | undefined;
    const row = await database().transact(ctx, async (inner) => {
      const row = await bare().insert(inner, input);
      gone = parent.delete(ctx, id).catch((error: unknown) => expect(error).toMatchObject({ status: 409 }));
      // It begins before the row can be seen.
      await new Promise((resolve) => setTimeout(resolve, 30));
      return row;
    });
    await gone;
    const isThere = (await database().transact(ctx, (ctx) => parent.find(ctx, id))) !== undefined;
    expect(isThere || onDelete !== "restrict").toBe(true);
    const alone = onDelete === "null" ? expect.objectContaining({ id: row.id, [field]: null }) : undefined;
    expect(await stored(ctx, row)).toEqual(isThere ? row : alone);
  });

  describe.each(parents)("its parent, $field", ({ field, open, onDelete }) => {
    let parent: ParentRepository;
    beforeAll(() => {
      parent = open(database());
    });
    const parentOf = (row: Row): string => String(Reflect.get(row, field));

    it("must be there, and the caller's", async () => {
      const ctx = newOwner();
      const theirs = parentOf(await add());
      const unknown = `${theirs.split("-")[0]}-ffffffffffffffff`;
      const wrong = { status: 422, errors: [{ pointer: `/${field}` }] };
      // Rows without an owner are everybody's; a parent has the scope of its children.
      for (const id of contract.scope === "global" ? [unknown] : [unknown, theirs]) {
        const input = { ...(await settle(ctx, contract.create(nextSeed()))), [field]: id };
        await expect(bare().insert(ctx, input)).rejects.toMatchObject(wrong);
      }
      if (contract.patch === undefined || contract.immutable.includes(field)) return;
      const row = await add(ctx);
      await expect(bare().update?.(ctx, row.id, { [field]: unknown } as Patch)).rejects.toMatchObject(wrong);
      expect(await repository().find(ctx, row.id)).toEqual(row);
    });

    if (onDelete === "restrict") {
      it("cannot be deleted while rows belong to it", async () => {
        const ctx = newOwner();
        const row = await add(ctx);
        await expect(parent.delete(ctx, parentOf(row))).rejects.toMatchObject({ status: 409 });
        expect(await parent.find(ctx, parentOf(row))).toBeDefined();
        await repository().delete(ctx, row.id);
        await parent.delete(ctx, parentOf(row));
        if (contract.softDelete !== true) return;
        await expect(repository().undelete?.(ctx, row.id)).rejects.toMatchObject({ status: 409, errors: [{ pointer: `/${field}` }] });
      });
    }

    if (onDelete === "cascade") {
      it("takes its rows along when it goes, and no others", async () => {
        const ctx = newOwner();
        const [row, other] = [await add(ctx), await add(ctx)];
        await parent.delete(ctx, parentOf(row));
        expect([await stored(ctx, row), await stored(ctx, other)]).toEqual([undefined, other]);
      });
    }

    if (onDelete === "null") {
      it("leaves its rows behind when it goes, belonging to nobody", async () => {
        const ctx = newOwner();
        const row = await add(ctx);
        await parent.delete(ctx, parentOf(row));
        expect(await stored(ctx, row)).toMatchObject({ id: row.id, [field]: null });
      });
    }

    it("keeps its id when one row of it goes", async () => {
      const ctx = newOwner();
      const row = await add(ctx);
      await repository().delete(ctx, row.id);
      expect(await parent.find(ctx, parentOf(row))).toMatchObject({ id: parentOf(row) });
      await expect(parent.delete(ctx, newId(parentOf(row).split("-")[0] ?? ""))).rejects.toMatchObject({ status: 404 });
    });
  });
}
