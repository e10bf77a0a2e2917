import type { Context } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import type { Eventual } from "../eventual/eventual.ts";

export interface ParentRepository {
  find(ctx: Context, id: string): Eventual<object | undefined>;
  delete(ctx: Context, id: string): Promise<object>;
  insert(ctx: Context, input: never): Promise<{ readonly id: string }>;
}

/** Whom the rows of an entity belong to. */
export type ParentContract = OtherParent | SameParent;

/** A parent of the same entity. */
export interface SameParent {
  readonly field: string;
  readonly itself: true;
  readonly onDelete: "cascade" | "restrict" | "null";
}

/** A parent of another entity, and how a test makes one. */
export interface OtherParent {
  /** The field that holds the parent's id. */
  readonly field: string;
  /** What becomes of the rows when it goes. */
  readonly onDelete: "cascade" | "restrict" | "null";
  open(database: Database): ParentRepository;
  create(seed: number): object;
  /** It may be a team's: here it is the whole organization's. */
  readonly teams?: true;
  /** Whom the parent belongs to itself. */
  readonly parents?: readonly ParentContract[];
}

/** Makes the rows that made-up input refers to; gives the input with their ids. */
export type Settle = <Input extends object>(ctx: Context, input: Input) => Promise<Input>;

/** What settles input for rows that belong to `parents`. An id that the caller finds stays; a row belongs to none of its own kind. */
export function settler(database: Database, parents: readonly ParentContract[], nextSeed: () => number): Settle {
  const itself = parents.flatMap((parent) => ("itself" in parent ? [parent.field] : []));
  const opened = parents.flatMap((parent) =>
    "itself" in parent ? [] : [{ ...parent, repository: parent.open(database), settle: settler(database, parent.parents ?? [], nextSeed) }],
  );
  return async (ctx, input) => {
    let settled = input;
    for (const field of itself) if (typeof Reflect.get(input, field) === "string") settled = { ...settled, [field]: null };
    for (const { field, repository, create, teams, settle } of opened) {
      const id: unknown = Reflect.get(input, field);
      if (typeof id !== "string" || (await repository.find(ctx, id)) !== undefined) continue;
      const made = { ...create(nextSeed()), ...(teams && { teamId: null }) };
      const parent = await repository.insert(ctx, (await settle(ctx, made)) as never);
      settled = { ...settled, [field]: parent.id };
    }
    return settled;
  };
}
