import type { Eventual } from "../eventual/eventual.ts";
import { Problem, problem } from "../problems/problem.ts";

/** An id that a caller gave, and how to look for what it names. */
export interface Reference {
  /** `toolId`; its JSON Pointer is `/toolId`. */
  readonly field: string;
  /** Undefined and null name nothing, and are right. */
  readonly id: string | null | undefined;
  /** Gives undefined, or rejects with a 404, when the caller can see no such thing. */
  find(id: string): Eventual<unknown>;
}

/** Makes sure that all of them name something that the caller can see: else a 422 that points to each field that does not. */
export async function existing(references: readonly Reference[]): Promise<void> {
  const found = await Promise.all(references.map(isThere));
  const errors = references
    .filter((_, index) => !found[index])
    .map(({ field }) => ({ pointer: `/${field}`, detail: "names nothing that is there" }));
  if (errors.length > 0) throw problem.invalid("The input refers to something that does not exist; see `errors`.", { errors });
}

async function isThere({ id, find }: Reference): Promise<boolean> {
  if (id === undefined || id === null) return true;
  try {
    return (await find(id)) !== undefined;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return false;
    throw error;
  }
}
