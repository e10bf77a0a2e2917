import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { project } from "./fixture/running.ts";

const { onEachDatabase } = await project("notes");

/** RFC 3339 with any offset and any number of digits, of a moment in the years that it knows. */
const given = fc
  .record({
    moment: fc.date({ min: new Date("0000-01-02T00:00:00Z"), max: new Date("9999-12-30T00:00:00Z"), noInvalidDate: true }),
    minutes: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    digits: fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 4 }),
  })
  .map(({ moment, minutes, digits }) => {
    const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, -1);
    const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, "0"));
    return { moment, text: `${local}${digits}${minutes === 0 ? "z" : `${minutes < 0 ? "-" : "+"}${hours}:${rest}`}` };
  });

describe("a time that is given with an offset", () => {
  onEachDatabase(({ repository, caller }) => {
    let tenants = 0;

    it("keeps the leap day of the year 0000", async () => {
      const ctx = caller({ organization: "og-ffffffffffffffff" });
      const { id } = await repository("notes", "notes").insert(ctx, { title: "Early", sort: "x", dueAt: "0000-02-29T10:00:00.5Z" });
      expect(await repository("notes", "notes").find(ctx, id)).toMatchObject({ dueAt: "0000-02-29T10:00:00.500Z" });
    });

    it("is kept in UTC with milliseconds, so that lists are in the order of time", async () => {
      const notes = repository("notes", "notes");
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(given, { minLength: 2, maxLength: 6, selector: ({ moment }) => moment.getTime() }),
          async (times) => {
            const ctx = caller({ organization: `og-${String(++tenants).padStart(16, "0")}` });
            for (const [index, { text }] of times.entries()) {
              await notes.insert(ctx, { title: `Note ${index}`, sort: `${index}`, dueAt: text });
            }
            const found = await notes.list(ctx, { sort: "dueAt" });
            const want = times.map(({ moment }) => moment.toISOString()).toSorted();
            expect(found.items.map(({ dueAt }) => dueAt)).toEqual(want);
            const last = times.toSorted((a, b) => b.moment.getTime() - a.moment.getTime())[0];
            // Rows may be of the year 0, which no filter knows.
            if (last === undefined || last.moment.getUTCFullYear() < 1) return;
            const early = await notes.list(ctx, { filter: { dueAt: { lt: last.text.replace(/(\.\d{3})\d*/, "$1") } } });
            expect(early.items.length).toBe(times.length - 1);
          },
        ),
        { numRuns: 25 },
      );
    });
  });
});
