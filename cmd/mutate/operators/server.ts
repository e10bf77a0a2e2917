import ts from "typescript";
import { assignedName, dropped, type Edit, type Operator, replaced } from "../mutant.ts";

/** Faults of the rows that say what serving asks of each operation. */
export const serverFaults: Operator = (node, source) => {
  if (!ts.isPropertyAssignment(node)) return [];
  const value = node.initializer;
  switch (assignedName(node)) {
    case "permission":
      if (value.getText(source) === '"public"') return [replaced("operation closed", value, source, '"authenticated"')];
      return [
        ...(value.getText(source) === '"authenticated"' ? [] : [replaced("permission dropped", value, source, '"authenticated"')]),
        replaced("operation opened", value, source, '"public"'),
        replaced("permission changed", value, source, '"nobody.has"'),
      ];
    case "tenant":
      return [replaced("tenant flag turned", value, source, value.kind === ts.SyntaxKind.TrueKeyword ? "false" : "true")];
    case "status":
      return [replaced("status changed", value, source, "299")];
    case "path":
      return [replaced("path changed", value, source, JSON.stringify(`${value.getText(source).slice(1, -1)}/x`))];
    case "parameters":
      return [dropped("parameters unchecked", node, source)];
    case "required":
      return [replaced("body's need turned", value, source, value.kind === ts.SyntaxKind.TrueKeyword ? "false" : "true")];
    case "etag":
    case "idempotent":
    case "ifMatch":
    case "rateLimit":
    case "feature":
    case "readers":
    case "writers":
      return [dropped(`${assignedName(node)} dropped`, node, source)];
    case "limit":
      return shifted(node, source);
    default:
      return [];
  }
};

const shifted = (node: ts.PropertyAssignment, source: ts.SourceFile): readonly Edit[] =>
  ts.isNumericLiteral(node.initializer)
    ? [replaced("rate limit moved by one", node.initializer, source, String(Number(node.initializer.text.replaceAll("_", "")) + 1))]
    : [];
