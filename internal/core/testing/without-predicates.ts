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

/** How the predicate of teams goes on after its column (postgres/of-teams.ts). */
const teamPredicate = " is null or cast(";

const yes = () => RawNode.createWithSql("true");

/** Puts `true` in the place of what compares an owner's column with a value, and of what asks for the caller's teams. */
class Dropping extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { leftOperand: left, rightOperand: right } = node;
    const isOwner = ReferenceNode.is(left) && ColumnNode.is(left.column) && ownerColumns.includes(left.column.column.name);
    if (isOwner && ValueNode.is(right)) return yes() as never;
    return super.transformBinaryOperation(node);
  }

  protected override transformRaw(node: RawNode): RawNode {
    return node.sqlFragments.includes(teamPredicate) ? yes() : super.transformRaw(node);
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
