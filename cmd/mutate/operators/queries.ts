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
    const left =
      purposeOf(node) === "version predicate" && waitsForNobody(rest, source)
        ? []
        : [replaced(`${purposeOf(node)} dropped`, node, source, rest)];
    return [...conditionFaults(node, source), ...left];
  }
  if (name === "orderBy") return orderFaults(node, source, rest);
  if (name === "limit") return [replaced("limit dropped", node, source, rest)];
  if (name === "catch") return [replaced("conflict not told", node, source, rest)];
  if (name === "set" || name === "values") return columnFaults(node, source, name);
  return [];
};

/** Words are made anew of a row that the same transaction has read: on SQLite, which has one at a time, no version comes between. */
const waitsForNobody = (statement: string, source: ts.SourceFile): boolean =>
  source.fileName.endsWith("sqlite.gen.ts") && statement.includes(".set({ search_words: param.search_words })");

function purposeOf(node: ts.CallExpression): string {
  const [column] = node.arguments;
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
  return [turn, replaced("order dropped", node, source, rest)];
}

function columnFaults(node: ts.CallExpression, source: ts.SourceFile, name: string): readonly Edit[] {
  const [object] = node.arguments;
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return [];
  return object.properties
    .filter((property) => assignedName(property) !== undefined)
    .map((property) => dropped(name === "set" ? "column not changed" : "column not written", property, source));
}
