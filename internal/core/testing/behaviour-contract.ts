import { beforeAll, describe, expect, it } from "vitest";
import { auditPage } from "../audit/audit-page.ts";
import type { Context } from "../context/context.ts";
import { testContext } from "./context.ts";
import type { EntityRepository, EntityRow, Subject } from "./repository-contract.ts";

/** What rows do beyond being kept: their changes are written down, and they are kept in memory. */
export function behaviourContract<Row extends EntityRow, Create extends object, Patch extends object>(
  subject: Subject<Row, Create, Patch>,
): void {
  auditContract(subject);
  cacheContract(subject);
}

function auditContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  database,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  const { audit, scope } = contract;
  if (audit === undefined) return;

  it("writes down who changed it, and what, without what must not be known", async () => {
    const ctx = newOwner();
    const created = await repository().insert(ctx, contract.create(nextSeed()));
    const changed = contract.patch === undefined ? created : await repository().update?.(ctx, created.id, contract.patch(nextSeed()));
    await repository().delete(ctx, created.id);
    const owner = scope === "global" ? {} : { owner: scope === "user" ? ("createdBy" as const) : ("organizationId" as const) };
    const { items } = await auditPage(ctx, database(), repository(), { entity: audit.entity, ...owner, masked: [] }, created.id, {});
    const shown = (row: object | undefined) =>
      Object.fromEntries(Object.entries(row ?? {}).filter(([field]) => !audit.masked.includes(field)));
    const entries = items.toReversed();
    const changes = contract.patch === undefined ? ["created", "deleted"] : ["created", "updated", "deleted"];
    expect(entries.map(({ change }) => change)).toEqual(changes);
    expect(entries[0]).toMatchObject({ before: null, after: shown(created), actor: ctx.actor.kind === "user" ? ctx.actor.id : null });
    expect(entries.at(-1)).toMatchObject({ before: shown(changed), after: null });
    for (const field of audit.masked) {
      for (const one of entries.flatMap(({ before, after }) => [before, after])) {
        if (one === null) continue;
        for (const row of [created, changed])
          expect(Reflect.get(one as object, field) ?? "-").not.toEqual(Reflect.get(row as object, field));
      }
    }
  });
}

function cacheContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  database,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  if (contract.cache !== true) return;

  describe("memory", () => {
    // A process of its own that Live does not reach.
    let elsewhere: EntityRepository<Row, Create, Patch>;
    beforeAll(async () => {
      elsewhere = await contract.open(database());
    });

    it("keeps a row that was found, until it is changed here; a transaction asks the database", async () => {
      const ctx = newOwner();
      const { id } = await repository().insert(ctx, contract.create(nextSeed()));
      const row = await repository().find(ctx, id);
      await elsewhere.delete(ctx, id);
      expect(await repository().find(ctx, id)).toEqual(row);
      expect(await database().transact(ctx, (ctx) => repository().find(ctx, id))).toBeUndefined();
      const other = await repository().insert(ctx, contract.create(nextSeed()));
      await repository().delete(ctx, other.id);
      expect(await repository().find(ctx, id)).toBeUndefined();
    });

    if (contract.scope === "cascade") {
      it("keeps a global row for whoever finds it", async () => {
        const ctx = newOwner();
        const platform: Context = { ...testContext({ organization: "", user: null }), actor: { kind: "system", id: "test" } };
        const { id } = await elsewhere.insert(platform, contract.create(nextSeed()));
        const row = await repository().find(ctx, id);
        await elsewhere.delete(platform, id);
        expect([row?.id, await repository().find(ctx, id)]).toEqual([id, row]);
      });
    }
  });
}
