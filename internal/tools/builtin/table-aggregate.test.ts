import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datePart } from "../date-part.ts";
import { workbench } from "../testing/workbench.ts";
import { tableAggregate } from "./table-aggregate.ts";

const bench = workbench(tableAggregate);
const rows = [
  { day: "2012-02-01", city: "B", rain: 1 },
  { day: "2012-01-31", city: "A", rain: 0.25 },
  { day: "2012-01-01", city: "A", rain: 0.5 },
  { day: "2012-02-29", city: "A", rain: null },
  { day: "2012-02-03", city: "B", rain: 6 },
];

describe("table.aggregate", () => {
  test("sums up by a part of a date, sorted", async () => {
    const measures = [
      { function: "count", as: "days" },
      { function: "count", column: "rain", as: "measured" },
      { function: "sum", column: "rain" },
      { function: "mean", column: "rain" },
      { function: "min", column: "rain" },
      { function: "max", column: "rain" },
      { function: "median", column: "rain" },
    ];
    expect(await bench.output({ rows, by: [{ column: "day", part: "month" }], measures })).toEqual({
      columns: ["month", "days", "measured", "sum_rain", "mean_rain", "min_rain", "max_rain", "median_rain"],
      rows: [
        {
          month: "2012-01",
          days: 2,
          measured: 2,
          sum_rain: 0.75,
          mean_rain: 0.375,
          min_rain: 0.25,
          max_rain: 0.5,
          median_rain: 0.375,
        },
        { month: "2012-02", days: 3, measured: 2, sum_rain: 7, mean_rain: 3.5, min_rain: 1, max_rain: 6, median_rain: 3.5 },
      ],
    });
  });

  test("sums do not drift: 0.1 ten times is 1", async () => {
    const output = await bench.output({
      rows: Array(10).fill({ x: 0.1 }),
      by: [],
      measures: [{ function: "sum", column: "x", as: "sum" }],
    });
    expect(output).toMatchObject({ rows: [{ sum: 1 }] });
  });

  test("groups by several columns, renamed or not", async () => {
    const by = ["city", { column: "day", part: "year", as: "in" }];
    expect(await bench.output({ rows, by, measures: [{ function: "count" }] })).toMatchObject({
      rows: [
        { city: "A", in: "2012", count: 3 },
        { city: "B", in: "2012", count: 2 },
      ],
    });
  });

  test("sorts numbers by size, and what is empty to the end", async () => {
    const table = [10, 9, null, 100, 9].map((n) => ({ n }));
    expect(await bench.output({ rows: table, by: ["n"], measures: [{ function: "count" }] })).toMatchObject({
      rows: [{ n: 9, count: 2 }, { n: 10 }, { n: 100 }, { n: null }],
    });
  });

  test("a number and the same digits as text are different groups", async () => {
    const output = await bench.output({ rows: [{ n: 1 }, { n: "1" }], by: ["n"], measures: [{ function: "count" }] });
    expect(output).toMatchObject({ rows: [{ count: 1 }, { count: 1 }] });
  });

  test("without groups there is one row, also over no rows at all", async () => {
    const measures = [
      { function: "count" },
      { function: "sum", column: "x" },
      { function: "mean", column: "x" },
      { function: "min", column: "x" },
    ];
    expect(await bench.output({ rows: [], by: [], measures })).toMatchObject({ rows: [{ count: 0, sum_x: 0, mean_x: null, min_x: null }] });
    expect(await bench.output({ rows: [], by: ["x"], measures })).toMatchObject({ rows: [] });
  });

  test("takes least and greatest of text and dates too", async () => {
    const measures = [
      { function: "min", column: "day" },
      { function: "max", column: "day" },
    ];
    expect(await bench.output({ rows, by: [], measures })).toMatchObject({ rows: [{ min_day: "2012-01-01", max_day: "2012-02-29" }] });
  });

  test.each([
    [
      "a column that is not there",
      { by: ["town"], measures: [{ function: "count" }] },
      /Row 1 has no column "town". It has day, city, rain/,
    ],
    ["text where numbers are needed", { by: [], measures: [{ function: "sum", column: "city" }] }, /sum of "city": "B" is not a number/],
    ["what is no date", { by: [{ column: "city", part: "month" }], measures: [{ function: "count" }] }, /Row 1: "B" in "city" is no date/],
    ["a measure without its column", { by: [], measures: [{ function: "sum" }] }, /sum needs a column/],
    ["two columns of one name", { by: ["city"], measures: [{ function: "count", as: "city" }] }, /Two columns of the result/],
  ])("refuses %s", async (_, input, message) => {
    await expect(bench.output({ rows, ...input })).rejects.toThrow(message);
  });

  test("groups by special names without harm", async () => {
    const table = [JSON.parse('{"__proto__": "x"}')];
    const output = await bench.output({ rows: table, by: ["__proto__"], measures: [{ function: "count" }] });
    expect(JSON.stringify(output)).toContain('{"__proto__":"x","count":1}');
    await expect(bench.output({ rows: [{}], by: ["toString"], measures: [{ function: "count" }] })).rejects.toThrow(/no column/);
  });

  test("counts and sums are those of the whole, however it is grouped", async () => {
    const table = fc.array(fc.record({ group: fc.constantFrom("a", "b", "c", null), value: fc.integer({ min: -1000, max: 1000 }) }), {
      maxLength: 40,
    });
    const measures = [{ function: "count" }, { function: "sum", column: "value" }];
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const grouped = (await bench.output({ rows, by: ["group"], measures })) as { rows: { count: number; sum_value: number }[] };
        expect(grouped.rows.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
        expect(grouped.rows.reduce((sum, one) => sum + one.sum_value, 0)).toBe(rows.reduce((sum, { value }) => sum + value, 0));
      }),
    );
  });
});

describe("a part of a date", () => {
  test.each([
    ["2012-03-09", "year", "2012"],
    ["2012-03-09", "quarter", "2012-Q1"],
    ["2012-12-31", "quarter", "2012-Q4"],
    ["2012-03-09T23:59:59-11:00", "day", "2012-03-09"],
    ["2012/3/9", "month", "2012-03"],
    ["Mar 9 2012", "day", "2012-03-09"],
    ["September 9, 2012", "month", "2012-09"],
    ["2012-02-29", "day", "2012-02-29"],
  ] as const)("of %s, the %s is %s", (text, part, expected) => {
    expect(datePart(text, part)).toBe(expected);
  });

  test.each([
    "2013-02-29",
    "2012-13-01",
    "2012-00-01",
    "2012-01-00",
    "01/02/2012",
    "12-01-01",
    "Foo 1 2012",
    "",
    "2012-01",
    "2012-01/02",
    "20120101",
  ])("%j is no date", (text) => {
    expect(datePart(text, "day")).toBeUndefined();
  });
});
