import type { Compilable } from "kysely";
import { LRUCache } from "lru-cache";
import type { Statement } from "./database.ts";

type AnyStatement = Statement<Record<string, unknown>, unknown>;

/** Makes a statement of a query; `keep`: under a name, for as long as its connections live. */
export type Prepare = (query: Compilable<unknown>, keep: boolean) => AnyStatement;

/** Shapes are made by callers: the most used ones stay, and only so many may take a name on a Postgres connection, for good. */
const mostShapes = 100;
const mostKept = 40;

/** The statements of one family of queries by their shape; each is built and prepared at its first use. */
export function statementShapes(prepare: Prepare): (key: string, build: () => Compilable<unknown>) => AnyStatement {
  const shapes = new LRUCache<string, AnyStatement>({ max: mostShapes });
  let kept = 0;
  return (key, build) => {
    const known = shapes.get(key);
    if (known !== undefined) return known;
    const made = prepare(build(), kept++ < mostKept);
    shapes.set(key, made);
    return made;
  };
}
