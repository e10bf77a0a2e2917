import { describe, expect, it } from "vitest";
import { testContext } from "./context.ts";
import type { EntityRepository, EntityRow, Subject } from "./repository-contract.ts";

/** Whose rows a caller sees. */
export function scopeContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  const { scope } = contract;

  describe("scope", () => {
    if (scope === "global") {
      it("shows every row to everybody", async () => {
        const row = await repository().insert(newOwner(), contract.create(nextSeed()));
        expect(await repository().find(newOwner(), row.id)).toEqual(row);
      });
    }

    if (scope === "organization" || scope === "cascade") {
      it("takes the organization from the context, never from input", async () => {
        const ctx = newOwner();
        const forged = { ...contract.create(nextSeed()), organizationId: "og-ffffffffffffffff", createdBy: "us-ffffffffffffffff" };
        const row = await repository().insert(ctx, forged);
        expect(row).toMatchObject({ organizationId: ctx.organization, createdBy: ctx.actor.kind === "user" ? ctx.actor.id : null });
      });
    }

    if (scope === "user") {
      it("takes the user from the context, never from input", async () => {
        const ctx = newOwner();
        const row = await repository().insert(ctx, { ...contract.create(nextSeed()), createdBy: "us-ffffffffffffffff" });
        expect(row).toMatchObject({ createdBy: ctx.actor.kind === "user" ? ctx.actor.id : null });
      });
    }

    if (scope === "organization" || scope === "cascade") {
      it("shares rows between users of one organization, and refuses whoever acts in none", async () => {
        const ctx = newOwner();
        const inIt = { organization: ctx.organization, teams: ctx.teams };
        const row = await repository().insert(ctx, contract.create(nextSeed()));
        expect(await repository().find(testContext({ ...inIt, user: "us-ffffffffffffffff" }), row.id)).toEqual(row);
        const nowhere = testContext({ organization: "" });
        expect(await repository().find(nowhere, row.id)).toBeUndefined();
        const { items } = await repository().list(nowhere, {});
        if (scope === "organization") expect(items).toEqual([]);
        expect(items.map(({ id }) => id)).not.toContain(row.id);
        await expect(repository().insert(nowhere, contract.create(nextSeed()))).rejects.toMatchObject({ status: 403 });
      });
    }

    if (scope === "user") {
      it("keeps a user's rows from others of the organization, and refuses whoever has not signed in", async () => {
        const ctx = newOwner();
        const row = await repository().insert(ctx, contract.create(nextSeed()));
        const colleague = testContext({ organization: ctx.organization, user: "us-ffffffffffffffff" });
        expect(await repository().find(colleague, row.id)).toBeUndefined();
        await expect(repository().insert(testContext({ user: null }), contract.create(nextSeed()))).rejects.toMatchObject({ status: 403 });
      });
    }

    if (scope !== "global") {
      it("hides a row from every other owner, whatever they try", () =>
        checkHidden({ ...contract, repository: repository(), newOwner, nextSeed }));
    }
  });
}

/** A repository, and what a row of it is made and changed with. */
export interface Hiding<Row extends EntityRow, Create extends object, Patch extends object>
  extends Pick<Subject<Row, Create, Patch>["contract"], "scope" | "create" | "patch">,
    Pick<Subject<Row, Create, Patch>, "newOwner" | "nextSeed"> {
  readonly repository: EntityRepository<Row, Create, Patch>;
}

/** Throws unless a row of one owner is not there for another. */
export async function checkHidden<Row extends EntityRow, Create extends object, Patch extends object>({
  repository,
  scope,
  create,
  patch,
  newOwner,
  nextSeed,
}: Hiding<Row, Create, Patch>): Promise<void> {
  const ctx = newOwner();
  const stranger = newOwner();
  const row = await repository.insert(ctx, create(nextSeed()));
  expect(await repository.find(stranger, row.id)).toBeUndefined();
  const page = await repository.list(stranger, { total: true });
  if (scope !== "cascade") expect(page).toEqual({ items: [], nextCursor: null, total: 0 });
  expect(page.items.map(({ id }) => id)).not.toContain(row.id);
  await expect(repository.delete(stranger, row.id)).rejects.toMatchObject({ status: 404 });
  await expect(repository.delete(stranger, row.id, row.version)).rejects.toMatchObject({ status: 404 });
  if (patch !== undefined) await expect(repository.update?.(stranger, row.id, patch(nextSeed()))).rejects.toMatchObject({ status: 404 });
  expect(await repository.find(ctx, row.id)).toEqual(row);
}
