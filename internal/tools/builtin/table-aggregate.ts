import { type DatePart, datePart, dateParts } from "../date-part.ts";
import { objectSchema } from "../json-schema.ts";
import { type MeasureFunction, measure, measureFunctions, NotMeasurable } from "../measures.ts";
import { type Cell, columnsSchema, type Row, row, rowsSchema } from "../table.ts";
import { type Computation, toolFailed } from "../tool.ts";

type Group = string | { readonly column: string; readonly part?: DatePart; readonly as?: string };

interface Measure {
  readonly function: MeasureFunction;
  readonly column?: string;
  readonly as?: string;
}

interface AggregateInput {
  readonly rows: readonly Row[];
  readonly by: readonly Group[];
  readonly measures: readonly Measure[];
}

const columnName = { type: "string", minLength: 1, maxLength: 200 };

/** Sums a table up: one row for each group of rows that have the same values in some columns. */
export const tableAggregate: Computation<AggregateInput> = {
  name: "table.aggregate",
  title: "Sum a table up",
  description:
    "Groups rows by columns, or by the year, quarter, month or day of a date column, and computes count, sum, mean, min, max or median " +
    "for each group. Empty cells do not count. The result is sorted by its groups.",
  inputSchema: objectSchema(
    {
      rows: { ...rowsSchema, title: "Rows" },
      by: {
        type: "array",
        maxItems: 10,
        title: "Group by",
        description: "Columns; none for one row over all.",
        items: {
          anyOf: [
            columnName,
            objectSchema(
              {
                column: columnName,
                part: { type: "string", enum: dateParts, description: "Groups dates by this part of them." },
                as: { ...columnName, description: "The column of the result." },
              },
              ["column"],
            ),
          ],
        },
      },
      measures: {
        type: "array",
        minItems: 1,
        maxItems: 50,
        title: "Measures",
        items: objectSchema(
          {
            function: { type: "string", enum: measureFunctions },
            column: { ...columnName, description: "Only count can do without: it then counts rows." },
            as: { ...columnName, description: "The column of the result." },
          },
          ["function"],
        ),
      },
    },
    ["rows", "by", "measures"],
  ),
  outputSchema: objectSchema({ columns: columnsSchema, rows: rowsSchema }, ["columns", "rows"]),

  compute({ input, log }) {
    const columns = resultColumns(input);
    const groups = grouped(input);
    const rows = [...groups.values()]
      .sort((a, b) => compareKeys(a.key, b.key))
      .map((group) => [...group.key, ...measured(input, group.rows)]);
    log.info(`Summed ${input.rows.length} rows up into ${rows.length}.`);
    return { columns, rows: rows.map((cells) => row(columns, cells)) };
  },
};

function resultColumns({ by, measures }: AggregateInput): readonly string[] {
  const columns = [
    ...by.map((group) => (typeof group === "string" ? group : (group.as ?? group.part ?? group.column))),
    ...measures.map((one) => one.as ?? (one.column === undefined ? one.function : `${one.function}_${one.column}`)),
  ];
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw toolFailed(`Two columns of the result would be named ${JSON.stringify(twice)}. Name one with "as".`);
  return columns;
}

interface GroupOfRows {
  readonly key: readonly Cell[];
  readonly rows: Row[];
}

function grouped({ rows, by }: AggregateInput): Map<string, GroupOfRows> {
  const groups = new Map<string, GroupOfRows>();
  // Without a group there is one row over all, even over none.
  if (by.length === 0) groups.set("[]", { key: [], rows: [] });
  rows.forEach((one, index) => {
    const key = by.map((group) => keyOf(one, group, index));
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? { key, rows: [] };
    groups.set(name, group);
    group.rows.push(one);
  });
  return groups;
}

function keyOf(one: Row, group: Group, index: number): Cell {
  const { column, part } = typeof group === "string" ? { column: group, part: undefined } : group;
  const cell = cellOf(one, column, index);
  if (part === undefined || cell === null) return cell;
  const key = datePart(String(cell), part);
  if (key === undefined) {
    throw toolFailed(`Row ${index + 1}: ${JSON.stringify(cell)} in ${JSON.stringify(column)} is no date such as 2012-03-09.`, {
      pointer: `/input/rows/${index}`,
    });
  }
  return key;
}

function cellOf(one: Row, column: string, index: number): Cell {
  if (!Object.hasOwn(one, column)) {
    throw toolFailed(`Row ${index + 1} has no column ${JSON.stringify(column)}. It has ${Object.keys(one).slice(0, 20).join(", ")}.`, {
      pointer: `/input/rows/${index}`,
    });
  }
  return one[column] ?? null;
}

function measured({ measures }: AggregateInput, rows: readonly Row[]): readonly Cell[] {
  return measures.map(({ function: name, column }, index) => {
    const pointer = `/input/measures/${index}`;
    if (column === undefined) {
      if (name !== "count") throw toolFailed(`The measure ${name} needs a column.`, { pointer });
      return rows.length;
    }
    const cells = rows.map((one, at) => cellOf(one, column, at)).filter((cell) => cell !== null);
    try {
      return measure(name, cells);
    } catch (error) {
      if (!(error instanceof NotMeasurable)) throw error;
      throw toolFailed(`${name} of ${JSON.stringify(column)}: ${error.message}.`, { pointer, cause: error });
    }
  });
}

/** Numbers by size, all else as text; nothing comes last. */
function compareKeys(a: readonly Cell[], b: readonly Cell[]): number {
  for (const [index, left] of a.entries()) {
    const order = compareCells(left, b[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}
