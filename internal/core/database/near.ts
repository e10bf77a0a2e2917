import { compareText } from "./memory-page.ts";

/** How far two vectors are apart: by their angle, in a straight line, or by their inner product (turned round: less is nearer). */
export type Metric = "cosine" | "l2" | "ip";

/** A vector, and who made it: those of different makers say nothing about each other. */
export interface Vector {
  readonly maker: string;
  readonly values: Float32Array;
}

/** What of the rows near a vector is asked for. */
export interface NearQuery<Filter> {
  readonly filter?: Filter;
  /** 1 to 200, 50 unless told; a larger one is lowered to 200. */
  readonly limit?: number;
}

/** A row, and how far it is: the less, the nearer. */
export interface Near<Row> {
  readonly distance: number;
  readonly item: Row;
}

/** A row as what embeds it sees it. */
export interface Embeddable {
  readonly id: string;
  readonly version: number;
  /** What is to be embedded; "" when it says nothing. */
  readonly text: string;
  /** By whom its vector was made, and of which text (a hash of it); null when it has none. */
  readonly maker: string | null;
  readonly made: string | null;
}

/** A vector as a row keeps it. */
export interface MadeVector extends Vector {
  /** A hash of the text that it was made of. */
  readonly made: string;
}

/** How far `a` is from `b`, as the databases reckon it. */
export function distance(metric: Metric, a: Float32Array, b: Float32Array): number {
  let product = 0;
  let squares = 0;
  let [ofA, ofB] = [0, 0];
  for (let index = 0; index < a.length; index++) {
    const [x, y] = [a[index] ?? 0, b[index] ?? 0];
    product += x * y;
    squares += (x - y) ** 2;
    ofA += x * x;
    ofB += y * y;
  }
  if (metric === "l2") return Math.sqrt(squares);
  return metric === "ip" ? -product : 1 - product / Math.sqrt(ofA * ofB);
}

/** Nearest first; the id decides between rows that are equally far. */
export const nearestFirst = <Row extends { readonly id: string }>(a: Near<Row>, b: Near<Row>): number =>
  a.distance - b.distance || compareText(a.item.id, b.item.id);
