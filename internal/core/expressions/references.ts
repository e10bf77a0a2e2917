import type { ASTNode } from "@marcbachmann/cel-js";
import { roots } from "./environment.ts";
import { type ExpressionFault, type InputReference, positionAt, type References, type StepReference } from "./expression.ts";

const macros = new Set(["all", "exists", "exists_one", "map", "filter", "bind"]);

/**
 * Which `steps.<id>` and `input.<name>` an expression names, read off its tree. A use of `steps` from which no step can be told is a
 * fault: the graph of a pipeline must be known before it runs.
 */
export function referencesOf(text: string, root: ASTNode): References | ExpressionFault {
  const steps: StepReference[] = [];
  const input: InputReference[] = [];
  let fault: ExpressionFault | undefined;
  const fail = (node: ASTNode, message: string): void => {
    fault ??= { kind: "fault", text, message, position: positionAt(text, node.start) };
  };

  const rest: { readonly node: ASTNode; readonly tested: boolean }[] = [{ node: root, tested: false }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { node, tested } = next;
    const access = accessOf(node);
    const inner = access && accessOf(access.of);
    if (access?.of.op === "id" && access.of.args === "steps") {
      steps.push({ step: access.name, property: undefined, position: positionAt(text, node.start) });
    } else if (inner?.of.op === "id" && inner.of.args === "steps" && access) {
      steps.push({ step: inner.name, property: tested ? undefined : access.name, position: positionAt(text, node.start) });
    } else if (access?.of.op === "id" && access.of.args === "input") {
      input.push({ name: access.name, optional: tested, position: positionAt(text, node.start) });
    } else if (node.op === "id" && node.args === "steps") {
      fail(node, "Name the step: steps.<id> or steps['<id>'].");
    } else {
      if (node.op === "rcall" && macros.has(node.args[0])) {
        const bound = node.args[2][0];
        if (bound?.op === "id" && roots.some((name) => name === bound.args)) fail(bound, `Choose another name than ${bound.args} here.`);
      }
      const inHas = tested || (node.op === "call" && node.args[0] === "has");
      for (const child of childrenOf(node)) rest.push({ node: child, tested: inHas });
    }
  }
  return fault ?? { steps, input };
}

/** `of.name` or `of["name"]`. */
function accessOf(node: ASTNode): { readonly of: ASTNode; readonly name: string } | undefined {
  if (node.op === ".") return { of: node.args[0], name: node.args[1] };
  if (node.op !== "[]") return undefined;
  const [of, key] = node.args;
  return key.op === "value" && typeof key.args === "string" ? { of, name: key.args } : undefined;
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case "value":
    case "id":
      return [];
    case ".":
    case ".?":
      return [node.args[0]];
    case "call":
      return node.args[1];
    case "rcall":
      return [node.args[1], ...node.args[2]];
    case "map":
      return node.args.flat();
    case "!_":
    case "-_":
      return [node.args];
    default:
      return node.args;
  }
}
