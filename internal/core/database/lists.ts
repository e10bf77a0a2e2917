/** RFC 3339 in UTC with milliseconds, `2026-11-20T08:00:00.000Z`; so written, text order is time order. */
export type Timestamp = string;

export interface TextFilter {
  readonly eq?: string;
  readonly ne?: string;
  readonly in?: readonly string[];
  /** Substring, whatever the case of A to Z; letters beyond ASCII are compared as they are, on every database. */
  readonly contains?: string;
}
export interface NumberFilter {
  readonly eq?: number;
  readonly ne?: number;
  readonly in?: readonly number[];
  readonly lt?: number;
  readonly lte?: number;
  readonly gt?: number;
  readonly gte?: number;
}
export interface TimeFilter {
  readonly eq?: Timestamp;
  readonly lt?: Timestamp;
  readonly lte?: Timestamp;
  readonly gt?: Timestamp;
  readonly gte?: Timestamp;
}
export interface BooleanFilter {
  readonly eq?: boolean;
}
/** A field with a finite set of values, or an id. */
export interface ExactFilter<Value extends string = string> {
  readonly eq?: Value;
  readonly ne?: Value;
  readonly in?: readonly Value[];
}

/** What a list is asked for. `sort` names one column, `-` before it for descending; the id breaks ties. */
export interface ListQuery<Filter, Sort extends string> {
  readonly filter?: Filter;
  readonly sort?: Sort;
  /** 1 to 200, 50 unless told; a larger one is lowered to 200. */
  readonly limit?: number;
  /** Opaque; bound to the filter, search and sort that it was made for. */
  readonly cursor?: string;
  readonly total?: boolean;
}

/** What a list that can be searched is asked for. */
export interface SearchQuery<Filter, Sort extends string> extends ListQuery<Filter, Sort> {
  /** Words that a row must have, all of them; the last may be the beginning of one. Case, accents and punctuation do not matter. */
  readonly search?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** null on the last page. */
  readonly nextCursor: string | null;
  /** Only when asked for. */
  readonly total?: number;
}

export const defaultLimit = 50;
export const maximumLimit = 200;
