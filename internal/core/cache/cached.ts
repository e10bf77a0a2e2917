import { LRUCache } from "lru-cache";
import type { Context } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import { ownerUser } from "../database/rows.ts";
import type { Eventual } from "../eventual/eventual.ts";
import type { Live } from "../live/live.ts";

/** How the rows of an entity are cached. */
export interface CacheSubject {
  /** `labels.Label` */
  readonly entity: string;
  /** The field that says whose a row is; absent where rows belong to all. */
  readonly owner?: "organizationId" | "createdBy";
  /** Rows may also belong to all: the scope is a cascade. */
  readonly shared?: true;
  /** Milliseconds after which a row is read again, whatever happened. */
  readonly ttl: number;
}

interface Row {
  readonly id: string;
}

interface Cacheable {
  find(ctx: Context, id: string): Eventual<Row | undefined>;
  insert(ctx: Context, input: never): Promise<Row>;
  update?(ctx: Context, id: string, patch: never, expected?: number): Promise<Row>;
  delete(ctx: Context, id: string, expected?: number): Promise<Row>;
  undelete?(ctx: Context, id: string): Promise<Row>;
  move?(ctx: Context, before: never, ...to: never[]): Promise<Row>;
}

/** The rows of one owner. `changes` counts what made them void, so that what was read before a change is not kept after it. */
interface Shelf {
  readonly rows: LRUCache<string, Row>;
  changes: number;
  leave(): void;
}

const mostOwners = 200;
const mostRows = 500;

/**
 * A repository that keeps the rows found by id in memory, those of each owner apart: nobody is given another's. What a change makes of a
 * row is kept too. A change makes the owner's rows void once it has committed, here and, through Live, on every replica that Live
 * reaches; on others a row is at most `ttl` old. A transaction always reads the database.
 */
export function cached<Repository extends Cacheable>(db: Database, live: Live, rows: Repository, subject: CacheSubject): Repository {
  const { entity, owner, shared = false, ttl } = subject;
  const { update, undelete, move } = rows;
  const shelves = new LRUCache<string, Shelf>({ max: mostOwners, dispose: (shelf) => shelf.leave() });
  const topicOf = (whose: string) => `cache.${entity}.${whose}`;

  function shelfOf(whose: string): Shelf {
    const known = shelves.get(whose);
    if (known !== undefined) return known;
    const made: Shelf = {
      rows: new LRUCache({ max: mostRows, ttl }),
      changes: 0,
      leave: live.subscribe(topicOf(whose), () => clear(made)),
    };
    shelves.set(whose, made);
    return made;
  }
  const clear = (shelf: Shelf): void => {
    shelf.changes++;
    shelf.rows.clear();
  };
  const caller = (ctx: Context): string => (owner === undefined ? "" : owner === "createdBy" ? ownerUser(ctx) : ctx.organization);
  const ownerOf = (row: Row): string => (owner === undefined ? "" : String(Reflect.get(row, owner)));

  async function find(ctx: Context, id: string): Promise<Row | undefined> {
    // What a replica says may be older than the change that emptied a shelf: it is not kept.
    if (ctx.transaction !== undefined || ctx.stale === true) return rows.find(ctx, id);
    const whose = caller(ctx);
    const seen = [whose, ...(shared && whose !== "" ? [""] : [])].map((name) => ({ name, shelf: shelfOf(name) }));
    for (const { shelf } of seen) {
      const row = shelf.rows.get(id);
      if (row !== undefined) return row;
    }
    const before = seen.map(({ shelf }) => shelf.changes);
    const row = await rows.find(ctx, id);
    const at = row === undefined ? -1 : seen.findIndex(({ name }) => name === ownerOf(row));
    const place = seen[at]?.shelf;
    if (row !== undefined && place !== undefined && place.changes === before[at]) place.rows.set(id, frozen(row));
    return row;
  }

  /** Makes a change; what it leaves of the row is kept, unless another change came between. */
  async function change<Changed extends Row>(ctx: Context, make: () => Promise<Changed>, stays: boolean): Promise<Changed> {
    const shelf = shelfOf(caller(ctx));
    const before = shelf.changes;
    const row = await make();
    db.afterCommit(ctx, () => {
      const alone = shelf.changes === before;
      clear(shelf);
      live.wake(topicOf(ownerOf(row)));
      if (stays && alone) shelf.rows.set(row.id, frozen(row));
    });
    return row;
  }

  const wrapped: Cacheable = {
    ...rows,
    find,
    insert: (ctx, input) => change(ctx, () => rows.insert(ctx, input), true),
    delete: (ctx, id, expected) => change(ctx, () => rows.delete(ctx, id, expected), false),
  };
  if (update !== undefined) wrapped.update = (ctx, id, patch, expected) => change(ctx, () => update(ctx, id, patch, expected), true);
  if (undelete !== undefined) wrapped.undelete = (ctx, id) => change(ctx, () => undelete(ctx, id), true);
  if (move !== undefined) wrapped.move = (ctx, before, ...to) => change(ctx, () => move(ctx, before, ...to), true);
  return wrapped as Repository;
}

/** One row is given to many callers: none may change it. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
