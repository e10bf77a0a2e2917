import type { Context } from "../context/context.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { Timestamp } from "./lists.ts";

/** A unique index of a table, in terms of its entity. */
export interface Unique {
  /** Its name in the database: `labels_name_key`. */
  readonly index: string;
  /** The fields that must differ, in camelCase; the owner is not repeated here. */
  readonly fields: readonly string[];
  /** Their columns, where those are not the fields' names in snake_case. */
  readonly columns?: readonly string[];
  /** What a caller gives in their place, where the server makes one of them: the name that a slug is made of. */
  readonly given?: readonly string[];
  /** The field within whose value they must differ; absent: over all rows. */
  readonly owner?: string;
}

/** The 404 of a row that is not there, or that the caller may not see. */
export function missing(entityName: string, id: string): Problem {
  return problem.notFound(`There is no ${entityName} with the id ${JSON.stringify(id.slice(0, 80))}.`);
}

/** Throws a 412 unless `expected` is undefined or the version of `row`. */
export function checkVersion(entityName: string, row: { readonly version: number }, expected: number | undefined): void {
  if (expected === undefined || expected === row.version) return;
  throw problem.stale(
    `The ${entityName} is at version ${row.version}, and you changed version ${expected}. Read it again and repeat the change on it.`,
  );
}

/** Throws a 412 when a versioned write changed no row: somebody else was faster. */
export function changedOne(entityName: string, id: string, count: number): void {
  if (count > 0) return;
  throw problem.stale(
    `The ${entityName} ${JSON.stringify(id)} was changed by somebody else meanwhile. Read it again and repeat the change on it.`,
  );
}

/** The organization that the caller acts in; throws a 403 when there is none. */
export function ownerOrganization(ctx: Context): string {
  if (ctx.organization === "") throw problem.forbidden("This needs an organization to act in. Choose one and sign in to it.");
  return ctx.organization;
}

/** The user who calls; throws a 403 for anybody else. */
export function ownerUser(ctx: Context): string {
  if (ctx.actor.kind !== "user") throw problem.forbidden("Only a signed-in user can do this.");
  return ctx.actor.id;
}

/** Who is written down as the maker of a row; null when nobody has signed in. */
export function actorId(ctx: Context): string | null {
  return ctx.actor.kind === "anonymous" ? null : ctx.actor.id;
}

/** Now, as rows keep it. Two calls may give the same time. */
export function timestamp(): Timestamp {
  return new Date().toISOString();
}

/** The 409 of a unique index, with a pointer for each field. */
export function conflict(entityName: string, fields: readonly string[], cause?: unknown): Problem {
  const detail =
    fields.length === 1 ? `This ${fields[0]} is already taken.` : `This combination of ${fields.join(" and ")} is already taken.`;
  return problem.conflict(`Another ${entityName} has the same ${fields.length === 0 ? "unique value" : fields.join(" and ")}.`, {
    errors: fields.map((field) => ({ pointer: `/${field}`, detail })),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Turns the error of a broken unique index, of either database, into its 409; throws any other error on. */
export function uniqueConflict(entityName: string, uniques: readonly Unique[]): (error: unknown) => never {
  const byIndex = new Map(uniques.map((unique) => [unique.index, unique.given ?? unique.fields]));
  return (error) => {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    if (error.code === "23505") {
      throw conflict(entityName, byIndex.get("constraint" in error ? String(error.constraint) : "") ?? [], error);
    }
    if (error.code === "SQLITE_CONSTRAINT_UNIQUE") {
      const columns = failedColumns(error.message);
      const unique = uniques.find((one) => spans(one, columns));
      throw conflict(entityName, unique?.given ?? unique?.fields ?? [], error);
    }
    throw error;
  };
}

/** SQLite names no index, only its columns: "UNIQUE constraint failed: labels.organization_id, labels.name". */
function failedColumns(message: string): string[] {
  const list = message.slice(message.indexOf(":") + 1);
  return list.split(",").map((name) => name.slice(name.lastIndexOf(".") + 1).trim());
}

const ownerColumns: readonly string[] = ["organization_id", "created_by"];

/** Whether these are the columns of the index: its fields, and an owner's column at most. */
function spans(unique: Unique, columns: readonly string[]): boolean {
  const own = unique.columns ?? unique.fields.map(snakeCase);
  return (
    own.every((column) => columns.includes(column)) && columns.every((column) => own.includes(column) || ownerColumns.includes(column))
  );
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
