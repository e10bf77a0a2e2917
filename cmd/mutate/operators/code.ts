import ts from "typescript";
import { assignedName, calledName, type Edit, type Operator, replaced } from "../mutant.ts";

const checks = new Set(["checkVersion", "checkOwn", "checkAccess", "checkRoles"]);

/** Faults of statements: a check or an event left out. */
export const statementFaults: Operator = (node, source) => {
  if (ts.isIfStatement(node) && node.elseStatement === undefined) return [replaced("refusal dropped", node, source, "")];
  if (!ts.isExpressionStatement(node)) return [];
  const call = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
  if (!ts.isCallExpression(call)) return [];
  const name = calledName(call) ?? "";
  if (checks.has(name)) return [replaced(`${name} dropped`, node, source, "")];
  const [, , last] = call.arguments;
  if (name === "changedOne" && last !== undefined) return [replaced("lost write not noticed", node, source, `${last.getText(source)};`)];
  if (call.expression.getText(source).startsWith("events.")) return [replaced("event not published", node, source, "")];
  return [replaced("step left out", node, source, "")];
};

const turned = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "==="],
  [ts.SyntaxKind.LessThanToken, ">="],
  [ts.SyntaxKind.GreaterThanToken, "<="],
]);

/** Faults of conditions and of values that depend on one. */
export const conditionFaults: Operator = (node, source) => {
  if (ts.isBinaryExpression(node)) return binaryFaults(node, source);
  if (ts.isConditionalExpression(node)) {
    const first = replaced("always the first", node, source, node.whenTrue.getText(source));
    // The JSON of null is read as null again.
    if (/^(?:\w+\.cipher\.seal\()?JSON\.stringify\(/.test(node.whenFalse.getText(source))) return [first];
    return [first, replaced("always the second", node, source, node.whenFalse.getText(source))];
  }
  if (ts.isCallExpression(node) && calledName(node) === "filter" && ts.isPropertyAccessExpression(node.expression)) {
    return [replaced("filter dropped", node, source, node.expression.expression.getText(source))];
  }
  return [];
};

function binaryFaults(node: ts.BinaryExpression, source: ts.SourceFile): readonly Edit[] {
  const { kind } = node.operatorToken;
  const other = turned.get(kind);
  if (other !== undefined) return [replaced("comparison turned", node.operatorToken, source, other)];
  const [left, right] = [node.left.getText(source), node.right.getText(source)];
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) {
    return [replaced("second condition dropped", node, source, left), replaced("first condition dropped", node, source, right)];
  }
  if (kind === ts.SyntaxKind.QuestionQuestionToken)
    return [replaced("default dropped", node, source, left), replaced("value dropped", node, source, right)];
  if (kind === ts.SyntaxKind.PlusToken) return [replaced("not counted up", node, source, left)];
  return [];
}

/** The tenant is the caller's: a fault takes another. */
export const tenantFaults: Operator = (node, source) => {
  if (!ts.isPropertyAssignment(node)) return [];
  if (node.initializer.getText(source) !== "ctx.organization" || assignedName(node) === undefined) return [];
  return [replaced("another tenant", node.initializer, source, '"og-0000000000000000"')];
};
