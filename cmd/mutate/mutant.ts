import ts from "typescript";

/** Where generated code stands that is made for one purpose: `sqlite` for sqlite.gen.ts. */
export type Artifact = "sqlite" | "postgres" | "memory" | "rows" | "server" | "validators" | "views" | "service" | "behaviour";

/** One small fault: a stretch of a file, and what stands there instead. */
export interface Mutant {
  /** Absolute. */
  readonly file: string;
  readonly domain: string;
  readonly artifact: Artifact;
  /** The entity whose rows it concerns, where the code tells. */
  readonly entity?: string;
  /** What kind of fault: `tenant predicate dropped`. */
  readonly fault: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A stretch of a source file to be replaced. */
export interface Edit {
  readonly fault: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** The faults that can be made at one node of a syntax tree. */
export type Operator = (node: ts.Node, source: ts.SourceFile) => readonly Edit[];

/** Puts something else in the place of a node. */
export const replaced = (fault: string, node: ts.Node, source: ts.SourceFile, replacement: string): Edit => ({
  fault,
  start: node.getStart(source),
  end: node.end,
  replacement,
});

/** Takes an element out of a list of arguments, properties or elements, its comma along with it. */
export function dropped(fault: string, node: ts.Node, source: ts.SourceFile): Edit {
  const after = /^\s*,/.exec(source.text.slice(node.end))?.[0].length ?? 0;
  const before = after > 0 ? 0 : (/,\s*$/.exec(source.text.slice(0, node.getStart(source)))?.[0].length ?? 0);
  return { fault, start: node.getStart(source) - before, end: node.end + after, replacement: "" };
}

/** The text of a file with the fault in it. */
export const mutated = (text: string, { start, end, replacement }: Mutant): string =>
  `${text.slice(0, start)}${replacement}${text.slice(end)}`;

/** The name of the function or method that is called, as in `name(…)` and `x.name(…)`. */
export function calledName(node: ts.CallExpression): string | undefined {
  if (ts.isIdentifier(node.expression)) return node.expression.text;
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : undefined;
}

/** The name of a property that is assigned, whatever quotes it has. */
export const assignedName = (node: ts.ObjectLiteralElementLike): string | undefined =>
  node.name !== undefined && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) ? node.name.text : undefined;
