import ts from "typescript";
import { assignedName, calledName, dropped, type Edit, type Operator, replaced } from "../mutant.ts";

/** Faults of what is declared of rows: unique sets, lists, what is masked, and what new and changed rows are made of. */
export const rowFaults: Operator = (node, source) => {
  if (ts.isVariableDeclaration(node)) return uniqueFaults(node, source);
  if (!ts.isPropertyAssignment(node)) return [];
  const value = node.initializer;
  const name = assignedName(node) ?? "";
  if ((name === "filter" || name === "sort") && value.kind === ts.SyntaxKind.TrueKeyword)
    return [replaced(`${name} not offered`, value, source, "false")];
  if ((name === "fields" || name === "masked") && ts.isArrayLiteralExpression(value)) {
    return value.elements.map((element) => dropped(name === "masked" ? "field not masked" : "unique field dropped", element, source));
  }
  if (ts.isCallExpression(value) && /^(actorId|ownerOrganization|ownerUser|cascadeOwner)$/.test(calledName(value) ?? "")) {
    return [replaced("another owner", value, source, '"og-0000000000000000" as never')];
  }
  return [];
};

function uniqueFaults(node: ts.VariableDeclaration, source: ts.SourceFile): readonly Edit[] {
  if (!/Unique$/.test(node.name.getText(source)) || node.initializer === undefined || !ts.isArrayLiteralExpression(node.initializer))
    return [];
  return node.initializer.elements.map((element) => dropped("unique set dropped", element, source));
}

/** Faults of what may be known, and of who may know and set it. */
export const viewFaults: Operator = (node, source) => {
  if (ts.isSpreadAssignment(node)) return [dropped("optional field dropped", node, source)];
  if (!ts.isPropertyAssignment(node)) return [];
  const value = node.initializer;
  if (!ts.isArrayLiteralExpression(value)) return [];
  return [
    dropped("roles of a field dropped", node, source),
    ...value.elements.map((element) => replaced("role changed", element, source, '"nobody"')),
  ];
};

/** Faults of what stands around repositories. */
export const behaviourFaults: Operator = (node, source) => {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text;
    const inner = name === "cached" ? node.arguments[2] : name === "audited" || name === "related" ? node.arguments[1] : undefined;
    return inner === undefined ? [] : [replaced(`${name} dropped`, node, source, inner.getText(source))];
  }
  if (!ts.isPropertyAssignment(node)) return [];
  const name = assignedName(node) ?? "";
  if (name === "end" || name === "hides" || name === "owner" || name === "shared") return [dropped(`${name} dropped`, node, source)];
  return (name === "children" || name === "parents") && ts.isArrayLiteralExpression(node.initializer)
    ? node.initializer.elements.map((element) => dropped(`${name} forgotten`, element, source))
    : [];
};
