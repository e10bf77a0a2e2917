import type { FieldError } from "../problems/problem.ts";

/** Where a check stands: the path walked so far, and what was found wrong. Both are mutable on purpose; a check pushes and pops. */
export interface Place {
  readonly path: (string | number)[];
  readonly errors: FieldError[];
  /** Steps left, where the schema came from a user: a small schema can ask for exponential work. */
  readonly budget?: { left: number };
}

/** Says what is wrong with a value by adding to `place.errors`; adds nothing when the value is right. Never changes the value. */
export type Check = (value: unknown, place: Place) => void;

/** A check that has proven `Value` when it adds no error. The phantom field only carries the type. */
export interface Validator<Value> {
  readonly check: Check;
  readonly proves?: Value;
}

/**
 * Reads one parameter (path, query, header, cookie), which arrives as text: gives its typed value, or adds to `place.errors`.
 * `undefined` in means absent; `undefined` out means absent and no default.
 */
export interface Parameter<Value> {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  /** May be repeated in a query; the texts arrive joined by commas. */
  readonly many?: boolean;
  /** Of a path or a cookie: it decodes its parts itself. */
  readonly raw?: true;
  read(text: string | undefined, place: Place): Value | undefined;
}

/** A parameter that a query may hold in several pieces: it looks for them itself. */
export interface QueryParameter<Value> extends Parameter<Value> {
  readQuery(query: Query, place: Place): Value | undefined;
}

/** A query, read and as it was written. */
export interface Query {
  readonly pairs: URLSearchParams;
  readonly text: string;
}
