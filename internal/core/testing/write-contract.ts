import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acrossOrganizations } from "../context/across-organizations.ts";
import type { EntityRow, Subject } from "./repository-contract.ts";

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Insert, find, update and delete of one row. */
export function writeContract<Row extends EntityRow, Create extends object, Patch extends object>(
  subject: Subject<Row, Create, Patch>,
): void {
  const { contract, database, repository, settle, newOwner, nextSeed } = subject;
  const add = (ctx = newOwner()) => repository().insert(ctx, contract.create(nextSeed()));

  /** Rows of entities without an owner stay: no two of them may be made of one seed, in whichever test. */
  const used = new Set<number>();

  describe("writes", () => {
    it("finds again exactly what it inserted", async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), async (seed) => {
          fc.pre(!used.has(seed));
          used.add(seed);
          const ctx = newOwner();
          const input = await settle(ctx, contract.create(seed));
          const row = await repository().insert(ctx, input);
          expect(row).toMatchObject(withoutUndefined(input));
          expect(row).toMatchObject({ version: 1, id: expect.stringMatching(new RegExp(`^${contract.prefix}-[0-9a-f]{16}$`)) });
          expect(row.createdAt).toMatch(time);
          expect(row.updatedAt).toBe(row.createdAt);
          expect(await repository().find(ctx, row.id)).toEqual(row);
        }),
        { numRuns: 25 },
      );
    });

    it("writes nothing when the transaction around it fails", async () => {
      const ctx = newOwner();
      let id = "";
      const failing = database().transact(ctx, async (ctx) => {
        id = (await add(ctx)).id;
        expect(await repository().find(ctx, id)).toBeDefined();
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      expect(await repository().find(ctx, id)).toBeUndefined();
    });

    it("gives back what it deletes, once, and deletes nothing else", async () => {
      const ctx = newOwner();
      const [row, other] = [await add(ctx), await add(ctx)];
      expect(await repository().delete(ctx, row.id, row.version)).toEqual(row);
      expect(await repository().find(ctx, row.id)).toBeUndefined();
      await expect(repository().delete(ctx, row.id)).rejects.toMatchObject({ status: 404 });
      expect(await repository().find(ctx, other.id)).toEqual(other);
    });

    it("deletes no version but the expected one", async () => {
      const ctx = newOwner();
      const row = await add(ctx);
      await expect(repository().delete(ctx, row.id, row.version + 1)).rejects.toMatchObject({ status: 412 });
      expect(await repository().find(ctx, row.id)).toEqual(row);
    });

    it("lets one win when many delete the same row at once", async () => {
      const ctx = newOwner();
      for (let round = 0; round < 3; round++) {
        const { id } = await add(ctx);
        const ends = await Promise.allSettled(Array.from({ length: 6 }, () => repository().delete(ctx, id)));
        const lost = ends.filter((end) => end.status === "rejected");
        expect(lost.length).toBe(5);
        for (const { reason } of lost) expect([404, 412]).toContain(reason.status);
      }
    });

    it("answers 404 for an id that nobody has", async () => {
      const id = `${contract.prefix}-ffffffffffffffff`;
      expect(await repository().find(newOwner(), id)).toBeUndefined();
      await expect(repository().delete(newOwner(), id)).rejects.toMatchObject({ status: 404 });
    });
  });

  const { machine, patch } = contract;
  if (machine !== undefined) {
    it("moves a row to another state from the version that it was found in, once, and no other row", async () => {
      const { move } = repository();
      if (move === undefined) throw new Error(`${contract.entity} has a machine and no move.`);
      const ctx = newOwner();
      const [row, other] = [await add(ctx), await add(ctx)];
      const until = "2030-01-01T00:00:00.000Z";
      const gone = await add(ctx);
      await repository().delete(ctx, gone.id);
      await expect(move.call(repository(), ctx, gone, machine.state, until)).rejects.toMatchObject({ status: 412 });
      const waiting = await move.call(repository(), ctx, other, machine.state, until);
      expect(Reflect.get(waiting, "timesOutAt") ?? until).toBe(until);
      expect(await repository().find(ctx, other.id)).toEqual(waiting);
      const moved = await move.call(repository(), ctx, row, machine.state, null);
      expect(moved).toMatchObject({ id: row.id, [machine.field]: machine.state, version: row.version + 1 });
      expect(await repository().find(ctx, row.id)).toEqual(moved);
      await expect(move.call(repository(), ctx, row, machine.state, null)).rejects.toMatchObject({ status: 412 });
      expect([await repository().find(ctx, row.id), await repository().find(ctx, other.id)]).toEqual([moved, waiting]);
      const { overdue } = repository();
      if (overdue === undefined) return;
      const sooner = await move.call(repository(), ctx, await add(ctx), machine.state, "2029-01-01T00:00:00.000Z");
      const later = await move.call(repository(), ctx, await add(ctx), machine.state, "2031-01-01T00:00:00.000Z");
      const late = await overdue.call(repository(), acrossOrganizations(ctx), until, 500);
      const own = new Set([row, other, sooner, later].map(({ id }) => id));
      expect(late.filter(({ id }) => own.has(id))).toEqual([sooner, waiting]);
      expect(await overdue.call(repository(), acrossOrganizations(ctx), until, 1)).toHaveLength(1);
    });
  }
  if (patch !== undefined) updates(subject, patch, used);
}

function updates<Row extends EntityRow, Create extends object, Patch extends object>(
  { contract, repository, bare, settle, newOwner, nextSeed }: Subject<Row, Create, Patch>,
  patch: (seed: number) => Patch,
  used: Set<number>,
): void {
  const update = (...given: Parameters<NonNullable<ReturnType<typeof repository>["update"]>>) => {
    const { update } = repository();
    if (update === undefined) throw new Error(`${contract.entity} has a patch and no update.`);
    return update.apply(repository(), given);
  };
  const add = (ctx = newOwner()) => repository().insert(ctx, contract.create(nextSeed()));

  /** What the server alone decides of a change. */
  const madeAnew = (row: Row) =>
    Object.fromEntries(["updatedAt", ...(contract.generated ?? [])].map((field) => [field, Reflect.get(row, field)]));

  describe("updates", () => {
    it("merges a patch into the row, and leaves the rest as it is", async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), async (seed) => {
          fc.pre(!used.has(seed));
          used.add(seed);
          const ctx = newOwner();
          const before = await add(ctx);
          const change = await settle(ctx, patch(seed));
          const after = await update(ctx, before.id, change);
          expect(after).toEqual({ ...before, ...withoutUndefined(change), version: 2, ...madeAnew(after) });
          expect(after.updatedAt >= before.updatedAt).toBe(true);
          expect(await repository().find(ctx, before.id)).toEqual(after);
        }),
        { numRuns: 25 },
      );
    });

    it("takes an empty patch as a change of nothing but the version", async () => {
      const ctx = newOwner();
      const before = await add(ctx);
      const after = await update(ctx, before.id, {} as Patch);
      expect(after).toEqual({ ...before, version: 2, ...madeAnew(after) });
    });

    it("never changes a field that is immutable", async () => {
      const ctx = newOwner();
      const before = await add(ctx);
      const other = contract.create(nextSeed()) as Record<string, unknown>;
      const forbidden = Object.fromEntries(
        [...contract.immutable, "id", "version", "createdAt"].map((field) => [field, other[field] ?? null]),
      );
      const after = await update(ctx, before.id, forbidden as Patch);
      for (const field of contract.immutable) expect(after).toHaveProperty(field, Reflect.get(before, field));
      expect(after).toMatchObject({ id: before.id, version: 2, createdAt: before.createdAt });
    });

    const nullable = contract.nullable ?? [];
    if (nullable.length > 0) {
      it("clears a field with null", async () => {
        const ctx = newOwner();
        const before = await add(ctx);
        const cleared = Object.fromEntries(nullable.map((field) => [field, null]));
        const after = await update(ctx, before.id, cleared as Patch);
        expect(after).toMatchObject(cleared);
        expect(await repository().find(ctx, before.id)).toEqual(after);
      });
    }

    it("changes no version but the expected one, and no other row", async () => {
      const ctx = newOwner();
      const [first, other] = [await add(ctx), await add(ctx)];
      const second = await update(ctx, first.id, patch(nextSeed()), first.version);
      await expect(update(ctx, first.id, patch(nextSeed()), first.version)).rejects.toMatchObject({ status: 412 });
      expect(await repository().find(ctx, first.id)).toEqual(second);
      expect(await repository().find(ctx, other.id)).toEqual(other);
    });

    it("lets a change and a deletion at once not both go from the same version", async () => {
      const ctx = newOwner();
      for (let round = 0; round < 4; round++) {
        const { id } = await add(ctx);
        const change = await settle(ctx, patch(nextSeed()));
        const both = [() => bare().update?.(ctx, id, change), () => bare().delete(ctx, id)];
        const ends = await Promise.allSettled((round % 2 === 0 ? both : both.toReversed()).map((start) => start()));
        const [first, second] = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
        // When both came through, one after the other, what was deleted is what had been changed.
        if (second !== undefined) expect(second).toEqual(first);
      }
    });

    it("lets one win when many change the same version at once", async () => {
      const ctx = newOwner();
      // The first round may only open connections; the later ones then really meet.
      for (let round = 0; round < 3; round++) {
        const { id, version } = await add(ctx);
        // Whom they belong to is made before: that takes long enough for each to miss the others.
        const changes = await Promise.all(Array.from({ length: 6 }, () => settle(ctx, patch(nextSeed()))));
        const ends = await Promise.allSettled(changes.map((change) => bare().update?.(ctx, id, change, version)));
        const lost = ends.filter((end) => end.status === "rejected");
        expect(lost.length).toBe(5);
        for (const { reason } of lost) expect(reason).toMatchObject({ status: 412 });
        expect(await repository().find(ctx, id)).toMatchObject({ version: version + 1 });
      }
    });

    it("answers 404 for an id that nobody has", async () => {
      const id = `${contract.prefix}-ffffffffffffffff`;
      await expect(update(newOwner(), id, patch(nextSeed()))).rejects.toMatchObject({ status: 404 });
    });
  });
}

function withoutUndefined(input: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
