import type { Context } from "../context/context.ts";
import { hasRole } from "../context/has-role.ts";
import type { ListQuery, Page } from "../database/lists.ts";
import type { Similar } from "../embedding/similar.ts";
import { problem } from "../problems/problem.ts";

/** By field, the roles that may see it (or set it). A field that is not named is everybody's. */
export type FieldRoles = Readonly<Record<string, readonly string[]>>;

/** The fields of `roles` that are closed to the caller. */
const closed = (ctx: Context, roles: FieldRoles): readonly string[] =>
  Object.keys(roles).filter((field) => !hasRole(ctx, roles[field] ?? []));

/** The row without the fields that its reader may not see: they are absent, not null. */
export function visible<Row extends object>(ctx: Context, readers: FieldRoles, row: Row): Row {
  const hidden = closed(ctx, readers);
  if (hidden.length === 0) return row;
  return Object.fromEntries(Object.entries(row).filter(([field]) => !hidden.includes(field))) as Row;
}

/** The page with each item as its reader may see it. */
export function visiblePage<Item extends object>(ctx: Context, readers: FieldRoles, page: Page<Item>): Page<Item> {
  return { ...page, items: page.items.map((item) => visible(ctx, readers, item)) };
}

/** The nearest rows, each as its reader may see it. */
export function visibleNear<Item extends object>(ctx: Context, readers: FieldRoles, { items }: Similar<Item>): Similar<Item> {
  return { items: items.map(({ distance, item }) => ({ distance, item: visible(ctx, readers, item) })) };
}

/** Gives back the body; a 403 that points to each field that the caller may not set, whatever its value. */
export function settable<Body>(ctx: Context, writers: FieldRoles, body: Body): Body {
  const given = closed(ctx, writers).filter((field) => Object.hasOwn(body as object, field));
  if (given.length === 0) return body;
  const errors = given.map((field) => ({ pointer: `/${field}`, detail: `may be set only by: ${writers[field]?.join(", ")}` }));
  throw problem.forbidden("You may not set all of these fields; see `errors`.", { errors });
}

/** Gives back the query; a 403 where it filters or sorts by a field that the caller may not see: whoever may, finds its value out. */
export function askable<Query extends ListQuery<unknown, string>>(ctx: Context, readers: FieldRoles, query: Query): Query {
  const hidden = closed(ctx, readers);
  const filtered = Object.keys(query.filter ?? {}).filter((field) => hidden.includes(field));
  const sorted = hidden.filter((field) => query.sort === field || query.sort === `-${field}`);
  const errors = [
    ...filtered.map((field) => ({ pointer: `?filter[${field}]`, detail: `may be asked only by: ${readers[field]?.join(", ")}` })),
    ...sorted.map((field) => ({ pointer: "?sort", detail: `${field} may be asked only by: ${readers[field]?.join(", ")}` })),
  ];
  if (errors.length > 0) throw problem.forbidden("You may not filter or sort by all of these fields; see `errors`.", { errors });
  return query;
}
