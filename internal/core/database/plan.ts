import type { Compilable } from "kysely";
import type { Placeholders } from "./database.ts";

/** Stands in a query where the value of a parameter will be. */
class Marker {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    Object.freeze(this);
  }
}

/** What is left of a query once it is built: text, and how to make its positional values from the parameters of a call. */
export interface Plan<Params> {
  readonly sql: string;
  /** Whether it is anything but a plain select. */
  readonly writes: boolean;
  bind(params: Params): unknown[];
}

const placeholders = new Proxy(Object.freeze({}), {
  get: (_, name) => (typeof name === "string" ? new Marker(name) : undefined),
});

/** The object whose every property is a placeholder of that name. */
export function parameters<Params>(): Placeholders<Params> {
  return placeholders as Placeholders<Params>;
}

/** The placeholder of one parameter, for queries that are composed at run time. */
export function parameter<Value>(name: string): Value {
  return new Marker(name) as Value;
}

/** Compiles `query` once. `literal` says how a value that stands in the query itself is bound. */
export function plan<Params>(query: Compilable<unknown>, literal: (value: unknown) => unknown): Plan<Params> {
  const { sql, parameters: slots, query: root } = query.compile();
  const names = slots.map((slot) => (slot instanceof Marker ? slot.name : undefined));
  const literals = slots.map((slot) => (slot instanceof Marker ? undefined : literal(slot)));
  const count = slots.length;

  function bind(params: Params): unknown[] {
    const values = new Array<unknown>(count);
    for (let index = 0; index < count; index++) {
      const name = names[index];
      if (name === undefined) {
        values[index] = literals[index];
        continue;
      }
      const value = (params as Record<string, unknown>)[name];
      if (value === undefined) throw new Error(`The parameter "${name}" has no value (use null for none). Query: ${sql}`);
      values[index] = literal(value);
    }
    return values;
  }
  return Object.freeze({ sql, writes: root.kind !== "SelectQueryNode", bind });
}
