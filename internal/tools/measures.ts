import type { Cell } from "./table.ts";

export type MeasureFunction = "count" | "sum" | "mean" | "min" | "max" | "median";

export const measureFunctions: readonly MeasureFunction[] = ["count", "sum", "mean", "min", "max", "median"];

/** What a measure says of the filled cells of a column; null when there are none (0 for count and sum). */
export function measure(name: MeasureFunction, cells: readonly Cell[]): Cell {
  if (name === "count") return cells.length;
  if (name === "min" || name === "max") return extreme(name, cells);
  const numbers = cells.map(asNumber);
  if (name === "sum") return total(numbers);
  if (numbers.length === 0) return null;
  return name === "mean" ? total(numbers) / numbers.length : median(numbers);
}

/** A cell that a measure cannot work with. */
export class NotMeasurable extends Error {}

function asNumber(cell: Cell): number {
  if (typeof cell !== "number") throw new NotMeasurable(`${JSON.stringify(cell)} is not a number`);
  return cell;
}

/** Least or greatest; text is compared by code units, so that ISO dates come in their order. */
function extreme(name: "min" | "max", cells: readonly Cell[]): Cell {
  let best: Cell = null;
  for (const cell of cells) {
    if (best !== null && typeof cell !== typeof best) {
      throw new NotMeasurable(`${JSON.stringify(cell)} and ${JSON.stringify(best)} cannot be compared`);
    }
    if (best === null || (cell !== null && (name === "min" ? cell < best : cell > best))) best = cell;
  }
  return best;
}

/** Neumaier's compensated sum: 0.1 added ten times is 1, not 0.9999999999999999. */
function total(numbers: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of numbers) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
