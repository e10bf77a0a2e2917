import type { Context } from "../context/context.ts";
import type { Eventual } from "../eventual/eventual.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { Database } from "./database.ts";
import { checkVersion, missing } from "./rows.ts";

interface Row {
  readonly id: string;
  readonly version: number;
}

/** What of a repository relations have a say in. */
interface Relatable {
  find(ctx: Context, id: string): Eventual<Row | undefined>;
  insert(ctx: Context, input: never): Promise<Row>;
  update?(ctx: Context, id: string, patch: never, expected?: number): Promise<Row>;
  delete(ctx: Context, id: string, expected?: number): Promise<Row>;
  undelete?(ctx: Context, id: string): Promise<Row>;
}

/** Whom a row belongs to. */
export interface ParentLink {
  readonly entity: string;
  /** The field that holds the parent's id. */
  readonly field: string;
  /** The field never changes. */
  readonly fixed?: true;
  /** Finds a parent that the caller may see, and keeps it there until the transaction ends. */
  hold(ctx: Context, id: string): Promise<object | undefined>;
}

/** What belongs to a row. */
export interface ChildLink {
  readonly entity: string;
  /** The children of a row; where it has one at most, that one. */
  list(ctx: Context, id: string): Promise<readonly { readonly id: string }[] | { readonly id: string } | undefined>;
  /** What becomes of a child when its parent goes; absent: the parent cannot go while it has any. */
  end?(ctx: Context, id: string): Promise<unknown>;
}

export interface Relations {
  readonly entity: string;
  /** Deleting hides. */
  readonly hides?: true;
  readonly parents?: readonly ParentLink[];
  readonly children?: readonly ChildLink[];
}

/**
 * A repository whose rows belong to others, and others to them: a row is written only with parents that its caller may see (422), and
 * goes only with its children, from its children, or when it has none (409). Each in one transaction; foreign keys stand behind it.
 */
export function related<Repository extends Relatable>(db: Database, rows: Repository, relations: Relations): Repository {
  const { entity, hides = false, parents = [], children = [] } = relations;
  const { update, undelete } = rows;
  const changeable = parents.filter(({ fixed }) => fixed !== true);

  type Refuse = (parent: ParentLink, id: string) => Problem;
  async function holdParents(ctx: Context, links: readonly ParentLink[], values: object, refuse: Refuse): Promise<void> {
    for (const parent of links) {
      const id: unknown = Reflect.get(values, parent.field);
      if (typeof id === "string" && (await parent.hold(ctx, id)) === undefined) throw refuse(parent, id);
    }
  }
  async function existing(ctx: Context, id: string, expected: number | undefined): Promise<void> {
    const row = await rows.find(ctx, id);
    if (row === undefined) throw missing(entity, id);
    checkVersion(entity, row, expected);
  }
  async function endChildren(caller: Context, id: string): Promise<void> {
    // Whichever team a child is of: it goes with what it belongs to, or keeps it there.
    const ctx: Context = { ...caller, teams: "all" };
    for (const child of children) {
      const found = [(await child.list(ctx, id)) ?? []].flat();
      if (found.length > 0 && child.end === undefined) throw hasChildren(entity, child.entity, found.length);
      for (const { id } of found) await child.end?.(ctx, id);
    }
  }

  const wrapped: Relatable = {
    ...rows,
    insert: (ctx, input) =>
      db.transact(ctx, async (ctx) => {
        await holdParents(ctx, parents, input, unknownParent);
        return rows.insert(ctx, input);
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        await existing(ctx, id, expected);
        if (!hides) await endChildren(ctx, id);
        const row = await rows.delete(ctx, id, expected).catch((error) => {
          throw isForeignKey(error) ? hasChildren(entity, "row", 1, error) : error;
        });
        // Hiding waits for those who hold the row to add a child: only afterwards all children can be seen.
        if (hides) await endChildren(ctx, id);
        return row;
      }),
  };
  if (update !== undefined) {
    wrapped.update = (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        await existing(ctx, id, expected);
        await holdParents(ctx, changeable, patch, unknownParent);
        return update(ctx, id, patch, expected);
      });
  }
  if (undelete !== undefined) {
    wrapped.undelete = (ctx, id) =>
      db.transact(ctx, async (ctx) => {
        const row = await undelete(ctx, id);
        await holdParents(ctx, parents, row, deletedParent);
        return row;
      });
  }
  return wrapped as Repository;
}

const unknownParent = ({ entity, field }: ParentLink, id: string): Problem =>
  problem.invalid(`There is no ${entity} with the id ${JSON.stringify(id.slice(0, 80))}.`, { pointer: `/${field}` });

const deletedParent = ({ entity, field }: ParentLink, id: string): Problem =>
  problem.conflict(`It belongs to the ${entity} ${JSON.stringify(id)}, which is deleted. Bring that back first.`, { pointer: `/${field}` });

const hasChildren = (entity: string, child: string, count: number, cause?: unknown): Problem =>
  problem.conflict(
    `The ${entity} cannot be deleted: ${count === 1 ? `one ${child} belongs` : `${count} ${child} rows belong`} to it. Delete or move them first.`,
    {
      ...(cause === undefined ? {} : { cause }),
    },
  );

/** Whether a foreign key was broken, on either database: somebody added a child meanwhile. */
const isForeignKey = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "23503" || error.code === "SQLITE_CONSTRAINT_FOREIGNKEY");
