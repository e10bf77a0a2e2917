import { afterEach, expect, test } from "vitest";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import { closeLaboratories, type Laboratory, laboratory } from "../testing/laboratory.ts";
import { claimSteps } from "./claim-steps.ts";

afterEach(closeLaboratories);

const until = () => Date.now() + 3_600_000;
const definition = { steps: [{ id: "a", tool: "none" }] };

forEachDatabase(
  (_, database) => {
    /** Laboratories in the order in which their organizations have their turns. */
    const several = (count: number): Laboratory[] =>
      Array.from({ length: count }, () => laboratory(database(), {})).toSorted((left, right) =>
        left.ctx.organization < right.ctx.organization ? -1 : 1,
      );
    const names = (labs: readonly Laboratory[]) => labs.map(({ ctx }) => ctx.organization);
    const flood = (lab: Laboratory, count: number) => Promise.all(Array.from({ length: count }, () => lab.start(definition)));
    /** What is queued of the organizations of these laboratories alone: the queue belongs to all tests of the database. */
    async function waiting(lab: Laboratory, last: string, limit: number, among: readonly Laboratory[]): Promise<readonly string[]> {
      const own = new Set(names(among));
      const { organizations } = await lab.engine.attempts.waiting(lab.ctx, last, 1_000);
      return organizations.filter((organization) => own.has(organization)).slice(0, limit);
    }

    test("organizations take turns, whatever each has in the queue", async () => {
      const labs = several(3);
      const [first, second, third] = labs as [Laboratory, Laboratory, Laboratory];
      await flood(first, 40);
      await flood(second, 1);
      await flood(third, 3);
      const order: string[][] = [];
      let last = first.ctx.organization;
      for (let turn = 0; turn < 4; turn++) {
        const organizations = await waiting(first, last, 2, labs);
        last = organizations.at(-1) ?? "";
        const held = await claimSteps(first.engine, { worker: "one", until: until(), limit: 2, organizations });
        order.push(held.map(({ organization }) => organization));
      }
      const [a, b, c] = names(labs);
      expect(order).toEqual([
        [b, c],
        [a, c],
        [a, c],
        [a, a],
      ]);
    });

    test("what one organization leaves of a claim goes to the others", async () => {
      const labs = several(3);
      const [first, second, third] = labs as [Laboratory, Laboratory, Laboratory];
      await flood(first, 1);
      await flood(second, 20);
      await flood(third, 20);
      const claimed = await claimSteps(first.engine, { worker: "one", until: until(), limit: 9, organizations: names(labs) });
      const counts = names(labs).map((name) => claimed.filter(({ organization }) => organization === name).length);
      expect(counts).toEqual([1, 4, 4]);
    });

    test("organizations that wait are found one after the other, and round again", async () => {
      const labs = several(3);
      await Promise.all(labs.map((lab) => flood(lab, 2)));
      const [lab] = labs as [Laboratory];
      const [a, b, c] = names(labs);
      expect(await waiting(lab, "", 5, labs)).toEqual([a, b, c]);
      expect(await waiting(lab, a as string, 5, labs)).toEqual([b, c, a]);
      expect(await waiting(lab, c as string, 2, labs)).toEqual([a, b]);
      const one = await lab.engine.attempts.waiting(lab.ctx, "", 1);
      expect(one.organizations).toHaveLength(1);
    });
  },
  ["sqlite", "postgres"],
);
