import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context/context.ts";
import { words } from "../database/words.ts";
import type { EntityRow, Subject } from "./repository-contract.ts";

/** Lists that can be searched find rows by the words of each field that is, and by no others. */
export function searchContract<Row extends EntityRow, Create extends object, Patch extends object>({
  contract,
  database,
  repository,
  newOwner,
  nextSeed,
}: Subject<Row, Create, Patch>): void {
  const { search = [] } = contract;
  if (search.length === 0) return;

  describe("search", () => {
    let ctx: Context;
    let rows: Row[];
    beforeAll(async () => {
      const owner = newOwner();
      // The platform itself sees every field; a person's rows are that person's.
      ctx = contract.scope === "user" ? owner : { ...owner, actor: { kind: "system", id: "search-contract" } };
      rows = [];
      for (let count = 0; count < 6; count++) rows.push(await repository().insert(owner, contract.create(nextSeed())));
    });
    const found = async (text: string, among = rows): Promise<string[]> => {
      const { items } = await repository().list(ctx, { search: text, limit: 200 });
      return items.map(({ id }) => id).filter((id) => among.some((row) => row.id === id));
    };
    const textsOf = (row: Row): string[] => search.map((field) => String(Reflect.get(row, field) ?? ""));

    it.each(search)("finds rows by the words of %s, whatever their case, and by the beginning of the last", async (field) => {
      const texts = rows.map((row) => [row.id, String(Reflect.get(row, field) ?? "")] as const);
      const filled = texts.filter(([, text]) => words(text).length > 0);
      expect(filled.length, "the factory must put words into searched fields now and then").toBeGreaterThan(0);
      for (const [id, text] of filled) {
        expect(await found(text.toUpperCase()), text).toContain(id);
        const [first = ""] = words(text);
        expect(await found([...first].slice(0, 1).join("")), first).toContain(id);
      }
    });

    it("finds only what has every word", async () => {
      for (const row of rows) {
        const asked = words(textsOf(row).join(" "));
        const last = asked.at(-1) ?? "";
        const wanted = rows.filter((other) => {
          const all = textsOf(other).flatMap(words);
          return asked.slice(0, -1).every((word) => all.includes(word)) && all.some((word) => word.startsWith(last));
        });
        expect((await found(asked.join(" "))).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      }
      expect(await found("zzzznobodyhasthisword")).toEqual([]);
    });

    const { patch } = contract;
    if (patch !== undefined && search.some((field) => !contract.immutable.includes(field))) {
      it("finds a row by what it says since its last change, and no more by what it said", async () => {
        const before = await repository().insert(ctx, contract.create(nextSeed()));
        const after = await repository().update?.(ctx, before.id, patch(nextSeed()));
        if (after === undefined) throw new Error(`${contract.entity} has a patch and no update.`);
        const [old, now] = [before, after].map((row) => new Set(textsOf(row).flatMap(words)));
        const finds = async (word: string) => (await found(word, [after])).length > 0;
        expect([...(now ?? [])].length + [...(old ?? [])].length, "the factory must put words into searched fields").toBeGreaterThan(0);
        for (const word of now ?? []) expect(await finds(word), word).toBe(true);
        for (const word of old ?? [])
          if (![...(now ?? [])].some((other) => other.startsWith(word))) expect(await finds(word), word).toBe(false);
      });
    }

    if (patch !== undefined) {
      it("keeps the words of a change that was under way when they were made anew", async () => {
        const { id } = await repository().insert(ctx, contract.create(nextSeed()));
        let made: Promise<unknown> | undefined;
        const changed = await database().transact(ctx, async (inner) => {
          const row = await repository().update?.(inner, id, patch(nextSeed()));
          // It reads the row as it was, and waits for this transaction to write; it starts right before the row.
          made = repository().reindex?.(ctx, id.slice(0, -1), 1);
          await new Promise((resolve) => setTimeout(resolve, 30));
          return row;
        });
        await made;
        for (const word of changed === undefined ? [] : textsOf(changed).flatMap(words))
          expect(await found(word, [changed as Row]), word).toEqual([id]);
      });
    }

    it("finds the same once the words were made anew", async () => {
      const [text = ""] = rows.map((row) => textsOf(row).join(" ")).filter((one) => words(one).length > 0);
      const before = await found(text);
      for (let after: string | undefined = ""; after !== undefined; ) after = await repository().reindex?.(ctx, after, 5);
      expect(await found(text)).toEqual(before);
      // One by one; in memory nothing is to be made.
      const first = await repository().reindex?.(ctx, "", 1);
      if (first !== undefined) expect(await repository().reindex?.(ctx, first, 1)).toBeDefined();
      expect(before.length).toBeGreaterThan(0);
    });
  });
}
