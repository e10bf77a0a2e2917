import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workbench } from "../testing/workbench.ts";
import { csvParse } from "./csv-parse.ts";

const bench = workbench(csvParse);

describe("csv.parse", () => {
  test("reads columns and rows, with numbers, booleans and nothing in their cells", async () => {
    const text = 'name,price,sold,note,code\r\nA,1.50,true,,007\r\nB,-2e3,false,"two\r\nlines, ""quoted""",012\r\nC,,,x,1\r\n';
    expect(await bench.output({ text })).toEqual({
      columns: ["name", "price", "sold", "note", "code"],
      rows: [
        { name: "A", price: 1.5, sold: true, note: null, code: "007" },
        { name: "B", price: -2000, sold: false, note: 'two\r\nlines, "quoted"', code: "012" },
        { name: "C", price: null, sold: null, note: "x", code: "1" },
      ],
      truncated: false,
    });
  });

  test("leaves all as text when told so", async () => {
    const text = "a,b\n1,\n";
    expect(await bench.output({ text, types: false })).toMatchObject({ rows: [{ a: "1", b: "" }] });
  });

  test("whole numbers that would lose digits stay text", async () => {
    const text = "id,n\n9007199254740993,9007199254740991\n";
    expect(await bench.output({ text })).toMatchObject({ rows: [{ id: "9007199254740993", n: 9007199254740991 }] });
  });

  test("a column may have any name, also one that objects take for special", async () => {
    const { rows } = (await bench.output({ text: "__proto__,constructor\n1,2\n" })) as { rows: object[] };
    expect(JSON.stringify(rows)).toBe('[{"__proto__":1,"constructor":2}]');
    expect(Object.getPrototypeOf(rows[0])).toBe(Object.prototype);
  });

  test("reads an artifact by name and by id, without its byte order mark", async () => {
    const { id } = await bench.artifacts.put("data.csv", "\ufeffa;b\n1;2\n");
    for (const artifact of ["data.csv", id]) {
      expect(await bench.output({ artifact, delimiter: ";" })).toMatchObject({ columns: ["a", "b"], rows: [{ a: 1, b: 2 }] });
    }
  });

  test("without a header the columns are counted", async () => {
    expect(await bench.output({ text: "1,2\n3,4\n", header: false })).toMatchObject({
      columns: ["column1", "column2"],
      rows: [{ column1: 1 }, {}],
    });
  });

  test("reads the first rows when limited, and says that there were more", async () => {
    const text = `n\n${Array.from({ length: 5000 }, (_, index) => index).join("\n")}\n`;
    const { rows, truncated } = (await bench.output({ text, limit: 3 })) as { rows: unknown[]; truncated: boolean };
    expect(rows).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    expect(truncated).toBe(true);
    expect(await bench.output({ text, limit: 5000 })).toMatchObject({ truncated: false });
  });

  test("reads 100,000 rows, and refuses more than that instead of leaving some out", async () => {
    const text = (rows: number) => `a,b,c\n${"1,x,2.5\n".repeat(rows)}`;
    const { rows } = (await bench.output({ text: text(100_000) })) as { rows: unknown[] };
    expect(rows).toHaveLength(100_000);
    await expect(bench.output({ text: text(100_001) })).rejects.toMatchObject({ status: 422, slug: "tool-failed" });
  });

  test("as many columns as fit into a record take no longer than as many rows", async () => {
    const names = Array.from({ length: 170_000 }, (_, index) => index.toString(36));
    await bench.artifacts.put("wide.csv", `${names.join(",")}\n${",".repeat(names.length - 1)}\n`);
    const { columns } = (await bench.output({ artifact: "wide.csv" })) as { columns: string[] };
    expect(columns).toEqual(names);
  });

  test("refuses to hand on more than a step may keep", async () => {
    const text = `a\n${`${"x".repeat(1000)}\n`.repeat(9_000)}`;
    await expect(bench.output({ text })).rejects.toMatchObject({ slug: "tool-failed", message: expect.stringMatching(/can be handed on/) });
    expect(await bench.output({ text, limit: 10 })).toMatchObject({ truncated: true });
  });

  test.each([
    ["rows of different length", "a,b\n1,2\n1,2,3\n", /cannot be read/],
    ["a quote that never ends", 'a,b\n"1,2\n', /cannot be read/],
    ["two columns of one name", "a,b,a\n1,2,3\n", /Two columns are named "a"/],
  ])("refuses %s", async (_, text, message) => {
    await expect(bench.output({ text })).rejects.toThrow(message);
  });

  test("an empty text is a table without columns", async () => {
    expect(await bench.output({ text: "" })).toEqual({ columns: [], rows: [], truncated: false });
  });

  test("refuses an artifact that is not there, and both or neither of artifact and text", async () => {
    await expect(bench.output({ artifact: "missing.csv" })).rejects.toThrow(/no artifact named "missing.csv"/);
    await expect(bench.output({ artifact: "ar-0000000000000000" })).rejects.toMatchObject({ status: 404 });
    await expect(bench.output({})).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/input" }] });
    await expect(bench.output({ artifact: "a", text: "b" })).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/input" }] });
  });

  test("stops when the step is told to stop", async () => {
    const controller = new AbortController();
    controller.abort(new Error("cancelled"));
    await expect(bench.use({ text: "a\n1\n" }, { signal: controller.signal })).rejects.toThrow();
  });

  test("gives back any text that was written with quotes", async () => {
    const cell = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 10 }), async (table) => {
        const text = ["a,b", ...table.map((row) => row.map(quoted).join(","))].join("\n");
        const output = await bench.output({ text, types: false });
        expect(output).toMatchObject({ rows: table.map(([a, b]) => ({ a, b })) });
      }),
      { numRuns: 50 },
    );
  });
});
