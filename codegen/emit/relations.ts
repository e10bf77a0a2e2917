import type { Entity, Relation } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact } from "./artifact.ts";

/** Whether rows of others belong to this entity's. */
export const isParent = ({ relations }: Entity): boolean => relations.length > 0;

/** Whether what else happens when the entity's rows change is decided by relations. */
export const isRelated = (entity: Entity): boolean => isParent(entity) || entity.parents.length > 0;

/** Parents before their children: the order in which tables are made. */
export function parentsFirst(entities: readonly Entity[]): readonly Entity[] {
  const ordered: Entity[] = [];
  const add = (entity: Entity): void => {
    if (ordered.includes(entity)) return;
    for (const parent of entities) {
      if (parent !== entity && entity.parents.some(({ entity: name }) => name === parent.name)) add(parent);
    }
    ordered.push(entity);
  };
  for (const entity of entities) add(entity);
  return ordered;
}

/** The options of `related`: whom a row must have, and what becomes of those that have it. */
export function relationOptions(entity: Entity, entities: readonly Entity[]): Code {
  const named = (name: string): Entity => {
    const found = entities.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`The model relates ${entity.name} to ${name}, which it does not hold.`);
    return found;
  };
  const parents = entity.parents.map(({ entity: name, field }) => {
    const hold = `hold: (ctx, id) => rows.${named(name).pluralVariable}.hold(ctx, id)`;
    const fixed = entity.fields.find((candidate) => candidate.name === field)?.immutable ? ["fixed: true"] : [];
    return enclose("{", [`entity: ${literal(name)}`, `field: ${literal(field)}`, ...fixed, hold], "}");
  });
  const children = entity.relations.map((relation) => child(relation, named(relation.child).pluralVariable));
  return enclose(
    "{",
    [
      code`entity: ${literal(entity.name)}`,
      ...(entity.softDelete ? [code`hides: true`] : []),
      ...(parents.length === 0 ? [] : [code`parents: ${enclose("[", parents, "]")}`]),
      ...(children.length === 0 ? [] : [code`children: ${enclose("[", children, "]")}`]),
    ],
    "}",
  );
}

function child({ child: name, method, onDelete, field }: Relation, repository: string): Code {
  const list = `list: (ctx, id) => ${repository}.${method}(ctx, id)`;
  const end = {
    restrict: [],
    cascade: [`end: (ctx, id) => ${repository}.delete(ctx, id)`],
    null: [`end: (ctx, id) => ${repository}.update(ctx, id, { ${propertyName(field)}: null })`],
  }[onDelete];
  return enclose("{", [`entity: ${literal(name)}`, list, ...end], "}");
}

/** The signature of `hold`, which every entity has that rows of others belong to. */
export const holdSignature = (entity: Entity): Code =>
  code`/** Finds a row, and keeps it from being deleted while the transaction of \`ctx\` goes on. */
hold(ctx: ${type("Context", "internal/core/context/context.ts")}, id: string): Promise<${type(entity.name, artifact(entity.domain, "types"))} | undefined>;`;
