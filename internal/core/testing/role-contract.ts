import { describe, expect, it } from "vitest";
import type { Context } from "../context/context.ts";
import type { EntityRow, Subject } from "./repository-contract.ts";

/** Rows that may be shown to some roles only. */
export function roleContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  if (contract.roles !== true) return;
  const access = (ctx: Context, id: string) => {
    const { access } = repository();
    if (access === undefined) throw new Error(`${contract.entity} has roles and no access.`);
    return access.call(repository(), ctx, id);
  };
  const show = (ctx: Context, id: string, ...roles: string[]) => {
    const { setAccess } = repository();
    if (setAccess === undefined) throw new Error(`${contract.entity} has roles and no setAccess.`);
    return setAccess.call(repository(), ctx, id, { accessLevel: "role_based", roles });
  };
  /** One organization's admin, its member, and the platform at work in it. */
  function people(): { readonly admin: Context; readonly member: Context; readonly platform: Context } {
    const owner = newOwner();
    return {
      admin: { ...owner, roles: ["admin"] },
      member: { ...owner, roles: ["member", "*"] },
      platform: { ...owner, roles: [], actor: { kind: "system", id: "test" } },
    };
  }
  const add = (ctx: Context) => repository().insert(ctx, contract.create(nextSeed()));
  async function listed(ctx: Context, row: Row): Promise<boolean> {
    for (let cursor: string | undefined; ; ) {
      const page = await repository().list(ctx, { limit: 200, ...(cursor === undefined ? {} : { cursor }) });
      if (page.items.some(({ id }) => id === row.id)) return true;
      if (page.nextCursor === null) return false;
      cursor = page.nextCursor;
    }
  }

  describe("roles", () => {
    it("see every row until somebody says which do", async () => {
      const { admin, member } = people();
      const row = await add(admin);
      expect(await access(member, row.id)).toEqual({ accessLevel: "authenticated", roles: [] });
      expect(await repository().find(member, row.id)).toEqual(row);
    });

    it("see a row or do not, by id, in lists and in counts; the platform sees it always", async () => {
      const { admin, member, platform } = people();
      const row = await add(admin);
      const { total = 0 } = await repository().list(member, { total: true, limit: 1 });
      expect(await show(admin, row.id, "owner", "admin")).toEqual({ accessLevel: "role_based", roles: ["admin", "owner"] });
      expect(await access(admin, row.id)).toEqual({ accessLevel: "role_based", roles: ["admin", "owner"] });
      expect([await repository().find(admin, row.id), await repository().find(platform, row.id)]).toEqual([row, row]);
      expect([await listed(admin, row), await listed(platform, row)]).toEqual([true, true]);
      expect(await repository().find(member, row.id)).toBeUndefined();
      expect(await listed(member, row)).toBe(false);
      expect((await repository().list(member, { total: true, limit: 1 })).total).toBe(total - 1);
    });

    it("that do not see a row cannot change it, nor who sees it", async () => {
      const { admin, member } = people();
      const row = await add(admin);
      await show(admin, row.id, "admin");
      const gone = { status: 404 };
      await expect(repository().delete(member, row.id)).rejects.toMatchObject(gone);
      if (contract.patch !== undefined) {
        await expect(repository().update?.(member, row.id, contract.patch(nextSeed()))).rejects.toMatchObject(gone);
      }
      await expect(access(member, row.id)).rejects.toMatchObject(gone);
      await expect(show(member, row.id, "member")).rejects.toMatchObject(gone);
      await expect(show({ ...newOwner(), roles: ["admin"] }, `${contract.prefix}-ffffffffffffffff`, "admin")).rejects.toMatchObject(gone);
      expect(await repository().find(admin, row.id)).toEqual(row);
    });

    it("are all let in again", async () => {
      const { admin, member } = people();
      const row = await add(admin);
      await show(admin, row.id, "admin");
      await repository().setAccess?.(admin, row.id, { accessLevel: "authenticated", roles: [] });
      expect(await repository().find(member, row.id)).toEqual(row);
      expect(await listed(member, row)).toBe(true);
    });

    it("are refused when they say nothing, contradict themselves, or shut out who sets them", async () => {
      const { admin, platform } = people();
      const row = await add(admin);
      const wrong = { status: 422, errors: [{ pointer: "/roles" }] };
      await expect(show(admin, row.id)).rejects.toMatchObject(wrong);
      await expect(show(admin, row.id, "owner")).rejects.toMatchObject(wrong);
      const both = { accessLevel: "authenticated", roles: ["admin"] } as const;
      await expect(repository().setAccess?.(admin, row.id, both)).rejects.toMatchObject(wrong);
      expect(await access(admin, row.id)).toEqual({ accessLevel: "authenticated", roles: [] });
      expect(await show(platform, row.id, "owner")).toEqual({ accessLevel: "role_based", roles: ["owner"] });
    });

    it("are one list when several set them at once", async () => {
      const { admin } = people();
      const row = await add(admin);
      const lists = [["admin"], ["admin", "member"], ["admin", "owner", "viewer"]];
      await Promise.all(lists.map((roles) => show(admin, row.id, ...roles)));
      expect(lists).toContainEqual((await access(admin, row.id)).roles);
    });

    if (contract.scope !== "global") {
      it("of another organization see nothing, whatever they are called", async () => {
        const { admin } = people();
        const row = await add(admin);
        await show(admin, row.id, "admin");
        const stranger = { ...newOwner(), roles: ["admin"] };
        expect(await repository().find(stranger, row.id)).toBeUndefined();
        await expect(show(stranger, row.id, "admin")).rejects.toMatchObject({ status: 404 });
      });
    }

    it.each((contract.methods ?? []).filter(({ across }) => across !== true))(
      "that do not see a row do not find it by $name",
      async ({ name, by, where = {}, returns }) => {
        const { admin, member } = people();
        const row = await repository().insert(admin, { ...contract.create(nextSeed()), ...where });
        const method: unknown = Reflect.get(repository(), name);
        if (typeof method !== "function") throw new Error(`${contract.entity} has no method ${name}.`);
        const ask = (ctx: Context): Promise<unknown> => method.call(repository(), ctx, ...by.map((field) => Reflect.get(row, field)));
        const sees = async (ctx: Context) => ([(await ask(ctx)) ?? []].flat() as Row[]).some(({ id }) => id === row.id);
        const before = await ask(member);
        await show(admin, row.id, "admin");
        if (returns === "count") expect([await ask(member), await ask(admin)]).toEqual([Number(before) - 1, before]);
        else expect([await sees(member), await sees(admin)]).toEqual([false, true]);
      },
    );

    if (contract.softDelete === true) {
      it("that do not see a row do not bring it back", async () => {
        const { admin, member } = people();
        const row = await add(admin);
        await show(admin, row.id, "admin");
        await repository().delete(admin, row.id);
        await expect(repository().undelete?.(member, row.id)).rejects.toMatchObject({ status: 404 });
        expect(await repository().undelete?.(admin, row.id)).toMatchObject({ id: row.id });
        expect(await repository().find(member, row.id)).toBeUndefined();
      });
    }

    if (contract.scope === "cascade") {
      it("that do not see an organization's row are not given the global one in its place", async () => {
        const { admin, member } = people();
        const nowhere: Context = { ...newOwner(), organization: "", actor: { kind: "system", id: "test" } };
        const shared = await add(nowhere);
        const [key = []] = contract.unique;
        const same = Object.fromEntries(key.map((field) => [field, Reflect.get(shared, field)]));
        const own = await repository().insert(admin, { ...contract.create(nextSeed()), ...same });
        await show(admin, own.id, "admin");
        expect([await listed(member, own), await listed(member, shared)]).toEqual([false, false]);
        await expect(show(admin, shared.id, "admin")).rejects.toMatchObject({ status: 403 });
      });
    }
  });
}
