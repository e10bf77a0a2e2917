import { describe, expect, it } from "vitest";
import type { Context, Teams } from "../context/context.ts";
import { newId } from "../ids/ids.ts";
import type { EntityRow, Subject } from "./repository-contract.ts";

/** Rows that may be a team's. */
export function teamContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  if (contract.teams !== true) return;
  const ours = newId("tm");
  const theirs = newId("tm");

  /** Of one organization: a member of the team, one of another, one of none, who manages all teams, and the platform at work in it. */
  function people() {
    const owner = newOwner();
    const of = (teams: Teams): Context => ({ ...owner, teams });
    const platform: Context = { ...owner, actor: { kind: "system", id: "test" } };
    return { member: of([ours]), other: of([theirs]), loner: of([]), manager: of("all"), platform };
  }
  const input = (teamId: string | null): Create => ({ ...contract.create(nextSeed()), teamId });
  const add = (ctx: Context, teamId: string | null = ours) => repository().insert(ctx, input(teamId));
  async function listed(ctx: Context, row: Row): Promise<boolean> {
    const { items, total } = await repository().list(ctx, { limit: 200, total: true });
    expect(total).toBe(items.length);
    return items.some(({ id }) => id === row.id);
  }
  const gone = { status: 404 };
  const refused = { status: 422, errors: [{ pointer: "/teamId" }] };

  describe("teams", () => {
    it("see their rows, and those of no team, by id, in lists and in counts; who manages teams, and the platform, see all", async () => {
      const { member, other, loner, manager, platform } = people();
      const [own, common] = [await add(member), await add(member, null)];
      for (const ctx of [member, manager, platform]) {
        expect(await repository().find(ctx, own.id)).toEqual(own);
        expect(await listed(ctx, own)).toBe(true);
      }
      for (const ctx of [other, loner]) {
        expect(await repository().find(ctx, own.id)).toBeUndefined();
        expect(await listed(ctx, own)).toBe(false);
        expect(await repository().find(ctx, common.id)).toEqual(common);
        expect(await listed(ctx, common)).toBe(true);
      }
    });

    it("change nothing of what is another's", async () => {
      const { member, other, loner } = people();
      const row = await add(member);
      for (const ctx of [other, loner]) {
        await expect(repository().delete(ctx, row.id)).rejects.toMatchObject(gone);
        await expect(repository().delete(ctx, row.id, row.version)).rejects.toMatchObject(gone);
        if (contract.patch !== undefined)
          await expect(repository().update?.(ctx, row.id, { ...contract.patch(nextSeed()), teamId: null })).rejects.toMatchObject(gone);
      }
      expect(await repository().find(member, row.id)).toEqual(row);
    });

    it("are given rows by their members alone, and by who manages teams", async () => {
      const { member, other, loner, manager } = people();
      await expect(add(other)).rejects.toMatchObject(refused);
      await expect(add(loner)).rejects.toMatchObject(refused);
      expect(await add(manager)).toMatchObject({ teamId: ours });
      expect((await repository().list(member, { limit: 200 })).items).toHaveLength(1);
    });

    const { patch } = contract;
    if (patch !== undefined) {
      const moved = (ctx: Context, row: Row, teamId: string | null) => repository().update?.(ctx, row.id, { ...patch(nextSeed()), teamId });

      it("hand a row on to the organization, to another of their member's, and to no foreign one", async () => {
        const { member, other, manager } = people();
        const both: Context = { ...member, teams: [ours, theirs] };
        const row = await add(member);
        await expect(moved(member, row, theirs)).rejects.toMatchObject(refused);
        expect(await repository().find(member, row.id)).toEqual(row);
        expect(await moved(both, row, theirs)).toMatchObject({ teamId: theirs });
        expect(await repository().find(member, row.id)).toBeUndefined();
        expect(await moved(other, row, null)).toMatchObject({ teamId: null });
        expect(await moved(manager, row, ours)).toMatchObject({ teamId: ours });
        expect(await repository().find(other, row.id)).toBeUndefined();
      });

      it("keep a row whose change says nothing of a team", async () => {
        const { member, manager } = people();
        const row = await add(manager, theirs);
        const { teamId: _, ...rest } = { teamId: null, ...patch(nextSeed()) };
        expect(await repository().update?.(manager, row.id, rest as Patch)).toMatchObject({ teamId: theirs });
        expect(await repository().find(member, row.id)).toBeUndefined();
      });
    }

    if (contract.softDelete === true) {
      it("that do not see a row do not bring it back", async () => {
        const { member, other } = people();
        const row = await add(member);
        await repository().delete(member, row.id);
        await expect(repository().undelete?.(other, row.id)).rejects.toMatchObject(gone);
        expect(await repository().undelete?.(member, row.id)).toMatchObject({ id: row.id, teamId: ours });
      });
    }

    const { machine } = contract;
    if (machine !== undefined) {
      it("that do not see a row do not move it to another state", async () => {
        const { member, other } = people();
        const row = await add(member);
        await expect(repository().move?.(other, row, machine.state, null)).rejects.toMatchObject({ status: 412 });
        expect(await repository().find(member, row.id)).toEqual(row);
      });
    }

    it.each((contract.methods ?? []).filter(({ across }) => across !== true))(
      "that do not see a row do not find it by $name",
      async ({ name, by, where = {}, returns }) => {
        const { member, other } = people();
        const row = await repository().insert(member, { ...input(ours), ...where });
        const method: unknown = Reflect.get(repository(), name);
        if (typeof method !== "function") throw new Error(`${contract.entity} has no method ${name}.`);
        const ask = (ctx: Context): Promise<unknown> => method.call(repository(), ctx, ...by.map((field) => Reflect.get(row, field)));
        const [seen, unseen] = [await ask(member), await ask(other)];
        if (returns === "count") expect([seen, unseen]).toEqual([1, 0]);
        else expect([seen, unseen]).toEqual(returns === "one" ? [row, undefined] : [[row], []]);
      },
    );
  });
}
