import { ownerField } from "../emit/owner.ts";
import type { Entity } from "../model/model.ts";

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
  readonly cascades: boolean;
}

/** What a child refers to: its parent's id, and its owner with it, so that no row can belong to one of another owner. */
export function ownedId(parent: Entity): readonly string[] {
  const owner = ownerField(parent);
  return owner === undefined ? ["id"] : [owner.column, "id"];
}

/**
 * The foreign keys of an entity's table. The repositories clear and refuse before the database would: it only stands behind them, and
 * removes a child that was added at the very moment its parent went.
 */
export function foreignKeys(entity: Entity, entities: readonly Entity[]): ForeignKey[] {
  return entity.parents.map(({ entity: name, field, onDelete }) => {
    const parent = entities.find((candidate) => candidate.name === name);
    const column = entity.fields.find((candidate) => candidate.name === field)?.column;
    if (parent === undefined || column === undefined) throw new Error(`${entity.name} belongs to ${name}, which the model does not hold.`);
    const references = ownedId(parent);
    return { columns: [...references.slice(0, -1), column], table: parent.table, references, cascades: onDelete === "cascade" };
  });
}
