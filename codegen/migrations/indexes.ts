import { createHash } from "node:crypto";
import { ownerField } from "../emit/owner.ts";
import type { Entity } from "../model/model.ts";

/** Postgres cuts longer names short without a word. */
const longestName = 63;

export interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly unique: boolean;
  /** What a row must meet to be in it; undefined: every row is. */
  readonly where?: string;
}

/** `labels_name_key` for a unique index of these fields, `labels_name_index` for another; the owner's column is not named. */
export function indexName(entity: Entity, fields: readonly string[], kind: "key" | "index" | "across"): string {
  return named([entity.table, ...fields.map((field) => columnOf(entity, field)), kind]);
}

/** A name of these parts, cut where it is too long for Postgres, and then no other's. */
export function named(parts: readonly string[]): string {
  const name = parts.join("_");
  if (name.length <= longestName) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${name.slice(0, longestName - hash.length - 1)}_${hash}`;
}

/**
 * The indexes of an entity's table. The owner's column leads, since queries name it, except for methods that go across owners.
 * One that another makes superfluous is left out.
 */
export function indexes(entity: Entity): Index[] {
  const owner = ownerField(entity)?.column;
  const index = (fields: readonly string[], kind: "key" | "index" | "across"): Index => ({
    name: indexName(entity, fields, kind),
    columns: [...(owner === undefined || kind === "across" ? [] : [owner]), ...fields.map((field) => columnOf(entity, field))],
    unique: kind === "key",
    // A hidden row keeps no name from others.
    ...(entity.softDelete && kind === "key" ? { where: '"deleted_at" IS NULL' } : {}),
  });
  const sorted = entity.listed ? ["createdAt", ...entity.sort] : entity.sort;
  const wanted = [
    ...entity.unique.map((fields) => index(fields, "key")),
    ...entity.indexes.map((fields) => index(fields, "index")),
    ...entity.methods.filter(({ by }) => by.length > 0).map(({ by, across }) => index(by, across ? "across" : "index")),
    ...(entity.fields.some(({ server }) => server === "timesOutAt") ? [index(["timesOutAt"], "across")] : []),
    ...sorted.map((field) => index([field, "id"], "index")),
  ];
  const kept = wanted.filter(
    (candidate, at) => candidate.unique || !wanted.some((other, place) => place !== at && covers(other, candidate, place < at)),
  );
  return entity.softDelete ? [...kept, purgeIndex(entity)] : kept;
}

/** Finds what is due to be purged, whoever it belongs to. */
const purgeIndex = (entity: Entity): Index => ({
  name: named([entity.table, "deleted_at", "index"]),
  columns: ["deleted_at"],
  unique: false,
  where: '"deleted_at" IS NOT NULL',
});

/** Whether `candidate` adds nothing to `other`; of two equal ones the earlier stays. An id adds nothing to what is unique. */
function covers(other: Index, candidate: Index, earlier: boolean): boolean {
  if (other.unique && [...other.columns, "id"].join() === candidate.columns.join()) return true;
  if (!candidate.columns.every((column, at) => other.columns[at] === column)) return false;
  return other.columns.length > candidate.columns.length || other.unique || earlier;
}

function columnOf(entity: Entity, name: string): string {
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`${entity.name} has no field ${name}, and an index of it.`);
  return field.column;
}
