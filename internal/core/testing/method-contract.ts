import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context/context.ts";
import type { EntityRow, Subject } from "./repository-contract.ts";

/** An extra method of a repository, as the spec says it. */
export interface MethodContract {
  readonly name: string;
  /** The fields that are compared with its arguments. */
  readonly by: readonly string[];
  /** The fields that have a value of their own. */
  readonly where?: Readonly<Record<string, unknown>>;
  readonly returns: "one" | "many" | "count";
  /** Over the rows of all owners. */
  readonly across?: true;
}

/** Extra methods: each finds the rows that have what it asks for, of the caller or of all, and in one order on all databases. */
export function methodContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  repository,
  bare,
  settle,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  if (contract.methods === undefined) return;
  const isShared = contract.scope === "global";
  const isApart = contract.scope === "organization" || contract.scope === "user";
  const itself = (contract.parents ?? []).flatMap((parent) => ("itself" in parent ? [parent.field] : []));

  describe.each(contract.methods)("the method $name", ({ name, by, where = {}, returns, across = false }) => {
    let ctx: Context;
    let stranger: Context;
    let own: Row[];
    let others: Row[];
    beforeAll(async () => {
      [ctx, stranger] = [newOwner(), newOwner()];
      own = await several(ctx);
      others = isShared ? [] : await several(stranger);
      // What all owners are asked for, several of them have.
      if (across && !isShared) for (const row of asked()) others.push(...(await inserted(stranger, await like(stranger, row))));
    });

    /** Rows of which some have in common what is asked for, and some do not. */
    async function several(ctx: Context): Promise<Row[]> {
      const rows: Row[] = [];
      for (let count = 0; count < 3; count++) {
        const plain = await repository().insert(ctx, contract.create(nextSeed()));
        // Nothing belongs to a row of its own kind by chance.
        const linked = Object.fromEntries(itself.map((field) => [field, plain.id]));
        const made = { ...(await settle(ctx, contract.create(nextSeed()))), ...linked };
        // First come those that have all but one of what is asked for.
        for (const field of by.length > 1 ? by : []) {
          const others = pick(
            made,
            by.filter((other) => other !== field && Reflect.get(made, other) !== undefined),
          );
          rows.push(...(await inserted(ctx, { ...(await settle(ctx, contract.create(nextSeed()))), ...linked, ...others, ...where })));
        }
        const [first = plain] = await inserted(ctx, { ...made, ...where });
        rows.push(plain, ...(first === plain ? [] : [first]));
        const [second] = await inserted(ctx, { ...(await like(ctx, first)), ...linked });
        if (second === undefined) continue;
        rows.push(second);
        // Postgres puts a changed row behind the others: what is asked for in order is not stored in it.
        const changed = contract.patch && (await repository().update?.(ctx, first.id, {} as Patch));
        if (changed !== undefined) rows[rows.indexOf(first)] = changed;
      }
      return rows;
    }
    /** Input that has in common with a row what is asked for. */
    const like = (ctx: Context, row: Row): Promise<Create> => settle(ctx, { ...contract.create(nextSeed()), ...pick(row, by), ...where });
    /** The row, or none: two that are unique in something cannot have it in common. */
    const inserted = (ctx: Context, input: Create): Promise<Row[]> =>
      bare()
        .insert(ctx, input)
        .then(
          (row) => [row],
          (error: { readonly status?: number }) => {
            expect(error.status).toBe(409);
            return [];
          },
        );
    const call = (ctx: Context, row: Row): Promise<unknown> => {
      const method: unknown = Reflect.get(repository(), name);
      if (typeof method !== "function") throw new Error(`${contract.entity} has no method ${name}.`);
      return method.call(repository(), ctx, ...by.map((field) => Reflect.get(row, field)));
    };
    const meant = (asked: Row) => (row: Row) =>
      Object.entries({ ...pick(asked, by), ...where }).every(([field, value]) => Reflect.get(row, field) === value);
    const asked = () => own.filter((row) => Object.values(pick(row, by)).every((value) => value !== null));

    if (returns === "count") {
      it("counts them", async () => {
        const [row] = asked();
        if (row === undefined) throw new Error("the factory must fill what methods ask for now and then");
        const before = Number(await call(ctx, row));
        const wanted = own.filter(meant(row)).length;
        if (across || isShared || contract.scope === "cascade") expect(before).toBeGreaterThanOrEqual(wanted);
        else expect(before).toBe(wanted);
        if (isApart && !across) expect(Number(await call(newOwner(), row))).toBe(0);
        const owner = across ? stranger : ctx;
        const another = await repository().insert(owner, { ...contract.create(nextSeed()), ...where });
        expect(Number(await call(ctx, row)) - before).toBe(Number(meant(row)(another)));
        await repository().delete(owner, another.id);
        expect(Number(await call(ctx, row))).toBe(before);
      });
      return;
    }

    it(returns === "one" ? "finds the one that has it, and nothing where none has" : "finds all that have it, in order", async () => {
      expect(asked().length, "the factory must fill what methods ask for now and then").toBeGreaterThan(0);
      const candidates = across ? [...own, ...others] : own;
      for (const row of asked()) {
        const wanted = candidates.filter(meant(row)).toSorted(inOrder(contract.sort[0] ?? "createdAt"));
        const found = ours([(await call(ctx, row)) ?? []].flat() as Row[], [...own, ...others]);
        if (returns === "many") expect(found).toEqual(wanted);
        else if (wanted.length === 0) expect(found).toEqual([]);
        else expect(wanted).toContainEqual(found[0]);
      }
      const gone = asked().findLast((row) => meant(row)(row));
      if (gone === undefined) return;
      await repository().delete(ctx, gone.id);
      own = own.filter((row) => row !== gone);
      expect(ours([(await call(ctx, gone)) ?? []].flat() as Row[], [gone])).toEqual([]);
    });

    if (!isShared) {
      it(across ? "finds them whoever asks" : "finds nothing for whom they do not belong to", async () => {
        const outsider = newOwner();
        for (const row of asked().filter((row) => meant(row)(row))) {
          const found = ours([(await call(outsider, row)) ?? []].flat() as Row[], own);
          expect(found.length > 0).toBe(across);
        }
      });
    }
  });
}

const pick = (row: object, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, Reflect.get(row, field)]));

/** Without what other tests left behind. */
const ours = <Row extends EntityRow>(found: readonly Row[], known: readonly Row[]): Row[] =>
  found.filter((row) => known.some(({ id }) => id === row.id));

const inOrder =
  (field: string) =>
  (a: EntityRow, b: EntityRow): number =>
    compare(Reflect.get(a, field), Reflect.get(b, field)) || compare(a.id, b.id);

/** Null is larger than every value; text goes by code point. */
export function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "string" && typeof b === "string") return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}
