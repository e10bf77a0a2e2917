import {
  type BinaryOperationNode,
  ColumnNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  RawNode,
  ReferenceNode,
  ValueNode,
} from "kysely";
import type { Database } from "../database/database.ts";

/** The columns by which generated statements keep to the caller's rows. */
const ownerColumns = ["organization_id", "created_by"];

/** Puts `true` in the place of what compares an owner's column with a value. */
class Dropping extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { leftOperand: left, rightOperand: right } = node;
    const isOwner = ReferenceNode.is(left) && ColumnNode.is(left.column) && ownerColumns.includes(left.column.column.name);
    if (isOwner && ValueNode.is(right)) return RawNode.createWithSql("true") as never;
    return super.transformBinaryOperation(node);
  }
}

const dropping = new Dropping();
const plugin: KyselyPlugin = {
  transformQuery: ({ node }) => dropping.transformNode(node),
  transformResult: async ({ result }) => result,
};

interface Query {
  withPlugin(plugin: KyselyPlugin): Query;
}
type Build = (query: Query, param: unknown) => unknown;

/** The same database, as generated code would ask it that had forgotten whose rows a caller may see. */
export function withoutPredicates<Any extends Database>(database: Any): Any {
  return new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name !== "statement" && name !== "list" && name !== "near") return value.bind(target);
      return (build: Build, ...others: unknown[]) =>
        Reflect.apply(value, target, [(query: Query, param: unknown) => build(query.withPlugin(plugin), param), ...others]);
    },
  });
}
