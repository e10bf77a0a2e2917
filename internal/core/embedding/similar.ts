import type { Context } from "../context/context.ts";
import type { Near, NearQuery, Vector } from "../database/near.ts";
import { missing } from "../database/rows.ts";
import type { Eventual } from "../eventual/eventual.ts";
import { problem } from "../problems/problem.ts";
import { type Embedder, vectorsOf } from "./embedder.ts";

/** What is asked for: rows like a text, or like another row. */
export interface SimilarQuery<Filter> {
  readonly text?: string;
  readonly id?: string;
  readonly filter?: Filter;
  /** 10 unless told; a larger one than 100 is lowered to that. */
  readonly limit?: number;
}

/** The nearest rows, the nearest first. */
export interface Similar<Row> {
  readonly items: readonly Near<Row>[];
}

/** Where the rows are, and how they are embedded. */
export interface SimilarSubject<Row, Filter> {
  /** `Note` */
  readonly entity: string;
  readonly embedder: Embedder;
  readonly dimensions: number;
  readonly rows: {
    find(ctx: Context, id: string): Eventual<Row | undefined>;
    nearest(ctx: Context, to: Vector, query: NearQuery<Filter>): Promise<readonly Near<Row>[]>;
  };
  textOf(row: Row): string;
}

const usualLimit = 10;
const mostRows = 100;

/**
 * The rows that the caller sees and that are most like a text, or like a row (which is not among them). What the text says is embedded
 * first, outside of any transaction. Throws a 422 unless one of both is given, a 404 when the caller does not see the row.
 */
export async function similar<Row extends { readonly id: string }, Filter>(
  ctx: Context,
  { entity, embedder, dimensions, rows, textOf }: SimilarSubject<Row, Filter>,
  { text, id, filter, limit = usualLimit }: SimilarQuery<Filter>,
): Promise<Similar<Row>> {
  if ((text === undefined) === (id === undefined))
    throw problem.invalid("Give either a text or an id that the rows are to be like.", { pointer: text === undefined ? "?text" : "?id" });
  const most = Math.min(Math.max(Math.trunc(limit), 1), mostRows);
  const said = text ?? (await textOfRow(ctx, entity, rows, textOf, id ?? ""));
  const [values] = await vectorsOf(embedder, [said], { dimensions, signal: ctx.signal });
  if (values === undefined) return { items: [] };
  // One more than is asked for: the row itself is the nearest to itself.
  const query = { limit: id === undefined ? most : most + 1, ...(filter === undefined ? {} : { filter }) };
  const found = await rows.nearest(ctx, { maker: embedder.name, values }, query);
  return { items: found.filter(({ item }) => item.id !== id).slice(0, most) };
}

async function textOfRow<Row, Filter>(
  ctx: Context,
  entity: string,
  rows: SimilarSubject<Row, Filter>["rows"],
  textOf: (row: Row) => string,
  id: string,
): Promise<string> {
  const row = await rows.find(ctx, id);
  if (row === undefined) throw missing(entity, id);
  return textOf(row);
}
