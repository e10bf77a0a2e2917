import type { ASTNode } from "@marcbachmann/cel-js";

/** What the library keeps at a node once it has been checked: how it runs, and what a macro was expanded to. */
export interface NodeMeta {
  evaluate: (evaluator: unknown, node: unknown, scope: unknown) => unknown;
  readonly alternate?: CheckedNode;
}

/** A checked node. `handle` applies an operator or function to the values of its operands. */
export type CheckedNode = ASTNode & {
  readonly meta: NodeMeta;
  handle?: (...operands: unknown[]) => unknown;
};

/** Calls `visit` once for each node below `root`, the expansions of macros included. */
export function walk(root: CheckedNode, visit: (node: CheckedNode) => void): void {
  const seen = new Set<object>();
  const rest: unknown[] = [root];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (value.constructor === root.constructor) {
      const node = value as CheckedNode;
      visit(node);
      rest.push(node.args, node.meta.alternate, (node.meta as { readonly macro?: unknown }).macro);
    } else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) {
      rest.push(...Object.values(value));
    }
  }
}
