import { get, isTrue, type Node, textOf } from "../read/node.ts";
import type { Schema } from "./json-schema.ts";
import type { OperationParameter, ParameterStyle } from "./operation.ts";

const usual = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

const names: readonly string[] = ["form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject"];

/**
 * How a parameter is written (OpenAPI 3.1, Parameter Object, `style` and `explode`), where more than one text can be meant. Nothing for
 * those that are one plain text each; nor for lists of an annotated document that does not say: those take commas and repetition alike.
 */
export function styleOf(node: Node, where: OperationParameter["in"], schema: Schema, plain: boolean): { readonly style?: ParameterStyle } {
  const said = textOf(get(node, "style"));
  const name = said !== undefined && names.includes(said) ? (said as ParameterStyle["name"]) : usual[where];
  const explode = get(node, "explode") === undefined ? name === "form" : isTrue(node, "explode");
  const decided = said !== undefined || get(node, "explode") !== undefined;
  const simple = name === usual[where];
  if (simple && isText(schema)) return {};
  if (simple && !plain && !decided) return {};
  return { style: { name, explode } };
}

/** Whether a value of the schema is always one text. */
function isText(schema: Schema): boolean {
  return ["string", "number", "boolean", "id"].includes(schema.kind) || (schema.kind === "enum" && !schema.values.includes(null));
}
