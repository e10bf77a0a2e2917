import ts from "typescript";
import { assignedName, calledName, dropped, type Edit, type Operator, replaced } from "../mutant.ts";

const lower = new Set(["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"]);
const upper = new Set(["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"]);
const rules = new Set(["pattern", "format", "uniqueItems", "multipleOf", "additional"]);

/** Faults of checks of input, each of which lets something through, or refuses what is right. */
export const validatorFaults: Operator = (node, source) => {
  if (ts.isCallExpression(node)) return callFaults(node, source);
  if (ts.isPropertyAssignment(node)) return ruleFaults(node, source);
  return [];
};

function callFaults(node: ts.CallExpression, source: ts.SourceFile): readonly Edit[] {
  const [first] = node.arguments;
  if (first === undefined) return [];
  switch (calledName(node)) {
    case "required":
      return [replaced("required dropped", node.expression, source, "optional")];
    case "optional":
      return [replaced("optional required", node.expression, source, "required")];
    case "nullable":
      return [replaced("null refused", node, source, first.getText(source))];
    case "id":
      return [replaced("prefix changed", first, source, '"zz"')];
    case "oneOfValues":
      return [dropped("choice dropped", first, source)];
    case "listParameters":
      return listFaults(node, source);
    default:
      return [];
  }
}

function ruleFaults(node: ts.PropertyAssignment, source: ts.SourceFile): readonly Edit[] {
  const name = assignedName(node) ?? "";
  const value = node.initializer;
  if (name === "required" && value.kind === ts.SyntaxKind.TrueKeyword) return [dropped("required dropped", node, source)];
  if (rules.has(name)) return [dropped(`${name} dropped`, node, source)];
  if (name === "minLength" && value.getText(source) === "1" && refusesNothing(node))
    return [replaced(`${name} moved in`, value, source, "2")];
  const bound = lower.has(name) ? 1 : upper.has(name) ? -1 : 0;
  const number = Number(value.getText(source).replaceAll("_", ""));
  if (bound === 0 || !Number.isFinite(number) || isSaidAnyway(name, number, node, source)) return [];
  return [
    replaced(`${name} moved out`, value, source, String(number - bound)),
    replaced(`${name} moved in`, value, source, String(number + bound)),
    dropped(`${name} dropped`, node, source),
  ];
}

/** Whether a bound is that of all safe whole numbers, or of all e-mail addresses (RFC 3696, erratum 1690). */
function isSaidAnyway(name: string, bound: number, node: ts.PropertyAssignment, source: ts.SourceFile): boolean {
  if (name === "maxLength") return bound >= 254 && beside(node, "format") === '"email"';
  return name === "maximum" && bound === Number.MAX_SAFE_INTEGER && node.parent.parent.getText(source).startsWith("integer(");
}

/** Whether a pattern stands beside it that no empty text has: then it says nothing more. */
function refusesNothing(node: ts.PropertyAssignment): boolean {
  const pattern = beside(node, "pattern");
  return pattern !== undefined && !new RegExp(JSON.parse(pattern) as string, "u").test("");
}

/** The text of another rule of the same value. */
function beside({ parent }: ts.PropertyAssignment, name: string): string | undefined {
  if (parent === undefined || !ts.isObjectLiteralExpression(parent)) return undefined;
  const other = parent.properties.find((property) => ts.isPropertyAssignment(property) && assignedName(property) === name);
  return other !== undefined && ts.isPropertyAssignment(other) ? other.initializer.getText() : undefined;
}

function listFaults(node: ts.CallExpression, source: ts.SourceFile): readonly Edit[] {
  const [filters, sorts] = node.arguments;
  const offered = filters !== undefined && ts.isObjectLiteralExpression(filters) ? [...filters.properties] : [];
  const orders = sorts !== undefined && ts.isArrayLiteralExpression(sorts) ? [...sorts.elements] : [];
  return [
    ...offered.map((property) => dropped("filter not offered", property, source)),
    ...orders.map((element) => dropped("sort not offered", element, source)),
  ];
}
