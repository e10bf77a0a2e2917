import ts from "typescript";
import { assignedName, calledName, dropped, type Edit, type Operator, replaced } from "../mutant.ts";

const turned: Readonly<Record<string, string>> = { "=": "<>", is: "is not", "is not": "is", "<": ">=", ">": "<=", "<=": ">", ">=": "<" };

/** What a condition is for, told by its column. */
function purpose(column: string): string {
  if (/(^|\.)(organization_id|created_by)$/.test(column)) return "tenant predicate";
  if (/(^|\.)deleted_at$/.test(column)) return "predicate on deleted rows";
  if (/(^|\.)version$/.test(column)) return "version predicate";
  if (/(^|\.)id$/.test(column)) return "id predicate";
  return "predicate";
}

/** Faults of the queries that Kysely is given. */
export const queryFaults: Operator = (node, source) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const name = calledName(node);
  const rest = node.expression.expression.getText(source);
  if (name === "where") {
    const fault = purposeOf(node);
    return [...conditionFaults(node, source), ...(isKept(fault, node, source) ? [] : [replaced(`${fault} dropped`, node, source, rest)])];
  }
  if (name === "orderBy") return orderFaults(node, source, rest);
  if (name === "limit") return [replaced("limit dropped", node, source, rest)];
  if (name === "catch") return [replaced("conflict not told", node, source, rest)];
  if (name === "set" || name === "values") return columnFaults(node, source, name);
  return [];
};

/**
 * Whether a statement that changes one row does the same without a predicate: its method has read the row by tenant and team, and ids are nobody
 * else's; a row that was brought back is of another version, and one that never changes of one; and words are made anew of rows that the same transaction has read, of
 * which SQLite has one at a time.
 */
function isKept(fault: string, node: ts.CallExpression, source: ts.SourceFile): boolean {
  let statement: ts.Node = node;
  while (ts.isCallExpression(statement.parent) || ts.isPropertyAccessExpression(statement.parent)) statement = statement.parent;
  const text = statement.getText(source);
  const isOfVersion = text.includes('.where("version", "=", param.expectedVersion)');
  switch (fault) {
    case "tenant predicate":
    case "team predicate":
      return isOfVersion && /\.(?:updateTable|deleteFrom)\(/.test(text);
    case "predicate on deleted rows":
      return isOfVersion && text.includes(".set({ deleted_at: null,");
    case "version predicate":
      return (
        isOfOne(statement, source) ||
        (source.fileName.endsWith("sqlite.gen.ts") && text.includes(".set({ search_words: param.search_words })"))
      );
    default:
      return false;
  }
}

/** Whether rows never change, and so have one version for good. */
function isOfOne(statement: ts.Node, source: ts.SourceFile): boolean {
  const repository = source.statements.find((around) => around.pos <= statement.pos && statement.pos < around.end);
  return (
    repository !== undefined && ts.isFunctionDeclaration(repository) && !/ (?:update|move|undelete)\(ctx/.test(repository.getText(source))
  );
}

function purposeOf(node: ts.CallExpression): string {
  const [column] = node.arguments;
  if (column !== undefined && ts.isCallExpression(column) && calledName(column) === "ofTeams") return "team predicate";
  return column !== undefined && ts.isStringLiteral(column) ? purpose(column.text) : "composed predicate";
}

function conditionFaults(node: ts.CallExpression, source: ts.SourceFile): readonly Edit[] {
  const [, operator] = node.arguments;
  if (operator === undefined || !ts.isStringLiteral(operator)) return [];
  const other = turned[operator.text];
  return other === undefined ? [] : [replaced(`${purposeOf(node)} turned`, operator, source, JSON.stringify(other))];
}

/** The id decides only between equals: without it an order is still right for all rows that a test can tell apart by time. */
function orderFaults(node: ts.CallExpression, source: ts.SourceFile, rest: string): readonly Edit[] {
  const [column, direction] = node.arguments;
  if (column === undefined || (ts.isStringLiteral(column) && column.text === "id")) return [];
  const other = direction === undefined ? ', "desc"' : "";
  const turn: Edit = { fault: "order turned", start: column.end, end: node.arguments.end, replacement: other };
  // Rows of an index over a span of it come in its order, and are hidden in the order of that time.
  if (ts.isStringLiteral(column) && rest.includes(`.where("${column.text}", "<"`)) return [turn];
  return [turn, replaced("order dropped", node, source, rest)];
}

function columnFaults(node: ts.CallExpression, source: ts.SourceFile, name: string): readonly Edit[] {
  const [object] = node.arguments;
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return [];
  return object.properties
    .filter((property) => assignedName(property) !== undefined)
    .map((property) => dropped(name === "set" ? "column not changed" : "column not written", property, source));
}
